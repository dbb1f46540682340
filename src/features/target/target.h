// SPDX-License-Identifier: Apache-2.0
// A target is a measurable level for cases: what is measured, within which time, for which cases, and in how many of a
// hundred it must be met. It is no promise to a customer. What a target measures never changes, or its past would tell
// something else: it is ended and another one is set.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/time.h"
#include "case/case.h"

#include <optional>
#include <string>

namespace amends::target {

// first_response   from the first word of the customer to our first answer
// next_response    from each later word that we have not answered to the answer
// update           from one word of ours to the next, while the case lives
// resolution       from the first word of the customer to the solution; what comes back runs on
enum class Metric : std::uint8_t { first_response, next_response, update, resolution };
BOOST_DESCRIBE_ENUM(Metric, first_response, next_response, update, resolution)

enum class Counted : std::uint8_t { open_time, all_time };
BOOST_DESCRIBE_ENUM(Counted, open_time, all_time)

struct Target {
    TargetId id{};
    std::string name{};
    Metric metric{};
    std::string within{};        // "4h", "30m", "2d"; empty where a law says how long.
    std::string deadline_rule{}; // "gdpr_request"; empty where a length is given.
    Counted counted{};
    std::optional<AccountId> account_id{};
    std::optional<std::int64_t> severity_least{};
    std::string channel{}; // Empty: any.
    std::optional<cases::Type> type{};
    bool pauses_on_customer{}; // While the case waits for the customer.
    std::int64_t share{};      // So many of a hundred cases must meet it.
    Instant created_at{};
    std::optional<Instant> ended_at{}; // No clock begins after that; those that run go on.
};
BOOST_DESCRIBE_STRUCT(Target, (),
                      (id, name, metric, within, deadline_rule, counted, account_id, severity_least, channel, type,
                       pauses_on_customer, share, created_at, ended_at))

enum class State : std::uint8_t { running, paused, met, breached };
BOOST_DESCRIBE_ENUM(State, running, paused, met, breached)

// One target running on one case.
struct TargetClock {
    TargetClockId id{};
    TargetId target_id{};
    CaseId case_id{};
    Instant started_at{};
    std::optional<Instant> due_at{};    // None while it is paused.
    std::optional<Instant> risk_at{};   // Three quarters of the open time until then have passed.
    std::optional<Instant> warned_at{}; // That was said.
    std::optional<Instant> stopped_at{};
    State state{};
};
BOOST_DESCRIBE_STRUCT(TargetClock, (),
                      (id, target_id, case_id, started_at, due_at, risk_at, warned_at, stopped_at, state))

} // namespace amends::target
