// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/icalendar.h"
#include "platform/calendar/shared_data_test.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::calendar;

namespace {

std::string file_of(const std::string& events)
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + events + "END:VCALENDAR\r\n";
}
std::string event(const std::string& lines) { return "BEGIN:VEVENT\r\n" + lines + "END:VEVENT\r\n"; }

std::string days_in(const std::string& events)
{
    const auto file = read_icalendar(file_of(events), "icalendar", 2026, 2028);
    if (!file) return file.error().code + " " + file.error().field;
    std::string all;
    for (const auto& day : file->days) all += day.day + " " + day.name + "\n";
    return all;
}

} // namespace

TEST_CASE("a whole day is closed, and so is each of an event of several")
{
    CHECK(days_in(event("DTSTART;VALUE=DATE:20261206\r\nSUMMARY:Itsenäisyyspäivä\r\n")) ==
          "2026-12-06 Itsenäisyyspäivä\n");
    CHECK(days_in(event("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\nSUMMARY:Xmas\\, long\r\n")) ==
          "2026-12-24 Xmas, long\n2026-12-25 Xmas, long\n2026-12-26 Xmas, long\n");
    CHECK(days_in(event("DTSTART;VALUE=DATE:20261231\r\nDURATION:P2D\r\nSUMMARY:A\r\n B\r\n")) ==
          "2026-12-31 AB\n2027-01-01 AB\n");
}

TEST_CASE("what comes again every year is written down for each")
{
    CHECK(days_in(event("DTSTART;VALUE=DATE:20200501\r\nRRULE:FREQ=YEARLY\r\n")) ==
          "2026-05-01 \n2027-05-01 \n2028-05-01 \n");
    CHECK(days_in(event("DTSTART;VALUE=DATE:20251127\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\r\n")) ==
          "2026-11-26 \n2027-11-25 \n2028-11-23 \n");
    CHECK(days_in(event("DTSTART;VALUE=DATE:20250526\r\nRRULE:FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO;UNTIL=20270601\r\n")) ==
          "2026-05-25 \n2027-05-31 \n");
    CHECK(days_in(event("DTSTART;VALUE=DATE:20240229\r\nRRULE:FREQ=YEARLY;INTERVAL=1\r\n")) == "2028-02-29 \n");
    CHECK(
        days_in(event("DTSTART;VALUE=DATE:20260501\r\nRRULE:FREQ=YEARLY;COUNT=2\r\nEXDATE;VALUE=DATE:20260501\r\n")) ==
        "2027-05-01 \n");
}

TEST_CASE("an event at an hour of the day closes nothing")
{
    const auto file =
        read_icalendar(file_of(event("DTSTART;TZID=\"Europe/Helsinki\":20261206T100000\r\nDTEND:20261206T110000\r\n"
                                     "RRULE:FREQ=WEEKLY\r\n") +
                               event("DTSTART;VALUE=DATE:20261206\r\nSTATUS:CANCELLED\r\n")),
                       "icalendar", 2026, 2028);
    REQUIRE(file);
    CHECK(file->days.empty());
    CHECK(file->left_out == 2);
}

TEST_CASE("what is no calendar, or asks for too much, is refused by its line")
{
    const auto refused = [](const std::string& text) {
        const auto file = read_icalendar(text, "icalendar", 2026, 2028);
        return file ? std::string() : file.error().code + " " + file.error().field;
    };
    CHECK(refused("") == "calendar.no_icalendar icalendar");
    CHECK(refused("<html>") == "calendar.no_icalendar icalendar");
    CHECK(refused("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n") == "calendar.no_icalendar icalendar");
    CHECK(refused("BEGIN:VCALENDAR\nEND:VEVENT\n") == "calendar.no_icalendar icalendar.2");
    CHECK(refused(std::string("BEGIN:VCALENDAR\0", 16)) == "calendar.no_icalendar icalendar");
    CHECK(refused(std::string(2 << 20, 'A')) == "calendar.file_too_large icalendar");
    CHECK(refused("BEGIN:VCALENDAR\r\nX:" + std::string(20'000, 'A')) == "calendar.line_too_long icalendar.2");
    CHECK(days_in(event("DTSTART;VALUE=DATE:20260230\r\n")) == "calendar.date_invalid icalendar.4");
    CHECK(days_in(event("SUMMARY:A\r\n")) == "calendar.date_invalid icalendar.5");
    CHECK(days_in(event("DTSTART;VALUE=DATE:20260101\r\nDTEND;VALUE=DATE:20270101\r\n")) ==
          "calendar.event_too_long icalendar.5");
    CHECK(days_in(event("DTSTART;VALUE=DATE:20260102\r\nDTEND;VALUE=DATE:20260101\r\n")) ==
          "calendar.date_invalid icalendar.5");
    for (const auto* const rule : {"FREQ=WEEKLY", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=YEARLY;BYDAY=MO", "COUNT=2", "x",
                                   "FREQ=YEARLY;COUNT=99999999999", "FREQ=YEARLY;BYMONTH=13"})
        CHECK(days_in(event("DTSTART;VALUE=DATE:20260101\r\nRRULE:" + std::string(rule) + "\r\n")) ==
              "calendar.rule_unknown icalendar.5");
    std::string many;
    for (int n = 0; n < 2001; ++n) many += event("DTSTART;VALUE=DATE:20260101\r\n");
    CHECK(days_in(many).starts_with("calendar.too_many"));
}

TEST_CASE("calendars of other programs are read")
{
    const auto text = amends::testing::shared_data("holidays/ics/alaveteli_ical-holidays.ics");
    if (!text) return;
    const auto file = read_icalendar(*text, "icalendar", 2026, 2028);
    REQUIRE(file);
    REQUIRE(file->days.size() == 2);
    CHECK(file->days[0].day == "2014-01-01");
    CHECK(file->days[1].name == "New Year's Day");
    const auto outlook = amends::testing::shared_data("holidays/ics/zammad_basic_calendar.ics");
    REQUIRE(outlook);
    const auto meeting = read_icalendar(*outlook, "icalendar", 2026, 2028);
    REQUIRE(meeting);
    CHECK(meeting->days.empty());
    CHECK(meeting->left_out == 1);
}
