// SPDX-License-Identifier: Apache-2.0
// What every harness defines: one attempt on the parser that it names. It ends the process when a promise is broken;
// limits.cpp ends it when the attempt took too long or too much.
#pragma once

#include <cstdlib>
#include <string_view>

namespace amends::fuzz {

void attack(std::string_view input);

inline void must(bool holds)
{
    if (!holds) std::abort();
}

} // namespace amends::fuzz
