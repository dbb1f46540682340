// SPDX-License-Identifier: Apache-2.0
#include "app/command_line.h"

#include <fmt/format.h>

#include <exception>

int main(int count, char** values)
try {
    return amends::run_command_line(count, values);
} catch (const std::exception& failure) {
    fmt::print(stderr, "amends: {}\n", failure.what());
    return 1;
}
