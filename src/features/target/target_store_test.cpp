// SPDX-License-Identifier: Apache-2.0
#include "brand/calendar_sql.h"
#include "case/end_case_wait.h"
#include "case/fixture_test.h"
#include "case/mark_case_spam.h"
#include "case/merge_cases.h"
#include "case/put_case_on_wait.h"
#include "case/take_case.h"
#include "target/deadlines_channel.h"
#include "target/follow_calendar.h"
#include "target/preview_target.h"
#include "target/run_clocks.h"
#include "target/target_sql.h"

using namespace amends;
using namespace amends::target;
using namespace amends::testing;
using namespace std::chrono_literals;

namespace {

struct Given : testing::Desk {
    using Desk::Desk;

    [[nodiscard]] target::Ports targeting() { return {targets, ports, deadlines}; }

    Target set(const std::string& length, Metric metric = Metric::first_response, bool pauses = false)
    {
        return *set_target(targeting(), {.name = "T",
                                         .metric = metric,
                                         .within = length,
                                         .counted = Counted::all_time,
                                         .pauses_on_customer = pauses,
                                         .share = 90});
    }

    CaseId asked(const std::string& address = "eve@example.net")
    {
        const auto id = opened(address).id;
        wrote(id, "Where is it?", address);
        REQUIRE(run_clocks(targeting(), id));
        return id;
    }

    TargetClock clock_of(CaseId id) { return targets.of_case(id).at(0); }
    void later(std::chrono::milliseconds by, CaseId id)
    {
        clock.advance(by);
        REQUIRE(run_clocks(targeting(), id));
    }
    std::optional<Instant> clock_timer(std::string_view kind, const TargetClock& of)
    {
        return timer(kind, static_cast<CaseId>(of.id));
    }

    TargetSqlStore targets{session, brand_one};
    brand::CalendarSqlStore calendar{session, brand_one};
    BrandDeadlines deadlines{brand, calendar};
};

} // namespace

TEST_CASE("a first word of the customer starts the clock, and its due time orders the lists")
{
    on_each_engine([](sql::Session& session) {
        Given desk(session);
        desk.set("2h");

        const auto id = desk.asked();

        const auto started = desk.clock_of(id);
        CHECK(started.state == State::running);
        CHECK(started.due_at == noon + 2h);
        CHECK(desk.now(id).target_due_at == noon + 2h);
        CHECK(desk.now(id).due_at == noon + 2h);
        CHECK(desk.clock_timer(target_due, started) == noon + 2h);
        CHECK(desk.clock_timer(target_risk, started) == noon + 90min);
        CHECK(desk.said("target.started"));
        CHECK(desk.brand.brand().has_targets);
    });
}

TEST_CASE("a target says nothing of cases that were there before it, nor after it has ended")
{
    on_each_engine([](sql::Session& session) {
        Given desk(session);
        const auto before = desk.asked();
        desk.clock.advance(1min);
        const auto target = desk.set("2h");
        REQUIRE(run_clocks(desk.targeting(), before));
        CHECK(desk.targets.of_case(before).empty());

        desk.clock.advance(1min);
        REQUIRE(end_target(desk.targeting(), target.id));
        CHECK(end_target(desk.targeting(), target.id).error().code == "target.ended_already");
        CHECK(desk.targets.of_case(desk.asked("ida@example.net")).empty());
    });
}

TEST_CASE("a warning comes once, a breach stays, and the case is not ordered by it any more")
{
    on_each_engine([](sql::Session& session) {
        Given desk(session);
        desk.set("2h");
        const auto id = desk.asked();

        desk.later(91min, id);
        CHECK(desk.clock_of(id).warned_at == desk.clock.now());
        CHECK(desk.said("target.at_risk"));
        CHECK_FALSE(desk.clock_timer(target_risk, desk.clock_of(id)));
        desk.later(29min, id);
        CHECK(desk.clock_of(id).state == State::breached);
        CHECK(desk.said("target.breached"));
        CHECK_FALSE(desk.clock_timer(target_due, desk.clock_of(id)));
        CHECK_FALSE(desk.now(id).target_due_at);

        // Whatever the calendar says afterwards.
        REQUIRE(run_clock(desk.targeting(), desk.clock_of(id).id));
        session.execute("UPDATE targets SET within = '9h' WHERE brand_id = 1");
        TargetSqlStore fresh(session, brand_one);
        REQUIRE(run_clocks({fresh, desk.ports, desk.deadlines}, id));
        CHECK(desk.clock_of(id).state == State::breached);
        CHECK(desk.clock_of(id).due_at == noon + 2h);
    });
}

TEST_CASE("when the calendar changes the clocks that run follow, and what has ended stays")
{
    on_each_engine([](sql::Session& session) {
        Given desk(session);
        desk.set("2h");
        const auto breached = desk.asked("ida@example.net");
        desk.later(3h, breached);
        std::vector<CaseId> running;
        for (int each = 0; each < 3; ++each) running.push_back(desk.asked());
        const auto first = desk.targets.running_after({}, 1000);
        CHECK(first.size() == 3);
        CHECK(desk.targets.running_after(first[1], 1000) == std::vector{first[2]});

        session.execute("UPDATE targets SET within = '9h' WHERE brand_id = 1");
        TargetSqlStore fresh(session, brand_one);
        const target::Ports ports{fresh, desk.ports, desk.deadlines};
        follow_calendar(ports);
        CHECK(desk.timer(calendar_moved, CaseId{}) == desk.clock.now());
        REQUIRE(follow_calendar_after(ports, TargetClockId{}, 2));
        CHECK(desk.clock_of(running[0]).due_at == noon + 12h);
        CHECK(desk.now(running[0]).target_due_at == noon + 12h);
        CHECK(desk.clock_timer(target_due, desk.clock_of(running[0])) == noon + 12h);
        CHECK(desk.clock_of(running[2]).due_at == noon + 5h);
        CHECK(desk.timer(calendar_moved, static_cast<CaseId>(first[1])));
        REQUIRE(follow_calendar_after(ports, first[1], 2));
        CHECK(desk.clock_of(running[2]).due_at == noon + 12h);
        CHECK(desk.said("target.moved"));
        CHECK(desk.clock_of(breached).due_at == noon + 2h);
        CHECK(desk.clock_of(breached).state == State::breached);
    });
}

TEST_CASE("a clock that pauses on the customer has no due time until the case is ours again")
{
    on_each_engine([](sql::Session& session) {
        Given desk(session);
        desk.set("4h", Metric::resolution, true);
        const auto id = desk.asked();
        REQUIRE(cases::take_case(desk.ports, id, anna));
        desk.clock.advance(1h);
        REQUIRE(cases::put_case_on_wait(desk.ports, {.case_id = id,
                                                     .waits_on = cases::Side::customer,
                                                     .reason = "The receipt",
                                                     .review_at = noon + 48h,
                                                     .next_update_at = noon + 48h}));
        desk.later(0ms, id);
        CHECK(desk.clock_of(id).state == State::paused);
        CHECK_FALSE(desk.now(id).target_due_at);

        desk.later(20h, id);
        CHECK(desk.clock_of(id).state == State::paused);
        REQUIRE(cases::end_case_wait(desk.ports, id));
        desk.later(0ms, id);
        CHECK(desk.clock_of(id).state == State::running);
        CHECK(desk.clock_of(id).due_at == noon + 24h);
        CHECK(desk.said("target.resumed"));
    });
}

TEST_CASE("spam keeps its clocks: what came due is breached when the mark is taken back")
{
    on_each_engine([](sql::Session& session) {
        Given desk(session);
        desk.set("2h");
        const auto id = desk.asked();
        REQUIRE(cases::mark_case_spam(desk.ports, id));
        desk.later(3h, id);
        CHECK(desk.clock_of(id).state == State::running);
        REQUIRE(cases::unmark_case_spam(desk.ports, id));
        desk.later(1h, id);
        CHECK(desk.clock_of(id).state == State::breached);
        CHECK(desk.clock_of(id).due_at == noon + 2h);
    });
}

TEST_CASE("clocks of what was merged go on, and the target is ordered by them")
{
    on_each_engine([](sql::Session& session) {
        Given desk(session);
        desk.set("2h");
        const auto source = desk.asked();
        desk.clock.advance(1h);
        const auto target = desk.asked();
        REQUIRE(cases::merge_cases(desk.ports, source, target));
        desk.later(0ms, source);
        CHECK(desk.clock_of(source).state == State::running);
        CHECK(desk.now(target).target_due_at == noon + 2h);
        desk.later(1h, target);
        CHECK(desk.clock_of(source).state == State::breached);
        CHECK(desk.clock_of(target).state == State::running);
    });
}

TEST_CASE("a case found to be of another kind loses the clock that runs, never one that was breached")
{
    on_each_engine([](sql::Session& session) {
        Given desk(session);
        REQUIRE(set_target(desk.targeting(), {.name = "T",
                                              .metric = Metric::first_response,
                                              .within = "2h",
                                              .counted = Counted::all_time,
                                              .type = cases::Type::request,
                                              .share = 90}));
        const auto one = desk.asked();
        const auto other = desk.asked("ida@example.net");
        desk.later(2h, one);
        session.execute("UPDATE cases SET type = 'complaint' WHERE brand_id = 1");
        REQUIRE(run_clocks(desk.targeting(), one));
        CHECK(desk.clock_of(one).state == State::breached);
        REQUIRE(run_clocks(desk.targeting(), other));
        CHECK(desk.targets.of_case(other).empty());
    });
}

TEST_CASE("a deadline of law is counted with the holidays that the brand keeps")
{
    on_each_engine([](sql::Session& session) {
        Given desk(session);
        session.execute("UPDATE brands SET zone = 'Europe/Helsinki' WHERE id = 1");
        desk.calendar.keep_holidays_of({"FI"});
        brand::BrandSqlStore brand(session, brand_one);
        const BrandDeadlines deadlines(brand, desk.calendar);
        const auto on = [](int year, unsigned month, unsigned day) {
            return Instant{
                std::chrono::sys_days{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)}};
        };

        // Received on 31 January, on 3 March and on 10 March 2026, and 15 business days over Midsummer.
        CHECK(deadlines.due("gdpr_request", on(2026, 1, 31) + 10h) == on(2026, 3, 2) + 22h);
        CHECK(deadlines.due("gdpr_request", on(2026, 3, 3) + 10h) == on(2026, 4, 7) + 21h);
        CHECK(deadlines.due("gdpr_request", on(2026, 3, 10) + 10h) == on(2026, 4, 10) + 21h);
        CHECK(deadlines.due("psd2_complaint", on(2026, 6, 1) + 10h) == on(2026, 6, 22) + 21h);
        brand.close_on({{"2026-06-19", "Juhannusaatto"}});
        CHECK(deadlines.due("psd2_complaint", on(2026, 6, 1) + 10h) == on(2026, 6, 23) + 21h);
        desk.calendar.keep_holidays_of({"GR"});
        CHECK(deadlines.due("gdpr_request", on(2026, 3, 10) + 10h) == on(2026, 4, 14) + 21h);
        CHECK_FALSE(deadlines.due("no_law", on(2026, 3, 10)));
    });
}

TEST_CASE("of two who move a clock at once the second is told, and another brand sees nothing of it")
{
    on_each_engine([](sql::Session& session) {
        Given desk(session);
        const auto target = desk.set("2h");
        const auto id = desk.asked();
        const auto before = desk.clock_of(id);
        auto met = before;
        met.state = State::met;
        met.stopped_at = noon;
        CHECK(desk.targets.change(before, met));
        CHECK_FALSE(desk.targets.change(before, met));
        CHECK_FALSE(desk.targets.add(before));
        desk.targets.remove(met);
        CHECK(desk.targets.of_case(id).size() == 1);

        TargetSqlStore elsewhere(session, BrandId{2});
        CHECK_FALSE(elsewhere.find(target.id));
        CHECK_FALSE(elsewhere.find(before.id));
        CHECK(elsewhere.all().empty());
        CHECK(elsewhere.scores().empty());
        CHECK_FALSE(elsewhere.history(id));
        CHECK(elsewhere.histories_since(noon - 24h, 10).empty());
    });
}

TEST_CASE("a preview counts the cases of last month, without spam, and says what the past supports")
{
    on_each_engine([](sql::Session& session) {
        Given desk(session);
        for (int n = 0; n < 7; ++n) desk.asked("p" + std::to_string(n) + "@example.net");
        const auto spam = desk.asked("spam@example.net");
        REQUIRE(cases::mark_case_spam(desk.ports, spam));
        desk.clock.advance(3h);
        desk.asked("late@example.net");
        const SetTarget wish{
            .metric = Metric::first_response, .within = "2h", .counted = Counted::all_time, .share = 90};

        const auto preview = preview_target(desk.targeting(), wish);

        REQUIRE(preview);
        CHECK(preview->matched == 8);
        CHECK(preview->breached == 7);
        CHECK(preview->running == 1);
        CHECK(preview->share.n == 7);
        CHECK(preview->share.share == 0.0);
        CHECK(preview->support == Support::not_supported);
        CHECK(preview->cases.front().state == State::breached);
        CHECK(preview->cases.back().state == State::running);
        CHECK(desk.targets.all().empty());
    });
}

TEST_CASE("a target that makes no sense is refused by the field that is wrong")
{
    on_each_engine([](sql::Session& session) {
        Given desk(session);
        const SetTarget sound{
            .name = "T", .metric = Metric::update, .within = "1d", .counted = Counted::all_time, .share = 90};
        const auto field_of = [&](auto change) {
            auto wish = sound;
            change(wish);
            const auto set = set_target(desk.targeting(), wish);
            return set ? std::string() : set.error().field;
        };
        CHECK(field_of([](SetTarget&) {}).empty());
        CHECK(field_of([](SetTarget& wish) { wish.name = " "; }) == "name");
        CHECK(field_of([](SetTarget& wish) { wish.name = "a\nb"; }) == "name");
        for (const auto* const length : {"", "0h", "4", "4w", "-1h", "400d", "99999h"})
            CHECK(field_of([&](SetTarget& wish) { wish.within = length; }) == "within");
        CHECK(field_of([](SetTarget& wish) { wish.deadline_rule = "gdpr_request"; }) == "within");
        CHECK(field_of([](SetTarget& wish) {
                  wish.within = std::nullopt;
                  wish.deadline_rule = "no_law";
              }) == "deadline_rule");
        CHECK(field_of([](SetTarget& wish) {
                  wish.within = std::nullopt;
                  wish.deadline_rule = "gdpr_request";
                  wish.pauses_on_customer = true;
              }) == "pauses_on_customer");
        CHECK(field_of([](SetTarget& wish) { wish.severity_least = 4; }) == "severity_least");
        CHECK(field_of([](SetTarget& wish) { wish.channel = "pigeon"; }) == "channel");
        CHECK(field_of([](SetTarget& wish) { wish.share = 0; }) == "share");
        CHECK(field_of([](SetTarget& wish) { wish.share = 101; }) == "share");
        CHECK(change_target(desk.targeting(), TargetId{1}, {}).error().code == "target.not_found");
    });
}
