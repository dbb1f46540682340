// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

int main() { fmt::print("amends\n"); }
