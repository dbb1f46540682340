// SPDX-License-Identifier: Apache-2.0
// What every harness defines: one attempt on the parser that it names. It ends the process when a promise is broken;
// limits.cpp ends it when the attempt took too long or too much.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <source_location>
#include <string_view>

namespace amends::fuzz {

void attack(std::string_view input);

inline void must(bool holds, std::source_location where = std::source_location::current())
{
    if (holds) return;
    std::fprintf(stderr, "ERROR: %s:%u: does not hold\n", where.file_name(), static_cast<unsigned>(where.line()));
    std::abort();
}

} // namespace amends::fuzz
