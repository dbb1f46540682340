// SPDX-License-Identifier: Apache-2.0
// One episode of talk with a person. How often somebody was contacted is a count over these rows, never a number kept
// elsewhere.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/time.h"

#include <optional>
#include <string>

namespace amends::reply {

enum class ContactSource : std::uint8_t { agent, rule };
BOOST_DESCRIBE_ENUM(ContactSource, agent, rule)

struct Contact {
    ContactId id{};
    PersonId person_id{};
    std::string direction = "outbound";
    std::string purpose = "service";
    ChannelId channel_id{};
    ContactSource source{};
    Instant started_at{};
    Instant ended_at{};
    std::optional<CaseId> case_id{};
    std::optional<MessageId> message_id{};
};
BOOST_DESCRIBE_STRUCT(Contact, (),
                      (id, person_id, direction, purpose, channel_id, source, started_at, ended_at, case_id,
                       message_id))

} // namespace amends::reply
