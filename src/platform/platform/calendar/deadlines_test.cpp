// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/deadlines.h"

#include <doctest/doctest.h>

#include <set>

using namespace amends::calendar;

namespace {

Date last(std::string_view rule, const Date& event, const ClosedDays& closed = {}, Extended extended = Extended::no)
{
    return last_day(*deadline_rule(rule), event, closed, extended);
}

} // namespace

TEST_CASE("a month ends on the same day of the next, or on the working day after it")
{
    CHECK(last("gdpr_request", {2026, 1, 31}) == Date{2026, 3, 2}); // 28 February is a Saturday.
    CHECK(last("gdpr_request", {2026, 3, 3}, {"2026-04-03", "2026-04-06"}) == Date{2026, 4, 7});
    CHECK(last("gdpr_request", {2026, 5, 4}) == Date{2026, 6, 4});
    CHECK(last("gdpr_request", {2026, 5, 4}, {}, Extended::yes) == Date{2026, 8, 4});
}

TEST_CASE("business days are counted from the day after")
{
    CHECK(last("psd2_complaint", {2026, 6, 1}) == Date{2026, 6, 22});
    CHECK(last("psd2_complaint", {2026, 6, 1}, {"2026-06-19"}) == Date{2026, 6, 23});
    CHECK(last("psd2_complaint", {2026, 6, 1}, {}, Extended::yes) == Date{2026, 7, 20});
    CHECK(last("es_2025_answer", {2026, 6, 1}) == Date{2026, 6, 22});
    CHECK(last("ir_withdrawal", {2026, 6, 1}) == Date{2026, 6, 10});
}

TEST_CASE("days and weeks are those of the calendar")
{
    CHECK(last("fca_complaint", {2026, 6, 1}) == Date{2026, 7, 27});
    CHECK(last("fca_complaint", {2026, 6, 6}) == Date{2026, 8, 1}); // A Saturday stays one where no law moves it.
    CHECK(last("eu_withdrawal", {2026, 6, 1}) == Date{2026, 6, 15});
    CHECK(last("eu_withdrawal", {2026, 6, 6}) == Date{2026, 6, 22}); // 20 June is a Saturday.
}

TEST_CASE("each rule has a key of its own and says where it stands")
{
    std::set<std::string_view> keys;
    for (const auto& rule : deadline_rules()) {
        CHECK(keys.insert(rule.key).second);
        CHECK(rule.length > 0);
        CHECK_FALSE(rule.source.empty());
        CHECK((rule.extended_to == 0 || rule.extended_to > rule.length));
    }
    CHECK(keys.size() == 6);
    CHECK(deadline_rule("no_law") == nullptr);
}
