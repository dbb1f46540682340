// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdlib.h>

#include <string>

namespace amends::testing {

// A variable of the environment, for as long as this lives.
class Variable {
public:
    Variable(const char* name, const std::string& value) : name_(name) { setenv(name, value.c_str(), 1); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable() { unsetenv(name_); }

private:
    const char* name_;
};

} // namespace amends::testing
