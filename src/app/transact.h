// SPDX-License-Identifier: Apache-2.0
// One request or job is one transaction. What a use case refuses leaves no trace; what it did is followed by the
// reactions to its events, then the events are numbered and written, then comes the commit, and last the bell.
#pragma once

#include "app/desk.h"

#include <algorithm>

namespace amends {

// Runs the reactions, writes the events and what can be found; answers the highest number of an event, or 0.
std::int64_t conclude(Desk& desk);
// As above, but what can be found is left in `desk.unindexed`, to be written last of all.
std::int64_t conclude_unindexed(Desk& desk);
void write_index(sql::Session& session, const brand::BrandSqlStore& brand, std::vector<search::Findable> unindexed);
// After the commit: `agenda` says whether jobs were written.
void announce(House& house, std::int64_t last_event, bool agenda);

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
    announce(house, last_event, desk.agenda.written());
    return outcome;
}

// Several acts, one after another in one transaction: all are done, or none and false is answered. For work that comes
// in crowds and knows nothing of each other: a commit costs more than what is in it. `act(desk, n)` as above.
template <class Act>
[[nodiscard]] bool transact_together(House& house, sql::Session& session, BrandId brand, std::size_t acts, Act act)
{
    house.numbers.top_up(session, brand, acts);
    sql::Transaction transaction(session);
    std::int64_t last_event = 0;
    bool written = false;
    std::vector<search::Findable> unindexed;
    for (std::size_t at = 0; at < acts; ++at) {
        Desk desk(house, session, brand, timeline::Actor{});
        if (!accepted(act(desk, at))) return false;
        last_event = std::max(last_event, conclude_unindexed(desk));
        written = written || desk.agenda.written();
        unindexed.insert(unindexed.end(), desk.unindexed.begin(), desk.unindexed.end());
    }
    write_index(session, brand::BrandSqlStore(session, brand), std::move(unindexed));
    transaction.commit();
    announce(house, last_event, written);
    return true;
}

} // namespace amends
