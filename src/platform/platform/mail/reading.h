// SPDX-License-Identifier: Apache-2.0
// What the desk and its readers say to each other: ready, once; then a Question, then the bytes of the mail; the length
// of the packed Understood, the Understood, then the bytes of each part in their order.
#pragma once

#include "platform/mail/inbound.h"

namespace amends::mail {

inline constexpr std::string_view ready = "ready";

// Sent as it lies in memory: both sides are the same program.
struct Question {
    std::uint64_t size = 0;
    std::uint64_t memory = 0;
    std::uint64_t microseconds = 0;
};

struct Understood {
    Inbound mail{}; // Without the bytes of its parts, and without the HTML as it was sent.
    std::vector<std::uint64_t> sizes{};
    std::int64_t microseconds = 0;
};
BOOST_DESCRIBE_STRUCT(Understood, (), (mail, sizes, microseconds))

} // namespace amends::mail
