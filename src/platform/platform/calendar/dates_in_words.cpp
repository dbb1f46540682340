// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/dates_in_words.h"

#include "platform/calendar/jalali.h"

#include <fmt/format.h>

#include <array>

namespace amends::calendar {
namespace {

using Week = std::array<std::string_view, 7>;
using Year = std::array<std::string_view, 12>;

constexpr Week english_days{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
constexpr Week finnish_days{"maanantaina", "tiistaina",  "keskiviikkona", "torstaina",
                            "perjantaina", "lauantaina", "sunnuntaina"};
constexpr Week greek_days{"την Δευτέρα",   "την Τρίτη",  "την Τετάρτη", "την Πέμπτη",
                          "την Παρασκευή", "το Σάββατο", "την Κυριακή"};
constexpr Week persian_days{"دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه", "شنبه", "یکشنبه"};

constexpr Year english_months{"January", "February", "March",     "April",   "May",      "June",
                              "July",    "August",   "September", "October", "November", "December"};
constexpr Year finnish_months{"tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta",  "kesäkuuta",
                              "heinäkuuta", "elokuuta",   "syyskuuta",   "lokakuuta",  "marraskuuta", "joulukuuta"};
constexpr Year greek_months{"Ιανουαρίου", "Φεβρουαρίου", "Μαρτίου",     "Απριλίου",  "Μαΐου",     "Ιουνίου",
                            "Ιουλίου",    "Αυγούστου",   "Σεπτεμβρίου", "Οκτωβρίου", "Νοεμβρίου", "Δεκεμβρίου"};
constexpr Year persian_months{"فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور",
                              "مهر",     "آبان",     "آذر",   "دی",  "بهمن",  "اسفند"};

enum class Tongue : std::uint8_t { english, finnish, greek, persian };

Tongue tongue_of(std::string_view language)
{
    if (language.starts_with("fi")) return Tongue::finnish;
    if (language.starts_with("el")) return Tongue::greek;
    if (language.starts_with("fa")) return Tongue::persian;
    return Tongue::english;
}

std::string_view in(const Week& days, const LocalTime& local)
{
    return days.at(static_cast<std::size_t>(weekday_of(local)));
}

std::string_view in(const Year& months, int month) { return months.at(static_cast<std::size_t>(month - 1)); }

std::string persian_date(const LocalTime& local)
{
    const auto [year, month, day] = jalali_of({.year = local.year, .month = local.month, .day = local.day});
    return fmt::format("{} {} {} {}", in(persian_days, local), persian_digits(fmt::to_string(day)),
                       in(persian_months, month), persian_digits(fmt::to_string(year)));
}

std::string date(Tongue tongue, const LocalTime& local)
{
    const auto& [year, month, day, hour, minute, second] = local;
    switch (tongue) {
    case Tongue::english:
        return fmt::format("{} {} {} {}", in(english_days, local), day, in(english_months, month), year);
    case Tongue::finnish:
        return fmt::format("{} {}. {} {}", in(finnish_days, local), day, in(finnish_months, month), year);
    case Tongue::greek: return fmt::format("{} {} {} {}", in(greek_days, local), day, in(greek_months, month), year);
    case Tongue::persian: return persian_date(local);
    }
    return {};
}

std::string time(Tongue tongue, const LocalTime& local)
{
    const auto clock = fmt::format("{}:{:02}", local.hour, local.minute);
    switch (tongue) {
    case Tongue::english:
    case Tongue::greek: return fmt::format("{:02}:{:02}", local.hour, local.minute);
    case Tongue::finnish: return fmt::format("klo {}.{:02}", local.hour, local.minute);
    case Tongue::persian: return "ساعت " + persian_digits(clock);
    }
    return {};
}

std::string_view between(Tongue tongue, const LocalTime& local)
{
    switch (tongue) {
    case Tongue::english: return " at ";
    case Tongue::finnish: return " ";
    case Tongue::greek: return local.hour == 1 ? " στη " : " στις "; // One o'clock is singular.
    case Tongue::persian: return "، ";
    }
    return {};
}

} // namespace

std::string date_and_time_in_words(std::string_view language, const Zone& zone, Instant at)
{
    const auto local = zone.local(at);
    const auto tongue = tongue_of(language);
    return date(tongue, local).append(between(tongue, local)).append(time(tongue, local));
}

std::string date_in_words(std::string_view language, const Zone& zone, Instant at)
{
    return date(tongue_of(language), zone.local(at));
}

std::string time_in_words(std::string_view language, const Zone& zone, Instant at)
{
    return time(tongue_of(language), zone.local(at));
}

} // namespace amends::calendar
