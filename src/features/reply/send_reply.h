// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reply/reply_store.h"

#include <vector>

namespace amends::reply {

// Who writes, as the session says; never taken from what was sent.
struct Writer {
    UserId id{};
    std::string name{};
};

struct SendReply {
    CaseId case_id{};
    std::string text{};
    std::optional<Instant> next_update_at{};
    bool final = false;
    std::string reason{}; // Why no next update is told.
    std::vector<std::string> to{};
    std::vector<std::string> cc{};
    std::vector<AttachmentId> attachments{};
    std::optional<MessageId> seen_message{}; // The newest message that the writer has seen.
    bool confirmed_stale = false;
    std::vector<promise::Intended> promises{}; // What it promises beside the next update.
    bool not_a_promise = false;                // "What reads like one is none": asked, and answered by the writer.
    std::vector<PromiseId> warns{};            // It tells that these may be late.
};

struct Queued {
    MessageId message_id{};
    CaseId case_id{};
    Instant send_after{};
};
BOOST_DESCRIBE_STRUCT(Queued, (), (message_id, case_id, send_after))

// Says what happens next and by when, or ends the case (R087). It leaves when the undo time is over.
[[nodiscard]] Result<Queued> send_reply(const Ports& ports, const Writer& writer, const SendReply& wish);

inline constexpr auto settling_time = std::chrono::days(7); // In which the customer may object to "it is solved".

} // namespace amends::reply
