// SPDX-License-Identifier: Apache-2.0
// The words that finnish.cpp judges by.
#pragma once

#include "platform/text/lexicon.h"

namespace amends::speech {

[[nodiscard]] const text::Lexicon& finnish_words();

} // namespace amends::speech
