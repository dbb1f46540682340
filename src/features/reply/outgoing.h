// SPDX-License-Identifier: Apache-2.0
// How a message of ours is put into the queue, whoever wrote it: one row and one send job for each addressee, each with
// a token of its own, and the row of what it does to its case.
#pragma once

#include "reply/reply_store.h"

#include <vector>

namespace amends::reply {

struct Addressee {
    std::string address{}; // Normalised.
    std::string name{};
    conversation::Role role{};
    std::string skipped{}; // Why nothing is sent there; empty: it is.
};

struct Outgoing {
    cases::Case of{};
    channel::Channel line{};
    conversation::Message message{}; // Without ids, conversation and subject's number.
    std::string text{};
    std::vector<Addressee> addressees{};
};

// The line that answers for a case: the one it came by, else the oldest mail line.
[[nodiscard]] Result<channel::Channel> outgoing_line(const Ports& ports, const cases::Case& of);

// "c.CASE.TAG@example.org", the Message-ID of one copy.
[[nodiscard]] std::string message_id_of(const channel::Channel& line, CaseId of, std::string_view tag);

// Stores text, message, addressees and jobs.
[[nodiscard]] conversation::Message put_into_queue(const Ports& ports, Outgoing outgoing);

// How a case was when a reply to it was queued.
[[nodiscard]] Reply reply_to(const cases::Case& before, const conversation::Message& message, ChannelId line);

} // namespace amends::reply
