// SPDX-License-Identifier: Apache-2.0
// The words that english.cpp judges by.
#pragma once

#include "platform/text/lexicon.h"

namespace amends::speech {

[[nodiscard]] const text::Lexicon& english_words();

} // namespace amends::speech
