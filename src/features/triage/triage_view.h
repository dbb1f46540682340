// SPDX-License-Identifier: Apache-2.0
// What waits for a decision, as the desk sees it.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace amends::triage {

struct Who {
    std::int64_t id{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(Who, (), (id, name))

struct From {
    std::string name{};
    std::string address{};
};
BOOST_DESCRIBE_STRUCT(From, (), (name, address))

// The case that the mail points at, and who takes part in it: enough to see whether its sender belongs there.
struct Wanted {
    CaseId case_id{};
    std::string ref{};
    std::string subject{};
    std::vector<std::string> participants{};
};
BOOST_DESCRIBE_STRUCT(Wanted, (), (case_id, ref, subject, participants))

struct TriageItem {
    RawMessageId id{};
    std::string kind{}; // "quarantined", "unverified"
    Instant received_at{};
    std::optional<Who> team{};
    std::optional<Instant> pull_by{};
    bool late{};
    From from{};
    std::string to{};
    std::string subject{};
    std::string text{};
    std::string reason{};
    std::vector<std::string> evidence{};
    std::int64_t size{};
    std::optional<Wanted> wants{};
};
BOOST_DESCRIBE_STRUCT(TriageItem, (),
                      (id, kind, received_at, team, pull_by, late, from, to, subject, text, reason, evidence, size,
                       wants))

struct TriageList {
    std::vector<TriageItem> items{};
    std::optional<std::string> next{};
};
BOOST_DESCRIBE_STRUCT(TriageList, (), (items, next))

// Port. Oldest first, and the whole of it: triage is to be empty at the end of a day.
struct TriageViews {
    virtual ~TriageViews() = default;
    [[nodiscard]] virtual TriageList list() const = 0;
};

} // namespace amends::triage
