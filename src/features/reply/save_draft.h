// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reply/reply_store.h"

#include <vector>

namespace amends::reply {

struct SaveDraft {
    CaseId case_id{};
    DraftKind kind{};
    std::string text{};
    std::optional<Instant> next_update_at{};
    std::vector<AttachmentId> attachments{};
    std::optional<MessageId> seen_message{};
    std::string promises = "[]"; // JSON.
};

struct Saved {
    Instant saved_at{};
};
BOOST_DESCRIBE_STRUCT(Saved, (), (saved_at))

// Replaces what this user had written on the case. An empty one is removed.
[[nodiscard]] Result<Saved> save_draft(const Ports& ports, UserId user, const SaveDraft& wish);

[[nodiscard]] Result<void> discard_draft(const Ports& ports, UserId user, CaseId id, DraftKind kind);

} // namespace amends::reply
