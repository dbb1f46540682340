// SPDX-License-Identifier: Apache-2.0
#include "estimate/history.h"

#include "estimate/history_sql.h"
#include "platform/calendar/opening.h"
#include "testing/database.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <random>

using namespace amends;
using namespace amends::estimate;
using amends::testing::on_each_engine;
using namespace std::chrono_literals;
using doctest::Approx;

namespace {

constexpr Instant monday{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1}};
const ForEachChance<Risk> risks{Risk{0.2, 0.2}, Risk{0.1, 0.1}};
const calendar::Zone utc("UTC");

OpenAxis always(Instant from, Instant to) { return OpenAxis({{from, to}}); }

// All begin at once and have ended; the lengths are 1, 2, … n hours.
std::vector<PastCase> one_to(int n)
{
    std::vector<PastCase> cases;
    for (int hours = 1; hours <= n; ++hours)
        cases.push_back({.id = hours, .segment = {"", "fault"}, .started_at = monday, .ended_at = monday + 1h * hours});
    return cases;
}

std::optional<double> eight_in_ten(const std::vector<PastCase>& cases, const History::Asked& asked)
{
    const History history(cases, always(monday - 24h, asked.now + 24h), utc, asked.now);
    const auto honest = history.date(asked, utc, risks);
    return honest.dates[0] ? std::optional(honest.dates[0]->hours) : std::nullopt;
}

} // namespace

TEST_CASE("of fifty ended cases the forty-first length is promised to a new one")
{
    const Instant now = monday + 14 * 24h;
    CHECK(*eight_in_ten(one_to(50), {0, {"", "fault"}, now, now}) == Approx(41));
}

TEST_CASE("a case that runs already is compared with those alone that had not ended at its age")
{
    // Of 1 … 100 hours those above 60 are left: forty, of which the 33rd (⌈41 · 0.8⌉) is 93.
    const Instant now = monday + 14 * 24h;
    CHECK(*eight_in_ten(one_to(100), {0, {"", "fault"}, now - 60h, now}) == Approx(93));
    // Eighteen are left above 82: too few.
    CHECK_FALSE(eight_in_ten(one_to(100), {0, {"", "fault"}, now - 82h, now}));
}

TEST_CASE("a case is no evidence about itself")
{
    auto cases = one_to(50);
    const Instant now = monday + 14 * 24h;
    cases.push_back({.id = 4711, .segment = {"", "fault"}, .started_at = now});
    CHECK(*eight_in_ten(cases, {4711, {"", "fault"}, now, now}) == Approx(41));
    const History history(cases, always(monday, now), utc, now);
    CHECK(history.date({4711, {"", "fault"}, now, now}, utc, risks).of_its_type == 50);
}

TEST_CASE("other types are no evidence, and what is asked of an unknown one is refused with its n")
{
    const Instant now = monday + 14 * 24h;
    const History history(one_to(50), always(monday, now), utc, now);
    const auto honest = history.date({0, {"", "request"}, now, now}, utc, risks);
    CHECK_FALSE(honest.dates[0]);
    CHECK(honest.of_its_type == 0);
}

TEST_CASE("half is never later than eight in ten, and eight in ten never later than nine")
{
    std::mt19937_64 chance(7);
    std::lognormal_distribution<double> length(2, 1.2);
    std::vector<PastCase> cases;
    for (int n = 0; n < 400; ++n) {
        const Instant start = monday + 1h * (3 * n);
        const auto hours = std::chrono::milliseconds(static_cast<std::int64_t>(length(chance) * 3.6e6));
        cases.push_back({.id = n + 1, .segment = {"", "fault"}, .started_at = start, .ended_at = start + hours});
    }
    const Instant now = monday + 1300h;
    const History history(cases, always(monday - 24h, now + 24h), utc, now);
    for (int age = 0; age < 60; age += 3) {
        const auto honest = history.date({0, {"", "fault"}, now - 1h * age, now}, utc, risks);
        if (!honest.dates[0]) continue;
        CHECK(honest.dates[0]->hours >= age);
        if (honest.half) CHECK(honest.half->hours <= honest.dates[0]->hours);
        if (honest.dates[1]) CHECK(honest.dates[0]->hours <= honest.dates[1]->hours);
    }
}

namespace {

// Lengths with a heavy tail: without the age the date of a running case would long be over.
double kept_at(int age, std::mt19937_64& chance)
{
    std::lognormal_distribution<double> length(2, 1);
    std::vector<PastCase> cases;
    const Instant now = monday + 1400h;
    for (int n = 0; n < 400; ++n) {
        const Instant start = monday + 1h * (3 * n);
        const auto hours = std::chrono::milliseconds(static_cast<std::int64_t>(length(chance) * 3.6e6));
        const bool ended = start + hours <= now;
        cases.push_back({.segment = {"", "fault"},
                         .started_at = start,
                         .ended_at = ended ? std::optional(start + hours) : std::nullopt});
    }
    const auto date = eight_in_ten(cases, {0, {"", "fault"}, now - 1h * age, now});
    REQUIRE(date);
    int kept = 0;
    constexpr int asked = 2000;
    for (int n = 0; n < asked; ++n) {
        double hours = length(chance);
        while (hours <= age) hours = length(chance);
        if (hours <= *date) ++kept;
    }
    return static_cast<double>(kept) / asked;
}

} // namespace

TEST_CASE("dates of running cases are kept as often as they say, at whatever age they are asked for")
{
    std::mt19937_64 chance(11);
    for (const int age : {0, 5, 15}) {
        double sum = 0;
        constexpr int histories = 10;
        for (int n = 0; n < histories; ++n) sum += kept_at(age, chance);
        CHECK(sum / histories > 0.75);
        CHECK(sum / histories < 0.87);
    }
}

TEST_CASE("both databases tell the same past, oldest first, without spam, merges and marks")
{
    on_each_engine([](sql::Session& session) {
        session.execute("INSERT INTO people (brand_id, id, name, language, created_at, touched_at)"
                        " VALUES (1, 1, 'Maria', 'en', 0, 0)");
        const auto add = [&](int id, std::string_view status, std::string_view mark, int began,
                             std::string_view ended) {
            session.execute(fmt::format(
                "INSERT INTO cases (brand_id, id, number, type, topic, status, subject, language, channel_id,"
                " channel_kind, person_id, origin_at, visibility, mark, last_word, last_message_at, unread, resolved_at)"
                " VALUES (1, {0}, {0}, 'fault', 'delivery/late', '{1}', '', 'en', 1, 'mail', 1, {2}, 'in_private',"
                " '{3}', 'us', 0, TRUE, {4})",
                id, status, began, mark, ended));
        };
        add(1, "closed", "", 5000, "9000");
        add(2, "open", "", 4000, "NULL");
        add(3, "spam", "", 4500, "NULL");
        add(4, "merged", "", 4600, "NULL");
        add(5, "closed", "found_late", 4700, "4800");
        add(6, "closed", "", 7000, "6000"); // A clock that was set back.
        const auto cases = newest_cases(session, BrandId{1});
        REQUIRE(cases.size() == 3);
        CHECK(cases[0].id == 2);
        CHECK_FALSE(cases[0].ended_at);
        CHECK(cases[1].ended_at == Instant(9000ms));
        CHECK(cases[1].segment.topic == "delivery/late");
        CHECK(cases[2].ended_at == cases[2].started_at);
        CHECK(newest_cases(session, BrandId{2}).empty());
    });
}

TEST_CASE("the watch counts a promise at its honest date, never before, and leaves out what was moved or released")
{
    on_each_engine([](sql::Session& session) {
        session.execute("INSERT INTO people (brand_id, id, name, language, created_at, touched_at)"
                        " VALUES (1, 1, 'Maria', 'en', 0, 0)");
        session.execute("INSERT INTO cases (brand_id, id, number, type, status, subject, language, channel_id,"
                        " channel_kind, person_id, origin_at, visibility, last_word, last_message_at, unread)"
                        " VALUES (1, 1, 1, 'fault', 'open', '', 'en', 1, 'mail', 1, 0, 'in_private', 'us', 0, TRUE)");
        const auto add = [&](int id, std::string_view state, int honest, std::string_view ended,
                             std::string_view late) {
            session.execute(fmt::format(
                "INSERT INTO promises (brand_id, id, case_id, kind, side, made_at, due_at, original_due_at, basis, state,"
                " honest_at, ended_at, fulfilled_late_at)"
                " VALUES (1, {}, 1, 'outcome', 'us', 0, 100, 100, 'judgement', '{}', {}, {}, {})",
                id, state, honest, ended, late));
        };
        add(1, "kept", 500, "90", "NULL");
        add(2, "broken", 500, "100", "400"); // Late for what was said, in time for what history said.
        add(3, "broken", 500, "100", "501");
        add(4, "broken", 500, "100", "NULL");
        add(5, "kept", 2000, "90", "NULL"); // Kept early: counted when its date comes.
        add(6, "moved", 500, "90", "NULL");
        add(7, "released", 500, "90", "NULL");
        const auto counted = calibration_of(session, BrandId{1}, Instant(1000ms));
        CHECK(counted.kept == 2);
        CHECK(counted.broken == 2);
        CHECK(counted.undecided == 1);
        CHECK(risk_now(counted).tuned < 0.2);
    });
}
