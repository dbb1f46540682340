// SPDX-License-Identifier: Apache-2.0
#include "app/calc.h"

#include <doctest/doctest.h>

using namespace amends;

TEST_CASE("a formula answers one JSON object")
{
    CHECK(calculated("jalali", R"({"gregorian":"2024-03-20"})") == R"({"jalali":"1403-01-01"})");
    CHECK(calculated("utc_offset", R"({"zone":"Asia/Tehran","date":"2022-07-15"})") == R"({"offset":"+04:30"})");
    CHECK(calculated("utc_offset", R"({"zone":"America/St_Johns","date":"2026-01-15"})") == R"({"offset":"-03:30"})");
    CHECK(calculated("elapsed", R"({"zone":"Europe/Helsinki","start":"2026-10-24T22:00","end":"2026-10-25T08:00"})")
              .value()
              .starts_with(R"({"hours":11)"));
    CHECK(calculated("easter", R"({"year":2024})") == R"({"western":"2024-03-31","orthodox":"2024-05-05"})");
    CHECK(calculated("business_time", R"({"start":"2026-04-02T16:00","zone":"Europe/Helsinki","hours":8,
        "week":{"mon":[["09:00","17:00"]],"tue":[["09:00","17:00"]],"thu":[["09:00","17:00"]],"fri":[["09:00","17:00"]]},
        "holidays":"FI","holiday_sets":{"FI":["2026-04-03","2026-04-06"]}})") == R"({"due":"2026-04-07T13:00:00Z"})");
}

TEST_CASE("statistics answer what R answers")
{
    CHECK(calculated("wilson95", R"({"x":0,"n":10})").value().starts_with(R"({"lo":0,"hi":0.2775)"));
    CHECK(calculated("quantile", R"({"p":0.8,"x":[2,4,4,5,7,9,11,15,21,40]})").value().starts_with(R"({"type1":15)"));
    CHECK(calculated("conformal_rank", R"({"n":8,"alpha":0.1})") == R"({"k":null})");
    CHECK(calculated("conformal_rank", R"({"n":50,"alpha":0.2})") == R"({"k":41})");
    CHECK(calculated("order_statistic_bound", R"({"n":28,"p":0.9,"confidence":0.95})") ==
          R"({"rank":null,"attained":null})");
    CHECK(calculated("fairness", R"({"loads":[10,10,10,10]})") == R"({"gini":0,"jain":1,"n":4})");
    const auto curve = calculated("kaplan_meier", R"({"time":[9,13,13,18,23,28,31,34,45,48,161],
        "event":[1,1,0,1,1,0,1,1,0,1,0]})");
    CHECK(curve->contains(R"("q25":18,"q50":31,"q75":48)"));
    CHECK(curve->contains(R"("conditional":{"given":18,"p_beyond_31":0.685714)"));
    CHECK(calculated("kaplan_meier", R"({"cases":[{"time":[1,2],"event":[1,1]},{"time":[1,2],"event":[1,1]}]})") ==
          R"({"logrank":{"chi_square":0,"p":1}})");
}

TEST_CASE("people for a line are counted as Erlang counted them, and not at all where the line grows without end")
{
    CHECK(calculated("erlang_b", R"({"n":2,"a":1})") == R"({"b":0.2})");
    CHECK(calculated("erlang_c", R"({"n":1,"a":0.5})") == R"({"c":0.5})");
    CHECK(calculated("erlang_c", R"({"n":10,"a":10})") == R"({"c":null})");
    const auto eleven = calculated("erlang_c_service", R"({"n":11,"a":10,"aht_s":180,"t_s":20})").value();
    CHECK(eleven.contains(R"("asa_s":122.7812)"));
    CHECK(eleven.contains(R"("service_level":0.38961)"));
    CHECK(eleven.contains(R"("occupancy":0.90909)"));
    CHECK(calculated("erlang_c_service", R"({"n":10,"a":10,"aht_s":180,"t_s":20})") == R"({"unstable":true})");
}

TEST_CASE("periods of law end on working days")
{
    CHECK(calculated("period_months", R"({"received":"2026-01-31","months":1,"holidays":"none",
        "holiday_sets":{"none":[]}})") == R"({"due":"2026-03-02"})");
    const std::string_view june = R"({"received":"2026-06-18","days":1,"holidays":"FI","without":["2026-06-19"],
        "holiday_sets":{"FI":["2026-06-19"]}})";
    CHECK(calculated("business_days", june) == R"({"due":"2026-06-19"})");
}

TEST_CASE("each formula is listed with its source")
{
    CHECK(listed_formulas().contains("wilson95\n"));
    CHECK(listed_formulas().contains("1182/71"));
}

TEST_CASE("a refusal names the field")
{
    const auto field = [](std::string_view group, std::string_view json) {
        return calculated(group, json).error().field;
    };
    constexpr std::string_view monday = R"({"start":"2026-04-02T16:00","zone":"UTC","hours":8,"holidays":"none",
        "holiday_sets":{"none":[]},"week":{"mon":[["09:00","12:00"],["11:00","17:00"]]}})";

    CHECK(field("wilson95", R"({"x":11,"n":10})") == "x");
    CHECK(field("wilson95", R"({"x":1})") == "n");
    CHECK(field("quantile", R"({"p":0.5,"x":[]})") == "x");
    CHECK(field("quantile", R"({"p":0.5,"x":[1,"two"]})") == "x.1");
    CHECK(field("kaplan_meier", R"({"time":[1,2],"event":[1]})") == "event");
    CHECK(field("fairness", R"({"loads":[1,-1]})") == "loads");
    CHECK(field("jalali", R"({"gregorian":"2026-02-30"})") == "gregorian");
    CHECK(field("elapsed", R"({"zone":"UTC","start":"2026-10-24","end":"2026-10-25T08:00"})") == "start");
    CHECK(field("business_days", R"({"received":"2026-06-18","days":0})") == "days");
    CHECK(field("business_days", R"({"received":"2026-06-18","days":1,"holidays":"XX","holiday_sets":{}})") ==
          "holiday_sets.XX");
    CHECK(field("easter", R"({"year":1500})") == "year");
    CHECK(field("business_time", monday) == "week.mon.1");
}

TEST_CASE("what is missing or makes no sense is refused by name")
{
    CHECK(calculated("nothing", "{}").error().code == "calc.group_unknown");
    CHECK_FALSE(calculated("jalali", "{"));
    CHECK_FALSE(calculated("jalali", "{}"));
    CHECK_FALSE(calculated("jalali", R"({"gregorian":"soon"})"));
    CHECK_FALSE(
        calculated("elapsed", R"({"zone":"Mars/Olympus","start":"2026-10-24T22:00","end":"2026-10-25T08:00"})"));
    CHECK_FALSE(calculated("elapsed", R"({"zone":"UTC","start":"2026-10-24","end":"2026-10-25T08:00"})"));
}
