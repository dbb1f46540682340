// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/dates_from_words.h"

#include "platform/calendar/dates_in_words.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace amends;
using namespace amends::calendar;

namespace {

// Tuesday, 2 June 2026, which is 12 Khordad 1405.
constexpr LocalTime tuesday{.year = 2026, .month = 6, .day = 2, .hour = 10};

std::string named(std::string_view language, std::string_view text, const LocalTime& now = tuesday)
{
    const Zone zone("Europe/Helsinki");
    const auto found = moment_from_words(language, text, zone, zone.instant(now));
    if (!found) return "none";
    const auto& at = found->local;
    return fmt::format("{:02}-{:02} {:02}:{:02}", at.month, at.day, at.hour, at.minute);
}

} // namespace

TEST_CASE("a weekday is its next one, at the end of the working day")
{
    CHECK(named("en", "by Friday") == "06-05 17:00");
    CHECK(named("en", "on Tuesday") == "06-09 17:00");
    CHECK(named("fi", "perjantaihin mennessä") == "06-05 17:00");
    CHECK(named("fi", "maanantaina") == "06-08 17:00");
    CHECK(named("el", "μέχρι την Παρασκευή") == "06-05 17:00");
    CHECK(named("el", "ΜΕΧΡΙ ΤΗΝ ΠΑΡΑΣΚΕΥΗ") == "06-05 17:00");
    CHECK(named("fa", "تا شنبه") == "06-06 17:00");
    CHECK(named("fa", "تا سه شنبه") == "06-09 17:00");
    CHECK(named("fa", "تا سه‌شنبه") == "06-09 17:00");
}

TEST_CASE("a weekday of next week is not this week's")
{
    CHECK(named("en", "on Friday next week") == "06-12 17:00");
    CHECK(named("fi", "ensi viikon perjantaina") == "06-12 17:00");
    CHECK(named("el", "την Παρασκευή της επόμενης εβδομάδας") == "06-12 17:00");
    CHECK(named("fa", "جمعهٔ هفتهٔ آینده") == "06-12 17:00");
}

TEST_CASE("tomorrow and the day after have a clock when one is named")
{
    CHECK(named("en", "tomorrow") == "06-03 17:00");
    CHECK(named("en", "tomorrow at 10") == "06-03 10:00");
    CHECK(named("en", "tomorrow at half past three") == "06-03 15:30");
    CHECK(named("en", "the day after tomorrow at 4:45 pm") == "06-04 16:45");
    CHECK(named("fi", "huomenna klo 10") == "06-03 10:00");
    CHECK(named("fi", "ylihuomenna puoli neljältä") == "06-04 15:30");
    CHECK(named("fi", "huomenaamulla") == "06-03 12:00");
    CHECK(named("el", "αύριο στις 10") == "06-03 10:00");
    CHECK(named("el", "αύριο στις πεντέμισι") == "06-03 17:30");
    CHECK(named("el", "μεθαύριο στις 3 το μεσημέρι") == "06-04 15:00");
    CHECK(named("fa", "تا فردا ساعت ۱۰") == "06-03 10:00");
    CHECK(named("fa", "تا فردا ساعت 10") == "06-03 10:00");
    CHECK(named("fa", "پس‌فردا ساعت پنج و نیم") == "06-04 17:30");
}

TEST_CASE("a bare hour lies in the day of people, and without a day it is the next such")
{
    CHECK(named("en", "I will call you at 3") == "06-02 15:00");
    CHECK(named("en", "I will call you at 8") == "06-03 08:00");
    CHECK(named("en", "by 5pm") == "06-02 17:00");
    CHECK(named("en", "by 6 tonight") == "06-02 18:00");
    CHECK(named("fi", "kello yksi") == "06-02 13:00");
    CHECK(named("el", "στις 2:30 μ.μ.") == "06-02 14:30");
    CHECK(named("el", "στις 8 π.μ.") == "06-03 08:00");
}

TEST_CASE("a length is counted from now, working days from tomorrow")
{
    CHECK(named("en", "within two days") == "06-04 10:00");
    CHECK(named("en", "in half an hour") == "06-02 10:30");
    CHECK(named("en", "in the next two hours") == "06-02 12:00");
    CHECK(named("en", "within 3-5 business days") == "06-09 17:00");
    CHECK(named("fi", "kahden päivän kuluessa") == "06-04 10:00");
    CHECK(named("fi", "kolmessa päivässä") == "06-05 10:00");
    CHECK(named("fi", "viiden arkipäivän sisällä") == "06-09 17:00");
    CHECK(named("el", "εντός 24 ωρών") == "06-03 10:00");
    CHECK(named("el", "σε μισή ώρα") == "06-02 10:30");
    CHECK(named("fa", "ظرف ۲۴ ساعت") == "06-03 10:00");
    CHECK(named("fa", "نیم ساعت دیگر") == "06-02 10:30");
    CHECK(named("fa", "ظرف سه روز کاری") == "06-07 17:00"); // Thursday and Friday are free in Iran.
}

TEST_CASE("a length across the change of clocks is as long as it says")
{
    CHECK(named("en", "within 24 hours", {.year = 2026, .month = 10, .day = 24, .hour = 22}) == "10-25 21:00");
}

TEST_CASE("what is past names no moment")
{
    CHECK(named("en", "two days ago") == "none");
    CHECK(named("en", "last Friday") == "none");
    CHECK(named("fi", "kaksi päivää sitten") == "none");
    CHECK(named("el", "πριν από δύο ημέρες") == "none");
    CHECK(named("fa", "دو روز پیش") == "none");
}

TEST_CASE("a date is this year's, or the next one's when it is over")
{
    CHECK(named("en", "by 3 June") == "06-03 17:00");
    CHECK(named("en", "by June 20th") == "06-20 17:00");
    CHECK(named("en", "on the 19th") == "06-19 17:00");
    CHECK(named("en", "by 2026-06-15") == "06-15 17:00");
    CHECK(named("en", "by 1 May") == "05-01 17:00");
    CHECK(named("fi", "15.6. mennessä") == "06-15 17:00");
    CHECK(named("fi", "10. kesäkuuta kello 9.15") == "06-10 09:15");
    CHECK(named("el", "μέχρι τις 15/6") == "06-15 17:00");
    CHECK(named("el", "στις 26 Ιουνίου") == "06-26 17:00");
    CHECK(named("fa", "۱۲ خرداد") == "06-02 17:00");
    CHECK(named("fa", "تا بیستم خرداد") == "06-10 17:00");
    CHECK(named("fa", "تا ۱۴۰۵/۰۳/۲۵") == "06-15 17:00");
    CHECK(named("en", "by 31 June") == "none");
}

TEST_CASE("weeks and months end with their last working day and their last day")
{
    CHECK(named("en", "by the end of the week") == "06-05 17:00");
    CHECK(named("en", "next week") == "06-12 17:00");
    CHECK(named("en", "by the end of the month") == "06-30 17:00");
    CHECK(named("en", "in July") == "07-31 17:00");
    CHECK(named("fi", "viikon loppuun mennessä") == "06-05 17:00");
    CHECK(named("fi", "kuun loppuun mennessä") == "06-30 17:00");
    CHECK(named("el", "ως το τέλος της επόμενης εβδομάδας") == "06-12 17:00");
    CHECK(named("el", "μέχρι το τέλος Ιουλίου") == "07-31 17:00");
    CHECK(named("fa", "تا پایان این هفته") == "06-03 17:00");
    CHECK(named("fa", "تا پایان تیر") == "07-22 17:00");
    CHECK(named("fa", "تا پایان ماه") == "06-21 17:00");
}

TEST_CASE("parts of the day have an end")
{
    CHECK(named("en", "tomorrow morning") == "06-03 12:00");
    CHECK(named("en", "by noon on Friday") == "06-05 12:00");
    CHECK(named("en", "this evening") == "06-02 20:00");
    CHECK(named("en", "by close of business on Thursday") == "06-04 17:00");
    CHECK(named("en", "by the end of the day tomorrow") == "06-03 17:00");
    CHECK(named("fi", "tänä iltana") == "06-02 20:00");
    CHECK(named("el", "αύριο το πρωί") == "06-03 12:00");
    CHECK(named("fa", "فردا صبح") == "06-03 12:00");
}

TEST_CASE("what the desk writes itself it understands")
{
    const Zone zone("Asia/Tehran");
    const auto now = zone.instant(tuesday);
    for (const std::string_view language : {"en", "fi", "el", "fa"})
        for (int hours = 1; hours < 24 * 200; hours += 37) {
            const auto at = now + std::chrono::hours(hours);
            const auto found = moment_from_words(language, date_and_time_in_words(language, zone, at), zone, now);
            const auto local = zone.local(at);
            CAPTURE(date_and_time_in_words(language, zone, at));
            REQUIRE(found);
            CHECK(found->clock);
            CHECK(found->local.month == local.month);
            CHECK(found->local.day == local.day);
            // Hours of the night are written like those of the day, and read as such, before eight.
            if (local.hour >= 8) CHECK(found->local.hour == local.hour);
        }
}
