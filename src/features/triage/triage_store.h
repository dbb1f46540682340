// SPDX-License-Identifier: Apache-2.0
// Triage holds inbound messages that lie in no case yet: joins that nobody has allowed, mail that could not be read.
// Each has a team and a time by which somebody must have decided.
#pragma once

#include "base/describe.h"
#include "base/ids.h"

#include <optional>
#include <string>

namespace amends::triage {

struct UnverifiedJoin {
    RawMessageId raw_id{};
    MessageId message_id{};
    std::optional<CaseId> wanted_case{};
    std::string evidence{};
};
BOOST_DESCRIBE_STRUCT(UnverifiedJoin, (), (raw_id, message_id, wanted_case, evidence))

struct TriageStore {
    virtual ~TriageStore() = default;
    virtual void add(const UnverifiedJoin& join) = 0;
    [[nodiscard]] virtual std::optional<UnverifiedJoin> find(RawMessageId id) const = 0;
};

} // namespace amends::triage
