// SPDX-License-Identifier: Apache-2.0
// This process, by a name that no other ever bears: the machine's boot, the namespace of process numbers, the number,
// and when it was started.
#pragma once

#include <string>

namespace amends {

[[nodiscard]] std::string own_process();
// Only for a process of the same machine and namespace; of others nothing is known, and that is no end.
[[nodiscard]] bool has_ended(const std::string& process);

} // namespace amends
