// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "handover/hand_over.h"
#include "platform/http/message.h"
#include "platform/json/schema.h"

namespace amends::handover {

struct HandOverWish {
    std::optional<UserId> user_id{};
    std::optional<TeamId> team_id{};
    std::optional<std::string> summary{};
    std::optional<cases::HandOverKind> kind{};
    std::optional<cases::HandOverReason> reason{};
    std::optional<Instant> contact_by{};
};
BOOST_DESCRIBE_STRUCT(HandOverWish, (), (user_id, team_id, summary, kind, reason, contact_by))

struct Draft {
    std::string summary{};
};
BOOST_DESCRIBE_STRUCT(Draft, (), (summary))

[[nodiscard]] Result<cases::Case> post_hand_over(const Ports& ports, const http::Request& request);
[[nodiscard]] http::Response get_draft(const Ports& ports, const DraftWords& words, const http::Request& request);

[[nodiscard]] json::Shapes shapes();

} // namespace amends::handover
