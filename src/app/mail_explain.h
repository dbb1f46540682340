// SPDX-License-Identifier: Apache-2.0
// amends mail explain PATH...: what the desk understands of mails, one line of JSON each. Needs no database.
#pragma once

#include <span>
#include <string>

namespace amends::app {

// 0 when every file could be read, 1 when one could not; its line then says so.
int mail_explain(std::span<const std::string> paths);

} // namespace amends::app
