// SPDX-License-Identifier: Apache-2.0
// Which passwords are taken: long ones that nobody would try first. No rules about signs and digits: they make
// passwords that people forget and machines do not.
#pragma once

#include "base/result.h"

#include <string_view>

namespace amends::staff {

// `about` is what everybody knows of the person: a password made of it is no secret.
[[nodiscard]] Result<void> acceptable_password(std::string_view password, std::string_view email,
                                               std::string_view name);

} // namespace amends::staff
