// SPDX-License-Identifier: Apache-2.0
// Which days are lived: those that failed once, then 1, 2, 3 … AMENDS_SEED lives one alone, AMENDS_SEEDS so many.
// A thousand are lived where nothing else is said: CTest lives them beside the other suites.
#pragma once

#include "testing/house.h"

#include <cstdlib>
#include <fstream>
#include <vector>

namespace amends::testing {

inline std::uint64_t number_from(const char* name, std::uint64_t usual)
{
    const char* const value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): nobody changes it.
    return value == nullptr ? usual : std::strtoull(value, nullptr, 10);
}

inline std::vector<std::uint64_t> seeds()
{
    if (const auto one = number_from("AMENDS_SEED", 0); one > 0) return {one};
    std::vector<std::uint64_t> all;
    std::ifstream kept("tests/seeds.txt");
    REQUIRE(kept.is_open());
    for (std::string line; std::getline(kept, line);)
        if (!line.empty() && !line.starts_with('#')) all.push_back(std::stoull(line));
    for (std::uint64_t seed = 1; seed <= number_from("AMENDS_SEEDS", 1000); ++seed) all.push_back(seed);
    return all;
}

} // namespace amends::testing
