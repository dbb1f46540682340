// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/dates_from_words.h"

#include "platform/calendar/date_scan.h"

#include <algorithm>
#include <chrono>

namespace amends::calendar {
namespace {

using std::chrono::days;
using std::chrono::local_days;
using std::chrono::minutes;

constexpr int working_day_ends = 17 * 60;

local_days day_of(const LocalTime& local)
{
    return local_days(std::chrono::year(local.year) / local.month / local.day);
}

local_days day_of(const Date& date) { return local_days(std::chrono::year(date.year) / date.month / date.day); }

Date date_of(local_days day)
{
    const std::chrono::year_month_day date(day);
    return {.year = static_cast<int>(date.year()),
            .month = static_cast<int>(static_cast<unsigned>(date.month())),
            .day = static_cast<int>(static_cast<unsigned>(date.day()))};
}

LocalTime at_minute(local_days day, int minute)
{
    const auto [year, month, date] = date_of(day + days(minute / (24 * 60)));
    minute %= 24 * 60;
    return {.year = year, .month = month, .day = date, .hour = minute / 60, .minute = minute % 60};
}

// 0 is Monday.
int weekday_of_day(local_days day) { return static_cast<int>(std::chrono::weekday(day).iso_encoding()) - 1; }

int month_length(const Date& date, bool solar)
{
    if (solar) return jalali_month_length(date.year, date.month);
    const auto last = std::chrono::year(date.year) / date.month / std::chrono::last;
    return static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(last).day()));
}

struct Found {
    std::optional<local_days> date{};
    std::optional<local_days> relative{};
    std::optional<int> weekday{};
    std::optional<int> week{};
    std::optional<local_days> month_end{};
    std::optional<local_days> working{};
    std::optional<LocalTime> length{};
    std::optional<int> clock{};
    std::optional<int> part{};
};

class Reading {
public:
    Reading(std::string_view language, std::string_view text, const text::Lexicon& lexicon, const Zone& zone,
            Instant now)
        : scan_(text, lexicon, language),
          zone_(zone),
          now_(now),
          persian_(language == "fa"),
          local_(zone.local(now)),
          today_(day_of(local_))
    {
    }

    std::optional<NamedMoment> moment()
    {
        for (std::size_t at = 0; at < scan_.size();) at += std::max<std::size_t>(1, read(at));
        return settled();
    }

private:
    // How many words were understood for good; what may be part of something longer is looked at again.
    std::size_t read(std::size_t at)
    {
        if (const auto found = scan_.day_of_month(at)) return take(*found);
        int unit = 0;
        if (const auto found = scan_.length(at, unit)) return take_length(*found, unit);
        if (const auto found = scan_.clock(at)) {
            if (!found_.clock) found_.clock = found->minutes;
            return found->words;
        }
        read_day(at);
        read_week_or_month(at);
        return 1;
    }

    std::size_t take(const DayOfMonth& found)
    {
        if (!found_.date) found_.date = next_such(found);
        return found.words;
    }

    [[nodiscard]] std::optional<local_days> next_such(const DayOfMonth& said) const
    {
        const auto today = said.solar ? jalali_of(date_of(today_)) : date_of(today_);
        Date date{.year = said.year == 0 ? today.year : said.year,
                  .month = said.month == 0 ? today.month : said.month,
                  .day = said.day};
        if (said.month == 0 && date.day < today.day) date.month = date.month % 12 + 1;
        if (said.year == 0 && date < today) ++date.year;
        if (date.day > month_length(date, said.solar)) return {};
        return day_of(said.solar ? gregorian_of(date) : date);
    }

    std::size_t take_length(const Piece& found, int unit)
    {
        if (unit == unit_working_day) {
            if (!found_.working) found_.working = working_days(std::min(found.value, 366));
        } else if (!found_.length) {
            if (unit == unit_month) found_.length = months_on(found.value);
            else found_.length = zone_.local(now_ + minutes(std::int64_t{found.value} * unit));
        }
        return found.words;
    }

    [[nodiscard]] LocalTime months_on(int count) const
    {
        auto later = date_of(today_);
        later.month += std::min(count, 240);
        later.year += (later.month - 1) / 12;
        later.month = (later.month - 1) % 12 + 1;
        later.day = std::min(later.day, month_length(later, false));
        return at_minute(day_of(later), local_.hour * 60 + local_.minute);
    }

    [[nodiscard]] bool free(local_days day) const
    {
        const int weekday = weekday_of_day(day);
        return persian_ ? weekday == 3 || weekday == 4 : weekday >= 5;
    }

    [[nodiscard]] local_days working_days(int count) const
    {
        auto day = today_;
        while (count > 0) {
            day += days(1);
            if (!free(day)) --count;
        }
        return day;
    }

    void read_day(std::size_t at)
    {
        // "By the end of the day tomorrow": the later of the two is meant.
        if (const auto day = scan_.as(at, DateWord::day); day && found_.relative.value_or(today_) == today_)
            found_.relative = today_ + days(day->value);
        if (const auto part = scan_.as(at, DateWord::part); part && !found_.part) found_.part = part->value;
        const auto weekday = scan_.as(at, DateWord::weekday);
        const bool habit = scan_.ends_with(at, "isin"); // "maanantaisin": on Mondays.
        if (weekday && !habit && !found_.weekday && !past(at, at + weekday->words)) found_.weekday = weekday->value;
    }

    [[nodiscard]] bool past(std::size_t begin, std::size_t end) const
    {
        return persian_ ? scan_.as(end, DateWord::gone).has_value() : begin > 0 && scan_.as(begin - 1, DateWord::gone);
    }

    void read_week_or_month(std::size_t at)
    {
        const auto unit = scan_.as(at, DateWord::unit);
        const auto month = scan_.as(at, DateWord::month);
        const auto solar = scan_.as(at, DateWord::solar_month);
        if (month && said_alone(at, at + month->words)) end_of(month->value, false);
        if (solar && said_alone(at, at + solar->words)) end_of(solar->value, true);
        if (!unit) return;
        const std::size_t end = at + unit->words;
        const bool coming = scan_.before(at, DateWord::coming) || scan_.after(end, DateWord::coming);
        const bool current = scan_.before(at, DateWord::current) || scan_.after(end, DateWord::current);
        const bool ends = scan_.before(at, DateWord::end) || scan_.after(end, DateWord::end);
        if (!coming && !current && !ends) return;
        if (unit->value == unit_week && !found_.week) found_.week = coming ? 1 : 0;
        if (unit->value == unit_month) end_of_month(coming ? 1 : 0);
    }

    // "in July", "heinäkuuhun mennessä", not the July of a "July bill".
    [[nodiscard]] bool said_alone(std::size_t at, std::size_t end) const
    {
        return scan_.before(at, DateWord::end) || scan_.after(end, DateWord::end) ||
               scan_.before(at, DateWord::within) || scan_.ends_with(at, "kuussa") || scan_.ends_with(at, "kuuhun");
    }

    void end_of(int month, bool solar)
    {
        if (found_.month_end) return;
        auto date = solar ? jalali_of(date_of(today_)) : date_of(today_);
        if (month < date.month) ++date.year;
        date.month = month;
        date.day = month_length(date, solar);
        found_.month_end = day_of(solar ? gregorian_of(date) : date);
    }

    void end_of_month(int later)
    {
        const auto date = persian_ ? jalali_of(date_of(today_)) : date_of(today_);
        end_of((date.month - 1 + later) % 12 + 1, persian_);
    }

    // Of the week that begins on Monday, or on Saturday in Iran.
    [[nodiscard]] int place_in_week(int weekday) const { return persian_ ? (weekday + 2) % 7 : weekday; }

    [[nodiscard]] local_days day_of_week(int weekday, int weeks) const
    {
        const int ahead = place_in_week(weekday) - place_in_week(weekday_of_day(today_));
        return today_ + days(ahead + 7 * weeks);
    }

    [[nodiscard]] std::optional<local_days> day() const
    {
        if (found_.date) return found_.date;
        const bool only_today = found_.relative == today_ && found_.weekday; // "close of business on Thursday"
        if (found_.relative && !only_today) return found_.relative;
        if (found_.weekday && found_.week.value_or(0) > 0) return day_of_week(*found_.weekday, *found_.week);
        if (found_.weekday) return today_ + days((*found_.weekday - weekday_of_day(today_) + 6) % 7 + 1);
        if (found_.working) return found_.working;
        if (found_.length) return {};
        if (found_.week) return std::max(today_, day_of_week(persian_ ? 2 : 4, *found_.week));
        return found_.month_end;
    }

    [[nodiscard]] int minute_of_day() const
    {
        if (!found_.clock) return found_.part ? *found_.part * 60 : working_day_ends;
        // "tomorrow evening at 8"
        const bool evening = found_.part.value_or(0) >= 17 && *found_.clock < 12 * 60;
        return *found_.clock + (evening ? 12 * 60 : 0);
    }

    [[nodiscard]] std::optional<NamedMoment> settled() const
    {
        const bool clock = found_.clock.has_value();
        const int minute = minute_of_day();
        if (const auto named = day()) return NamedMoment{at_minute(*named, minute), clock};
        if (found_.length && clock) return NamedMoment{at_minute(day_of(*found_.length), minute), true};
        if (found_.length) return NamedMoment{*found_.length, false};
        if (!clock) return {};
        const bool over = minute <= local_.hour * 60 + local_.minute;
        return NamedMoment{at_minute(today_ + days(over ? 1 : 0), minute), true};
    }

    DateScan scan_;
    const Zone& zone_;
    Instant now_;
    bool persian_;
    LocalTime local_;
    local_days today_;
    Found found_{};
};

const text::Lexicon* lexicon_of(std::string_view language)
{
    if (language == "en") return &english_dates();
    if (language == "fi") return &finnish_dates();
    if (language == "el") return &greek_dates();
    if (language == "fa") return &persian_dates();
    return nullptr;
}

} // namespace

std::optional<NamedMoment> moment_from_words(std::string_view language, std::string_view text, const Zone& zone,
                                             Instant now)
{
    const auto* const lexicon = lexicon_of(language);
    if (lexicon == nullptr) return {};
    return Reading(language, text, *lexicon, zone, now).moment();
}

} // namespace amends::calendar
