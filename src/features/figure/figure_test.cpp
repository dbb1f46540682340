// SPDX-License-Identifier: Apache-2.0
#include "figure/figure.h"

#include "base/shares.h"
#include "platform/calendar/zone.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::figure;
using namespace std::chrono_literals;
using promise::Kind;
using promise::State;

namespace {

const calendar::Zone helsinki("Europe/Helsinki");

Instant at(int month, int day, int hour, int minute = 0)
{
    return calendar::to_utc("Europe/Helsinki", {2026, month, day, hour, minute, 0});
}

const Instant noon = at(6, 10, 12); // A Wednesday.
const Window four_weeks{weeks_before(helsinki, noon, 4), noon};

Ended ended(State state, Instant due, Instant end, Kind kind = Kind::update)
{
    static std::int64_t id = 0;
    return {.id = static_cast<PromiseId>(++id),
            .case_id = static_cast<CaseId>(id),
            .kind = kind,
            .state = state,
            .due_at = due,
            .original_due_at = due,
            .ended_at = end};
}

Figure of(const Figures& figures, Name name) { return *std::ranges::find(figures.items, name, &Figure::name); }

// Six kept, two broken, one moved, one released; one of them an outcome.
Facts ten()
{
    Facts facts;
    for (int count = 0; count < 6; ++count) facts.ended.push_back(ended(State::kept, at(6, 2, 12), at(6, 2, 11)));
    facts.ended.push_back(ended(State::broken, at(6, 3, 12), at(6, 3, 12), Kind::outcome));
    facts.ended.push_back(ended(State::broken, at(6, 9, 12), at(6, 9, 12)));
    facts.ended.push_back(ended(State::moved, at(6, 9, 12), at(6, 9, 10)));
    facts.ended.push_back(ended(State::released, at(6, 9, 12), at(6, 9, 10)));
    return facts;
}

} // namespace

TEST_CASE("weeks begin on Mondays at midnight by the brand's clock, also round the change of the clocks")
{
    CHECK(weeks_before(helsinki, noon, 2) == std::vector{at(6, 1, 0), at(6, 8, 0)});
    CHECK(weeks_before(helsinki, at(3, 30, 0, 1), 2) == std::vector{at(3, 23, 0), at(3, 30, 0)});
    CHECK(weeks_before(helsinki, at(6, 7, 23), 1) == std::vector{at(6, 1, 0)});
}

TEST_CASE("the kept rate counts what was kept and broken, with its interval; moved and released are in neither")
{
    const auto rate = of(figures_of(ten(), four_weeks), Name::kept_rate);

    CHECK(rate.n == 8);
    CHECK(rate.value == 0.75);
    CHECK(rate.low == wilson95(6, 8).lo);
    CHECK(rate.high == wilson95(6, 8).hi);
    CHECK(of(figures_of(ten(), four_weeks), Name::moved_or_released).value == 0.2);
}

TEST_CASE("of fewer than five nothing is shown but how few they are")
{
    const auto figures = figures_of(ten(), four_weeks);

    for (const auto& [name, n] : {std::pair(Name::kept_rate_outcome, 1), std::pair(Name::kept_rate_appointment, 0),
                                  std::pair(Name::told_before_breach, 2), std::pair(Name::longest_silence, 0)}) {
        const auto figure = of(figures, name);
        CHECK(figure.n == n);
        CHECK_FALSE(figure.value);
        CHECK_FALSE(figure.low);
        CHECK_FALSE(figure.high);
    }
}

TEST_CASE("who was warned before the promise was due was told before breach; at its due time it is too late")
{
    Facts facts;
    for (int count = 0; count < 5; ++count) facts.ended.push_back(ended(State::broken, at(6, 3, 12), at(6, 3, 12)));
    facts.ended[0].warned_at = at(6, 3, 12) - 1ms;
    facts.ended[1].warned_at = at(6, 3, 12);

    CHECK(of(figures_of(facts, four_weeks), Name::told_before_breach).value == 0.2);
}

TEST_CASE("a promise kept by a date that was moved was not kept to the first date")
{
    Facts facts;
    for (int count = 0; count < 5; ++count) facts.ended.push_back(ended(State::kept, at(6, 3, 12), at(6, 3, 12)));
    facts.ended[0].original_due_at = at(6, 3, 11);

    CHECK(of(figures_of(facts, four_weeks), Name::kept_to_first_date).value == 0.8);
    CHECK(of(figures_of(facts, four_weeks), Name::kept_rate).value == 1.0);
}

TEST_CASE("a promise counts in the week in which it ended, and not at all before the window")
{
    auto facts = ten();
    for (int count = 0; count < 5; ++count) facts.ended.push_back(ended(State::kept, at(6, 8, 0), at(6, 7, 23, 59)));
    for (int count = 0; count < 5; ++count) facts.ended.push_back(ended(State::kept, at(6, 8, 0), at(6, 8, 0)));
    facts.ended.push_back(ended(State::kept, at(5, 18, 0), four_weeks.from() - 1ms));

    const auto figures = figures_of(facts, four_weeks);

    REQUIRE(figures.by_week.size() == 4);
    CHECK(figures.by_week[2].n == 12);
    CHECK(figures.by_week[3].n == 6);
    CHECK(figures.by_week[3].to == noon);
    CHECK(of(figures, Name::kept_rate).n == 18);
}

TEST_CASE("a silence lies between two words, between birth and the first, and between the last and the end or now")
{
    Life life{.case_id = CaseId{1}, .stretches = {{at(6, 1, 9), at(6, 3, 9)}, {at(6, 9, 9), std::nullopt}}};
    const auto length = [&] { return longest_of(life, four_weeks)->length(); };

    CHECK(length() == 48h);
    life.told = {at(6, 1, 10)};
    CHECK(length() == 47h);
    life.told = {at(6, 1, 10), at(6, 2, 20)};
    CHECK(length() == 34h);
    life.told = {at(6, 1, 10), at(6, 2, 10), at(6, 5, 9)}; // Nothing counts between its two lives.
    CHECK(length() == 27h);
    CHECK(longest_of(life, four_weeks)->goes_on);
}

TEST_CASE("a silence that ended before the window is none of it")
{
    const Life past{.case_id = CaseId{1}, .stretches = {{at(3, 1, 9), at(4, 1, 9)}}};

    CHECK_FALSE(longest_of(past, four_weeks));
}

TEST_CASE("the longest silence names its case, and the median lies in the middle of all")
{
    Facts facts;
    for (int hours = 1; hours <= 5; ++hours)
        facts.lives.push_back({static_cast<CaseId>(hours), {{at(6, 2, 9), at(6, 2, 9) + 1h * hours}}, {}});

    const auto figures = figures_of(facts, four_weeks);

    CHECK(of(figures, Name::longest_silence).value == 5 * 3'600'000.0);
    CHECK(of(figures, Name::median_silence).value == 3 * 3'600'000.0);
    CHECK(figures.longest == CaseId{5});
}
