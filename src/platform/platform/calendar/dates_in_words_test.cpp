// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/dates_in_words.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::calendar;
using namespace std::chrono_literals;

namespace {

const Zone helsinki("Europe/Helsinki");
const Zone tehran("Asia/Tehran");
const Instant one_pm_utc{std::chrono::sys_days{std::chrono::year{2026} / 6 / 2} + 13h};

} // namespace

TEST_CASE("a moment is written as its reader writes it")
{
    CHECK(date_and_time_in_words("en", helsinki, one_pm_utc) == "Tuesday 2 June 2026 at 16:00");
    CHECK(date_and_time_in_words("fi", helsinki, one_pm_utc) == "tiistaina 2. kesäkuuta 2026 klo 16.00");
    CHECK(date_and_time_in_words("el", Zone("Europe/Athens"), one_pm_utc) == "την Τρίτη 2 Ιουνίου 2026 στις 16:00");
    CHECK(date_and_time_in_words("fa", tehran, one_pm_utc - 30min) ==
          "سه‌شنبه ۱۲ خرداد ۱۴۰۵، ساعت ۱۶:۰۰");
    CHECK(date_and_time_in_words("de", helsinki, one_pm_utc) == "Tuesday 2 June 2026 at 16:00");
}

TEST_CASE("the day is the day where the reader is")
{
    const Instant late = one_pm_utc + 8h; // 21:00 UTC is past midnight in Helsinki and in Tehran.

    CHECK(date_and_time_in_words("fi", helsinki, late) == "keskiviikkona 3. kesäkuuta 2026 klo 0.00");
    CHECK(date_in_words("fa", tehran, late) == "چهارشنبه ۱۳ خرداد ۱۴۰۵");
    CHECK(date_in_words("en", Zone("UTC"), late) == "Tuesday 2 June 2026");
}

TEST_CASE("small hours and minutes are written as each language has it")
{
    const Instant early = one_pm_utc - 11h - 55min; // 04:05 in Helsinki.

    CHECK(time_in_words("en", helsinki, early) == "04:05");
    CHECK(time_in_words("fi", helsinki, early) == "klo 4.05");
    CHECK(time_in_words("fa", helsinki, early) == "ساعت ۴:۰۵");
    CHECK(date_and_time_in_words("el", helsinki, early - 3h) == "την Τρίτη 2 Ιουνίου 2026 στη 01:05");
}

TEST_CASE("Saturday has another article in Greek, and every day and month its name")
{
    CHECK(date_in_words("el", helsinki, one_pm_utc + 96h) == "το Σάββατο 6 Ιουνίου 2026");
    for (const auto* language : {"en", "fi", "el", "fa"})
        for (int day = 0; day < 366; ++day)
            CHECK(date_in_words(language, helsinki, one_pm_utc + day * 24h).find("  ") == std::string::npos);
}
