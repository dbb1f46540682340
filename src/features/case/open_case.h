// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"

namespace amends::cases {

struct OpenCase {
    person::Person person{};
    std::string address{}; // Of the person, on the channel they used; empty when there is none.
    ChannelId channel_id{};
    std::string channel_kind{};
    std::string subject{};
    std::string language{};
    Type type = Type::request;
    Instant origin_at{};
    std::string mark{};
    bool history = false; // From before we listened: it is ended, nobody answers it, no clock runs.
};

// A new case in the queue of the brand's team: number, pull-by time, wait on us, default next update.
[[nodiscard]] Case open_case(const Ports& ports, const OpenCase& wish);

} // namespace amends::cases
