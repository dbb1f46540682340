// SPDX-License-Identifier: Apache-2.0
// The words that persian.cpp judges by.
#pragma once

#include "platform/text/lexicon.h"

namespace amends::speech {

[[nodiscard]] const text::Lexicon& persian_words();

} // namespace amends::speech
