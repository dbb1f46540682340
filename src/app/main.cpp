// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.h"

#include <fmt/format.h>

#include <exception>

#include <malloc.h>

namespace {

// Each mail takes and gives back a few hundred kilobytes. Handed to the kernel each time, they cost more than they
// save.
void keep_memory_for_the_next_mail()
{
    mallopt(M_TRIM_THRESHOLD, 16 << 20);
    mallopt(M_MMAP_THRESHOLD, 4 << 20);
    mallopt(M_TOP_PAD, 1 << 20);
    mallopt(M_ARENA_MAX, 4);
}

} // namespace

int main(int count, char** values)
try {
    keep_memory_for_the_next_mail();
    return amends::run_command_line(count, values);
} catch (const std::exception& failure) {
    fmt::print(stderr, "amends: {}\n", failure.what());
    return 1;
}
