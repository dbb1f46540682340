// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/http/message.h"
#include "platform/json/schema.h"
#include "target/preview_target.h"

namespace amends::target {

[[nodiscard]] http::Response get_targets(const Ports& ports);
[[nodiscard]] http::Response post_target(const Ports& ports, const http::Request& request);
[[nodiscard]] http::Response post_preview(const Ports& ports, const http::Request& request);
[[nodiscard]] http::Response patch_target(const Ports& ports, const http::Request& request);
[[nodiscard]] http::Response delete_target(const Ports& ports, const http::Request& request);

// What each of these addresses takes and gives.
[[nodiscard]] json::Shapes shapes();

} // namespace amends::target
