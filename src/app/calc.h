// SPDX-License-Identifier: Apache-2.0
// `amends calc GROUP JSON`: the desk's formulas one by one, so that others can check them against numbers of their own.
// `amends calc --list` names each with its formula and its source.
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace amends {

// One JSON object for one. A refusal names the field that is missing or makes no sense.
[[nodiscard]] Result<std::string> calculated(std::string_view group, std::string_view json);

// Three lines a group: its name, the formula, where it comes from.
[[nodiscard]] std::string listed_formulas();

int list_formulas();
int calc(const std::string& group, const std::string& json);

} // namespace amends
