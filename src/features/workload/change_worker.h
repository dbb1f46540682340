// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workload/worker_store.h"

namespace amends::workload {

[[nodiscard]] Result<Worker> worker(const Ports& ports, UserId id);
[[nodiscard]] Result<Worker> change_worker(const Ports& ports, UserId id, const ChangeWorker& wish);
// Everybody says of themselves whether they are here.
[[nodiscard]] Result<Worker> be_present(const Ports& ports, UserId id, Presence presence);

} // namespace amends::workload
