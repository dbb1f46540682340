// SPDX-License-Identifier: Apache-2.0
// `amends calc GROUP JSON`: the desk's formulas one by one, so that others can check them against numbers of their own.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace amends {

// One JSON object for one.
[[nodiscard]] Result<std::string> calculated(std::string_view group, std::string_view json);

int calc(const std::string& group, const std::string& json);

} // namespace amends
