// SPDX-License-Identifier: Apache-2.0
#include "silence/silence.h"

#include "platform/calendar/opening.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::silence;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view helsinki = "Europe/Helsinki";

const calendar::OpeningCalendar& office()
{
    static const calendar::OpeningCalendar weekdays(
        {{{0, 540, 1020}, {1, 540, 1020}, {2, 540, 1020}, {3, 540, 1020}, {4, 540, 1020}}}, {}, helsinki);
    return weekdays;
}

Instant at(int month, int day, int hour, int minute = 0)
{
    return calendar::to_utc(helsinki, {2026, month, day, hour, minute, 0});
}

// A case on which all is well at noon of the second of June.
Facts well()
{
    return {.status = cases::Status::open,
            .origin_at = at(6, 1, 9),
            .last_told_at = at(6, 1, 10),
            .next_update_at = at(6, 3, 9),
            .told_until = at(6, 3, 9),
            .owned = true,
            .waits_on = cases::Side::us,
            .last_word = cases::LastWord::us};
}

const LookedAt tuesday_noon = moment_at(office(), at(6, 2, 12));

} // namespace

TEST_CASE("eight hours of business time reach back over a night and over a weekend")
{
    CHECK(moment_at(office(), at(6, 2, 12)).silent_before == at(6, 1, 12));
    CHECK(moment_at(office(), at(6, 1, 12)).silent_before == at(5, 29, 12));
    CHECK(moment_at(office(), at(6, 1, 7)).silent_before == at(5, 29, 9));
}

TEST_CASE("where it is always open eight hours are eight hours, and a desk that never opens ends somewhere")
{
    const calendar::OpeningCalendar always({}, {}, helsinki);

    CHECK(moment_at(always, at(6, 2, 12)).silent_before == at(6, 2, 4));
}

TEST_CASE("tomorrow noon is noon by the brand's clock, also when the clocks are changed in the night")
{
    const calendar::Zone zone(helsinki);

    CHECK(tomorrow_noon(zone, at(3, 28, 23)) == at(3, 29, 12));
    CHECK(tomorrow_noon(zone, at(12, 31, 1)) == calendar::to_utc(helsinki, {2027, 1, 1, 12, 0, 0}));
}

TEST_CASE("nobody is forgotten whose case has an owner, and news that were promised and lie ahead")
{
    CHECK(reasons(well(), tuesday_noon).empty());
}

TEST_CASE("a case whose next update is late or missing is forgotten")
{
    auto late = well();
    late.next_update_at = at(6, 2, 11, 59);
    auto missing = well();
    missing.next_update_at = std::nullopt;

    CHECK(reasons(late, tuesday_noon) == std::vector{Reason::update_late});
    CHECK(reasons(missing, tuesday_noon) == std::vector{Reason::update_missing});
}

TEST_CASE("a silence counts from the last word, and only where no news that were told lie ahead")
{
    auto silent = well();
    silent.told_until = std::nullopt;
    auto heard_lately = silent;
    heard_lately.last_told_at = at(6, 1, 12) + 1ms;
    auto never_told = silent;
    never_told.last_told_at = std::nullopt;

    CHECK(reasons(silent, tuesday_noon) == std::vector{Reason::silent});
    CHECK(reasons(heard_lately, tuesday_noon).empty());
    CHECK(reasons(never_told, tuesday_noon) == std::vector{Reason::silent});
    CHECK(silent_since(never_told) == never_told.origin_at);
}

TEST_CASE("who had the last word on a closed case is forgotten, unless that word was that it is solved")
{
    auto closed = well();
    closed.status = cases::Status::closed;
    closed.closed_at = at(6, 2, 9);
    closed.last_word = cases::LastWord::customer;
    auto solved = closed;
    solved.confirmed_by = cases::ConfirmedBy::customer;
    auto imported = closed;
    imported.closed_at = imported.origin_at;
    auto ours = closed;
    ours.last_word = cases::LastWord::us;

    CHECK(reasons(closed, tuesday_noon) == std::vector{Reason::last_word_theirs});
    CHECK(reasons(solved, tuesday_noon).empty());
    CHECK(reasons(imported, tuesday_noon).empty());
    CHECK(reasons(ours, tuesday_noon).empty());
}

TEST_CASE("a wait that nobody looks at again is forgotten")
{
    auto waiting = well();
    waiting.status = cases::Status::waiting;
    waiting.waits_on = cases::Side::partner;
    waiting.review_at = at(6, 2, 13);
    auto past = waiting;
    past.review_at = at(6, 2, 11);
    auto never = waiting;
    never.review_at = std::nullopt;

    CHECK(reasons(waiting, tuesday_noon).empty());
    CHECK(reasons(past, tuesday_noon) == std::vector{Reason::review_late});
    CHECK(reasons(never, tuesday_noon) == std::vector{Reason::review_missing});
}

TEST_CASE("what nobody took in time is forgotten")
{
    auto queued = well();
    queued.status = cases::Status::queued;
    queued.owned = false;
    queued.pull_by = at(6, 2, 12);
    auto past = queued;
    past.pull_by = at(6, 2, 11);
    auto never = queued;
    never.pull_by = std::nullopt;

    CHECK(reasons(queued, tuesday_noon).empty());
    CHECK(reasons(past, tuesday_noon) == std::vector{Reason::unowned});
    CHECK(reasons(never, tuesday_noon) == std::vector{Reason::unowned});
}
