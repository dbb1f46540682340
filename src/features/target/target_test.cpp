// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/opening.h"
#include "target/preview_target.h"

#include <doctest/doctest.h>

#include <random>

using namespace amends;
using namespace amends::target;
using namespace std::chrono_literals;

namespace {

constexpr Instant monday{std::chrono::sys_days{std::chrono::year{2026} / 11 / 23}};

WeeklyHours nine_to_five()
{
    WeeklyHours week;
    for (int day = 0; day < 5; ++day) week.hours.push_back({day, 9 * 60, 17 * 60});
    return week;
}

const calendar::OpeningCalendar hours(nine_to_five(), {}, "UTC");

// A law that gives a week.
struct OneLaw final : Deadlines {
    [[nodiscard]] bool known(std::string_view rule) const override { return rule == "week"; }
    [[nodiscard]] bool pauses(std::string_view /*rule*/) const override { return false; }
    [[nodiscard]] std::optional<Instant> due(std::string_view /*rule*/, Instant event) const override
    {
        return event + std::chrono::weeks(1);
    }
};

const OneLaw law;
const Measures office{hours, law};

constexpr Instant at(int day, std::chrono::minutes time) { return monday + std::chrono::days(day) + time; }

Target within(std::string length, Metric metric = Metric::first_response)
{
    return {.metric = metric, .within = std::move(length), .counted = Counted::open_time, .share = 90};
}

History asked_at(Instant when) { return {.case_id = CaseId{1}, .heard = {when}}; }

} // namespace

TEST_CASE("a first answer in time meets its target, one after it does not")
{
    auto history = asked_at(at(4, 16h + 30min));
    CHECK(run(within("4h"), history, office, at(4, 17h))->due_at == at(7, 12h + 30min));
    CHECK(run(within("4h"), history, office, at(4, 17h))->state == State::running);

    history.answered = {at(7, 12h + 30min)};
    CHECK(run(within("4h"), history, office, at(8, 9h))->state == State::met);
    history.answered = {at(7, 12h + 30min) + 1ms};
    const auto late = run(within("4h"), history, office, at(8, 9h));
    CHECK(late->state == State::breached);
    CHECK(late->stopped_at == history.answered[0]);
}

TEST_CASE("a target of all hours does not wait for the morning")
{
    auto target = within("4h");
    target.counted = Counted::all_time;
    CHECK(run(target, asked_at(at(4, 16h)), office, at(4, 17h))->due_at == at(4, 20h));
    target.within = "2d";
    CHECK(run(target, asked_at(at(4, 16h)), office, at(4, 17h))->due_at == at(6, 16h));
    target = within("2d");
    CHECK(run(target, asked_at(at(4, 16h)), office, at(4, 17h))->due_at == at(8, 16h));
}

TEST_CASE("waiting for the customer stops the clock only where the target says so")
{
    auto history = asked_at(at(0, 9h));
    history.on_customer = {{at(0, 10h), std::nullopt}};

    CHECK(run(within("4h"), history, office, at(0, 12h))->due_at == at(0, 13h));
    auto pausing = within("4h");
    pausing.pauses_on_customer = true;
    const auto paused = run(pausing, history, office, at(1, 12h));
    CHECK(paused->state == State::paused);
    CHECK_FALSE(paused->due_at);
    CHECK(paused->elapsed == 1h);
    CHECK(paused->paused == 10h);

    history.on_customer[0].to = at(2, 9h);
    CHECK(run(pausing, history, office, at(2, 9h))->due_at == at(2, 12h));
}

TEST_CASE("each word of the customer that nobody has answered begins the next response anew")
{
    const auto next = within("4h", Metric::next_response);
    auto history = asked_at(at(0, 9h));
    CHECK_FALSE(run(next, history, office, at(0, 10h)));
    history.answered = {at(0, 10h)};
    CHECK_FALSE(run(next, history, office, at(0, 10h)));

    history.heard = {at(0, 9h), at(0, 11h), at(0, 12h)};
    CHECK(run(next, history, office, at(0, 12h))->started_at == at(0, 11h));
    CHECK(run(next, history, office, at(0, 12h))->due_at == at(0, 15h));
    history.answered.push_back(at(0, 14h));
    history.heard.push_back(at(1, 9h));
    CHECK(run(next, history, office, at(1, 10h))->started_at == at(1, 9h));
    CHECK(run(next, history, office, at(1, 10h))->state == State::running);

    history.answered = {at(0, 10h), at(0, 16h)};
    CHECK(run(next, history, office, at(1, 10h))->state == State::breached);
    CHECK(run(next, history, office, at(1, 10h))->started_at == at(0, 11h));
}

TEST_CASE("an update is owed from each word of ours to the next, until the case is over")
{
    const auto update = within("8h", Metric::update);
    auto history = asked_at(at(0, 9h));
    history.answered = {at(0, 12h), at(1, 10h)};
    CHECK(run(update, history, office, at(1, 11h))->started_at == at(1, 10h));
    CHECK(run(update, history, office, at(1, 11h))->due_at == at(2, 10h));
    history.settled = {{at(2, 9h), std::nullopt}};
    CHECK(run(update, history, office, at(9, 9h))->state == State::met);
    history.settled = {{at(2, 9h), at(3, 9h)}};
    CHECK(run(update, history, office, at(3, 10h))->started_at == at(3, 9h));
}

TEST_CASE("what comes back runs on where it stood, without the time in which it was thought solved")
{
    const auto solve = within("8h", Metric::resolution);
    auto history = asked_at(at(0, 9h));
    history.settled = {{at(0, 15h), std::nullopt}};
    CHECK(run(solve, history, office, at(2, 9h))->state == State::met);
    history.settled[0].to = at(3, 9h);
    const auto back = run(solve, history, office, at(3, 10h));
    CHECK(back->state == State::running);
    CHECK(back->due_at == at(3, 11h));
}

TEST_CASE("a clock is at risk when three quarters of the open time have passed")
{
    CHECK(run(within("4h"), asked_at(at(0, 15h)), office, at(0, 15h))->risk_at == at(1, 10h));
    auto always = within("24h");
    always.counted = Counted::all_time;
    CHECK(run(always, asked_at(at(0, 9h)), office, at(0, 9h))->risk_at == at(0, 15h));
}

TEST_CASE("a deadline of law ends when the law says, whatever the opening hours are")
{
    auto by_law = within("");
    by_law.deadline_rule = "week";
    CHECK(run(by_law, asked_at(at(0, 9h)), office, at(1, 9h))->due_at == at(7, 9h));
    CHECK(run(by_law, asked_at(at(0, 9h)), office, at(7, 9h))->state == State::breached);
    CHECK(run(by_law, asked_at(at(0, 9h)), office, at(1, 9h))->risk_at == at(3, 15h));
}

TEST_CASE("a target is for the cases it names")
{
    History history{.type = cases::Type::complaint, .channel = "mail", .account_id = AccountId{7}, .severity = 2};
    auto target = within("4h");
    CHECK(applies(target, history));
    target.type = cases::Type::complaint;
    target.channel = "mail";
    target.account_id = AccountId{7};
    target.severity_least = 2;
    CHECK(applies(target, history));
    history.severity = 1;
    CHECK_FALSE(applies(target, history));
    history.severity = 3;
    history.channel = "call";
    CHECK_FALSE(applies(target, history));
}

TEST_CASE("a share of fewer than five is not told, and what the past supports is read off its interval")
{
    CHECK_FALSE(share_of(4, 4).share);
    CHECK(support_of(share_of(4, 4), 90) == Support::too_few);
    CHECK(share_of(81, 263).limits->lo == doctest::Approx(0.2552885199));
    CHECK(support_of(share_of(81, 263), 25) == Support::supported);
    CHECK(support_of(share_of(81, 263), 30) == Support::unclear);
    CHECK(support_of(share_of(81, 263), 40) == Support::not_supported);
}

namespace {

// A case that was heard, answered, waited for and solved at random.
History random_history(std::mt19937& random)
{
    const auto some = [&](int most) {
        return std::chrono::minutes(1 + static_cast<int>(random() % static_cast<unsigned>(most)));
    };
    History history = asked_at(at(0, some(3000)));
    Instant now = history.heard.front();
    for (int step = 0; step < 12; ++step) {
        now += some(900);
        switch (random() % 4) {
        case 0: history.heard.push_back(now); break;
        case 1: history.answered.push_back(now); break;
        case 2:
            history.on_customer.push_back({now, now + some(2000)});
            now = *history.on_customer.back().to;
            break;
        default: history.settled.push_back({now, now + some(2000)}); now = *history.settled.back().to;
        }
    }
    if (random() % 3 == 0) history.settled.push_back({now + 1min, std::nullopt});
    else if (random() % 3 == 0) history.on_customer.push_back({now + 1min, std::nullopt});
    return history;
}

// What was known at that time.
History until(History history, Instant now)
{
    const auto cut = [&](auto& list, auto begins) {
        std::erase_if(list, [&](const auto& each) { return begins(each) > now; });
    };
    cut(history.heard, [](Instant each) { return each; });
    cut(history.answered, [](Instant each) { return each; });
    for (auto* const list : {&history.on_customer, &history.settled}) {
        cut(*list, [](const Stretch& each) { return each.from; });
        if (!list->empty() && list->back().to && *list->back().to > now) list->back().to = std::nullopt;
    }
    return history;
}

} // namespace

TEST_CASE("whatever is waited for, time that counts and time that does not are all the time there was")
{
    std::mt19937 random(11);
    for (int round = 0; round < 400; ++round) {
        const auto history = random_history(random);
        for (const auto metric : {Metric::first_response, Metric::next_response, Metric::update, Metric::resolution}) {
            auto target = within(std::to_string(1 + random() % 20) + "h", metric);
            target.counted = random() % 2 == 0 ? Counted::open_time : Counted::all_time;
            target.pauses_on_customer = random() % 2 == 0;
            const Instant now = at(20, 12h);
            const auto found = run(target, history, office, now);
            if (!found) continue;
            CAPTURE(round);
            CAPTURE(name_of(metric));
            const Instant end = found->stopped_at.value_or(now);
            const auto whole = target.counted == Counted::all_time ? end - found->started_at
                                                                   : hours.open_time_between(found->started_at, end);
            CHECK(found->elapsed + found->paused == whole);
            CHECK(found->elapsed >= 0ms);
            CHECK(found->paused >= 0ms);
            // What fits exactly is due at the closing itself, so that an answer after hours may be late by no open
            // time.
            if (found->elapsed < found->allowed) CHECK(found->state != State::breached);
            if (found->elapsed > found->allowed) CHECK(found->state == State::breached);
        }
    }
}

namespace {

// Eight hours of every day, quick to compute.
struct EightADay final : OpeningTimes {
    static constexpr auto shift = 9h;
    static constexpr std::chrono::milliseconds length = 8h;

    static std::chrono::milliseconds position(Instant at)
    {
        const auto days = std::chrono::floor<std::chrono::days>(at - shift - monday);
        return days.count() * length + std::min<std::chrono::milliseconds>(at - shift - monday - days, length);
    }
    static Instant moment(std::chrono::milliseconds position)
    {
        const auto days = position / length;
        return monday + shift + std::chrono::days(days) + (position - days * length);
    }
    [[nodiscard]] bool open_at(Instant at) const override { return next_open(at) == at; }
    [[nodiscard]] Instant next_open(Instant at) const override { return std::max(at, moment(position(at))); }
    [[nodiscard]] Instant after_open_time(Instant start, std::chrono::milliseconds duration) const override
    {
        return duration == 0ms ? next_open(start) : moment(position(start) + duration - 1ms) + 1ms;
    }
    [[nodiscard]] Instant after_open_days(Instant start, int days) const override
    {
        return next_open(start) + std::chrono::days(days);
    }
    [[nodiscard]] std::chrono::milliseconds open_time_between(Instant from, Instant to) const override
    {
        return std::max(position(to) - position(from), 0ms);
    }
};

} // namespace

TEST_CASE("whatever happens later, a breach is never undone")
{
    const EightADay times;
    const Measures by{times, law};
    int breaches = 0;
    std::mt19937 random(12);
    for (int round = 0; round < 60; ++round) {
        const auto history = random_history(random);
        for (const auto metric : {Metric::first_response, Metric::next_response, Metric::update}) {
            auto target = within(std::to_string(1 + random() % 12) + "h", metric);
            target.pauses_on_customer = random() % 2 == 0;
            std::optional<Run> breached;
            for (Instant now = history.heard.front(); now < at(20, 0h); now += 97min) {
                const auto found = run(target, until(history, now), by, now);
                CAPTURE(round);
                CAPTURE(name_of(metric));
                if (breached) {
                    REQUIRE(found);
                    CHECK(found->state == State::breached);
                    CHECK(found->due_at == breached->due_at);
                } else if (found && found->state == State::breached) breached = found;
            }
            breaches += breached ? 1 : 0;
        }
    }
    CHECK(breaches > 50);
}
