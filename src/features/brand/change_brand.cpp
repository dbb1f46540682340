// SPDX-License-Identifier: Apache-2.0
#include "brand/change_brand.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace amends::brand {
namespace {

constexpr std::size_t longest_name = 200;
constexpr std::size_t longest_signature = 4000;
constexpr std::size_t longest_prefix = 8;
constexpr std::size_t most_closed_days = 1000;
constexpr std::size_t most_openings = 70;

std::unexpected<Refusal> wrong(std::string code, std::string field)
{
    return refuse(Refusal::invalid, std::move(code), std::move(field));
}

bool control(char letter)
{
    const auto code = static_cast<unsigned char>(letter);
    return code < 0x20 || code == 0x7f;
}

Result<std::string> one_line(const std::string& text, const char* field, bool may_be_empty)
{
    if (!may_be_empty && text.find_first_not_of(' ') == std::string::npos) return wrong("desk.name_missing", field);
    if (text.size() > longest_name) return wrong("request.field_too_long", field);
    if (std::ranges::any_of(text, control)) return wrong("request.field_has_null", field);
    return text;
}

// It stands in subjects and is looked for in them: capital letters and digits, a letter first.
Result<std::string> case_prefix(const std::string& text)
{
    const auto capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    const auto fits = [&](char letter) { return capital(letter) || (letter >= '0' && letter <= '9'); };
    if (text.empty() || text.size() > longest_prefix || !capital(text[0]) || !std::ranges::all_of(text, fits))
        return wrong("desk.prefix_invalid", "prefix");
    return text;
}

Result<std::string> language_of(const std::string& text)
{
    constexpr std::array<std::string_view, 4> spoken{"en", "fi", "el", "fa"};
    if (std::ranges::find(spoken, text) == spoken.end()) return wrong("user.language_unknown", "language");
    return text;
}

Result<std::int64_t> within(std::int64_t number, std::int64_t least, std::int64_t most, const char* field)
{
    if (number < least || number > most) return wrong("desk.number_out_of_range", field);
    return number;
}

Result<std::int64_t> days_of(const std::string& text)
{
    std::int64_t days = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    if (error != std::errc{} || std::string_view(end, text.data() + text.size()) != "d")
        return wrong("desk.first_update_invalid", "first_update");
    return within(days, 1, 30, "first_update");
}

// Takes the value into its place, or says what is wrong with it.
template <class T>
Result<void> take(T& place, Result<T> value)
{
    if (!value) return std::unexpected(std::move(value).error());
    place = *std::move(value);
    return {};
}

Result<void> change_words(Brand& brand, const ChangeBrand& wish)
{
    Result<void> so_far;
    if (wish.name) so_far = take(brand.name, one_line(*wish.name, "name", false));
    if (so_far && wish.prefix) so_far = take(brand.prefix, case_prefix(*wish.prefix));
    if (so_far && wish.language) so_far = take(brand.language, language_of(*wish.language));
    if (so_far && wish.sender_name) so_far = take(brand.sender_name, one_line(*wish.sender_name, "sender_name", true));
    if (so_far && wish.signature && wish.signature->size() > longest_signature)
        return wrong("request.field_too_long", "signature");
    if (wish.signature) brand.signature = *wish.signature;
    if (wish.zone) brand.zone = *wish.zone;
    return so_far;
}

Result<void> change_numbers(Brand& brand, const ChangeBrand& wish)
{
    Result<void> so_far;
    if (wish.reopen_days) so_far = take(brand.reopen_days, within(*wish.reopen_days, 0, 3650, "reopen_days"));
    if (so_far && wish.undo_seconds)
        so_far = take(brand.undo_seconds, within(*wish.undo_seconds, 0, 300, "undo_seconds"));
    if (so_far && wish.first_update) so_far = take(brand.first_update_days, days_of(*wish.first_update));
    if (so_far && wish.pull_by_minutes)
        so_far = take(brand.pull_by_minutes,
                      within(*wish.pull_by_minutes, 1, std::int64_t{60} * 24 * 30, "pull_by_minutes"));
    if (so_far && wish.away_minutes)
        so_far = take(brand.away_minutes, within(*wish.away_minutes, 5, std::int64_t{60} * 24 * 30, "away_minutes"));
    return so_far;
}

Result<void> check_calendar(const ChangeBrand& wish)
{
    if (wish.opening_hours && !sound_week(*wish.opening_hours)) return wrong("desk.hours_invalid", "opening_hours");
    if (!wish.closed_days) return {};
    if (wish.closed_days->size() > most_closed_days) return wrong("request.field_too_long", "closed_days");
    std::set<std::string> days;
    for (const ClosedDay& day : *wish.closed_days) {
        if (!real_day(day.day) || !days.insert(day.day).second) return wrong("desk.day_invalid", "closed_days");
        if (const auto name = one_line(day.name, "closed_days", true); !name) return std::unexpected(name.error());
    }
    return {};
}

} // namespace

Result<void> change_brand(BrandStore& brands, timeline::EventLog& events, const ChangeBrand& wish)
{
    auto brand = brands.brand();
    if (auto fine = change_words(brand, wish); !fine) return fine;
    if (auto fine = change_numbers(brand, wish); !fine) return fine;
    if (auto fine = check_calendar(wish); !fine) return fine;
    brands.change(brand);
    if (wish.opening_hours) brands.open_at(*wish.opening_hours);
    if (wish.closed_days) brands.close_on(*wish.closed_days);
    events.append("brand.changed", timeline::about("brand", brand.id));
    return {};
}

bool sound_week(std::vector<OpeningHours> hours)
{
    if (hours.size() > most_openings || !std::ranges::all_of(hours, sound)) return false;
    std::ranges::sort(hours, {}, [](const auto& opening) { return std::pair(opening.weekday, opening.opens_minute); });
    for (std::size_t at = 1; at < hours.size(); ++at)
        if (hours[at].weekday == hours[at - 1].weekday && hours[at].opens_minute < hours[at - 1].closes_minute)
            return false;
    return true;
}

bool real_day(std::string_view day)
{
    if (day.size() != 10 || day[4] != '-' || day[7] != '-') return false;
    const auto number = [&](std::size_t from, std::size_t size) {
        int value = 0;
        for (const char digit : day.substr(from, size)) {
            if (digit < '0' || digit > '9') return -1;
            value = value * 10 + (digit - '0');
        }
        return value;
    };
    const int year = number(0, 4);
    const int month = number(5, 2);
    const int date = number(8, 2);
    if (year < 1900 || month < 0 || date < 0) return false;
    return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                       std::chrono::day(static_cast<unsigned>(date)))
        .ok();
}

} // namespace amends::brand
