// SPDX-License-Identifier: Apache-2.0
// Who can take what, over HTTP: skills, languages, shifts and the cap are a lead's to set, presence is one's own.
#pragma once

#include "platform/http/message.h"
#include "platform/json/schema.h"
#include "workload/worker_store.h"

namespace amends::workload {

[[nodiscard]] http::Response get_workers(const Ports& ports, const http::Request& request, UserId viewer);
[[nodiscard]] http::Response patch_worker(const Ports& ports, const http::Request& request, UserId viewer);
[[nodiscard]] http::Response put_presence(const Ports& ports, const http::Request& request, UserId viewer);

[[nodiscard]] json::Shapes worker_shapes();

} // namespace amends::workload
