// SPDX-License-Identifier: Apache-2.0
// One request or job is one transaction. What a use case refuses leaves no trace; what it did is followed by the
// reactions to its events, then the events are numbered and written, then comes the commit, and last the bell.
#pragma once

#include "app/desk.h"

namespace amends {

// Runs the reactions and writes the events; answers the highest number of an event, or 0.
std::int64_t conclude(Desk& desk);
// After the commit.
void announce(House& house, const Desk& desk, std::int64_t last_event);

template <class T>
[[nodiscard]] bool accepted(const Result<T>& result)
{
    return result.has_value();
}
[[nodiscard]] inline bool accepted(bool done) { return done; }

// `act(desk)` answers a Result, or a bool: false rolls back.
template <class Act>
auto transact(House& house, sql::Session& session, BrandId brand, timeline::Actor actor, Act act)
{
    house.numbers.top_up(session, brand);
    sql::Transaction transaction(session);
    Desk desk(house, session, brand, actor);
    auto outcome = act(desk);
    if (!accepted(outcome)) return outcome;
    const auto last_event = conclude(desk);
    transaction.commit();
    announce(house, desk, last_event);
    return outcome;
}

} // namespace amends
