// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/http/message.h"
#include "promise/promise_store.h"

namespace amends::promise {

[[nodiscard]] http::Response post_promise(const Ports& ports, const http::Request& request);
[[nodiscard]] http::Response post_fulfilment(const Ports& ports, const http::Request& request);
[[nodiscard]] http::Response get_promise(const Ports& ports, const http::Request& request);

} // namespace amends::promise
