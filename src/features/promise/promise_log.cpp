// SPDX-License-Identifier: Apache-2.0
#include "promise/promise_log.h"

#include <fmt/format.h>

namespace amends::promise {
namespace {

void add(std::string& payload, std::string_view name, const std::optional<Instant>& at)
{
    if (at) payload += fmt::format(R"(,"{}":{})", name, at->time_since_epoch().count());
}

} // namespace

std::string logged(const Promise& promise)
{
    auto payload = fmt::format(R"({{"kind":"{}","side":"{}","due_at":{},"original_due_at":{})", name_of(promise.kind),
                               name_of(promise.side), promise.due_at.time_since_epoch().count(),
                               promise.original_due_at.time_since_epoch().count());
    add(payload, "warned_at", promise.warned_at);
    add(payload, "ended_at", promise.ended_at);
    add(payload, "fulfilled_late_at", promise.fulfilled_late_at);
    return payload + "}";
}

} // namespace amends::promise
