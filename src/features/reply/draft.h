// SPDX-License-Identifier: Apache-2.0
// A draft is what a user is writing on a case, kept so that it is not lost. Each user has at most one of each kind on a
// case, and nobody acts on another's.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace amends::reply {

enum class DraftKind : std::uint8_t { reply, note };
BOOST_DESCRIBE_ENUM(DraftKind, reply, note)

struct Draft {
    CaseId case_id{};
    UserId user_id{};
    DraftKind kind{};
    std::string text{};
    std::optional<Instant> next_update_at{};
    std::string attachments = "[]"; // A JSON list of ids.
    std::optional<MessageId> seen_message{};
    std::string promises = "[]"; // A JSON list of what it will promise, as it was typed.
    Instant saved_at{};
};
BOOST_DESCRIBE_STRUCT(Draft, (),
                      (case_id, user_id, kind, text, next_update_at, attachments, seen_message, promises, saved_at))

} // namespace amends::reply
