// SPDX-License-Identifier: Apache-2.0
// Public data that lies beside the checkout and not in it: AMENDS_SHARED_DATA names the folder, else ../shared/data. A
// test without it says so and checks nothing.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace amends::testing {

inline std::optional<std::string> shared_data(const std::string& name)
{
    const char* const folder = std::getenv("AMENDS_SHARED_DATA"); // NOLINT(concurrency-mt-unsafe): nobody changes it.
    const std::string path = std::string(folder != nullptr ? folder : "../shared/data") + "/" + name;
    std::ifstream file(path);
    if (!file) {
        MESSAGE("not checked, because there is no file " << path);
        return std::nullopt;
    }
    return std::string(std::istreambuf_iterator<char>(file), {});
}

} // namespace amends::testing
