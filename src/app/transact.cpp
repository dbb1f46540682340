// SPDX-License-Identifier: Apache-2.0
#include "app/transact.h"

#include "app/reactions.h"

namespace amends {
namespace {

constexpr int most_rounds = 8; // A reaction to a reaction to … is a mistake of the program.

} // namespace

std::int64_t conclude_unindexed(Desk& desk)
{
    for (int round = 0;; ++round) {
        const auto fresh = desk.events.fresh();
        if (fresh.empty()) break;
        if (round == most_rounds) throw Failure("reactions do not come to an end");
        for (const auto& event : fresh) react(desk, event);
    }
    return desk.events.write();
}

std::int64_t conclude(Desk& desk)
{
    const auto last_event = conclude_unindexed(desk);
    write_index(desk.session, desk.brand, std::exchange(desk.unindexed, {}));
    return last_event;
}

void write_index(sql::Session& session, const brand::BrandSqlStore& brand, std::vector<search::Findable> unindexed)
{
    if (unindexed.empty()) return;
    search::CaseSearch(session, brand.brand()).index(std::move(unindexed));
}

void announce(House& house, std::int64_t last_event, bool agenda)
{
    if (last_event > 0) house.events_bell.ring();
    if (agenda) house.jobs_bell.ring();
}

} // namespace amends
