// SPDX-License-Identifier: Apache-2.0
// Nobody of this process opens a file or a socket while this lives.
#pragma once

#include "base/away.h"

#include <doctest/doctest.h>

#include <memory>

#include <sys/resource.h>

namespace amends::testing {

class NoFiles {
public:
    NoFiles()
    {
        let_the_sanitizer_see_what_is_thrown();
        getrlimit(RLIMIT_NOFILE, &before_);
        const rlimit none{1, before_.rlim_max}; // poll() wants as many as it is given.
        setrlimit(RLIMIT_NOFILE, &none);
    }
    NoFiles(const NoFiles&) = delete;
    NoFiles& operator=(const NoFiles&) = delete;
    ~NoFiles() { setrlimit(RLIMIT_NOFILE, &before_); }

private:
    // It opens a pipe to find out whether an object is one, and remembers the answer.
    static void let_the_sanitizer_see_what_is_thrown()
    {
        const auto away = std::make_unique<Away>("seen");
        const std::exception* const of = away.get();
        REQUIRE(away->what() == of->what());
    }

    rlimit before_{};
};

} // namespace amends::testing
