// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/icalendar.h"

#include "platform/calendar/iso.h"
#include "platform/calendar/yearly_rule.h"
#include "platform/calendar/zone.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <map>
#include <set>

namespace amends::calendar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr std::size_t largest_file = std::size_t{1} << 20;
constexpr std::size_t longest_line = 10'000;
constexpr std::size_t most_events = 2000;
constexpr std::size_t most_days = 5000;
constexpr std::size_t longest_name = 200;
constexpr int longest_event = 60; // Days.

// A content line: NAME;PARAMETERS:VALUE.
struct Line {
    std::size_t number{};
    std::string name{};
    std::string parameters{};
    std::string value{};
};

std::string capitals(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    return text;
}

class Refusing {
public:
    explicit Refusing(std::string_view field) : field_(field) {}
    [[nodiscard]] std::unexpected<Refusal> all(std::string code) const
    {
        return refuse(Refusal::invalid, std::move(code), field_);
    }
    [[nodiscard]] std::unexpected<Refusal> at(const Line& line, std::string code) const
    {
        return refuse(Refusal::invalid, std::move(code), field_ + "." + std::to_string(line.number));
    }

private:
    std::string field_;
};

// A colon within quotation marks belongs to a parameter.
Line split(std::string_view text, std::size_t number)
{
    bool quoted = false;
    std::size_t colon = 0;
    for (; colon < text.size() && (quoted || text[colon] != ':'); ++colon)
        if (text[colon] == '"') quoted = !quoted;
    const auto head = text.substr(0, colon);
    const auto semicolon = std::min(head.find(';'), head.size());
    return {.number = number,
            .name = capitals(std::string(head.substr(0, semicolon))),
            .parameters = capitals(std::string(head.substr(semicolon))),
            .value = std::string(colon < text.size() ? text.substr(colon + 1) : std::string_view{})};
}

// Folded lines are joined: what begins with a space or a tab goes on.
Result<std::vector<Line>> lines_of(std::string_view text, const Refusing& refusing)
{
    std::vector<Line> lines;
    std::string open;
    std::size_t begins = 0;
    std::size_t number = 0;
    const auto close = [&] {
        if (!open.empty()) lines.push_back(split(open, begins));
        open.clear();
    };
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.size() + open.size() > longest_line) return refusing.at({.number = number}, "calendar.line_too_long");
        const bool folded = line.starts_with(' ') || line.starts_with('\t');
        if (folded) {
            open += line.substr(1);
            continue;
        }
        close();
        open = line;
        begins = number;
    }
    close();
    return lines;
}

// "\," and "\n" are written so; what is left of control characters becomes a space.
std::string words_of(std::string_view value)
{
    std::string words;
    for (std::size_t at = 0; at < value.size() && words.size() < longest_name; ++at) {
        char letter = value[at];
        if (letter == '\\' && at + 1 < value.size()) letter = value[++at] == 'n' || value[at] == 'N' ? ' ' : value[at];
        words += static_cast<unsigned char>(letter) < ' ' || letter == 0x7f ? ' ' : letter;
    }
    // Cut between characters, never inside one.
    while (words.size() >= longest_name && !words.empty() &&
           (static_cast<unsigned char>(words.back()) & 0xc0U) == 0x80U)
        words.pop_back();
    if (words.size() >= longest_name) words.pop_back();
    return words;
}

std::optional<sys_days> date_of(std::string_view text)
{
    if (text.size() != 8) return std::nullopt;
    const std::string iso{std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" +
                          std::string(text.substr(6))};
    const auto local = day_of_iso(iso);
    if (!local || local->year < 1900 || local->year > 2200) return std::nullopt;
    return sys_days(std::chrono::year(local->year) / static_cast<int>(local->month) / static_cast<int>(local->day));
}

std::string iso(sys_days day)
{
    const std::chrono::year_month_day date(day);
    return iso_date({.year = static_cast<int>(date.year()),
                     .month = static_cast<int>(static_cast<unsigned>(date.month())),
                     .day = static_cast<int>(static_cast<unsigned>(date.day()))});
}

struct Event {
    std::optional<sys_days> starts{};
    int length = 1;
    std::optional<YearlyRule> rule{};
    std::set<sys_days> except{};
    std::string name{};
    bool left_out = false; // It has an hour, or was cancelled.
};

// "P1D", "P2W".
std::optional<int> length_of(std::string_view text)
{
    if (text.size() < 3 || text.front() != 'P') return std::nullopt;
    int number = 0;
    const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), number);
    if (error != std::errc{} || end + 1 != text.data() + text.size() || number < 1 || number > longest_event)
        return std::nullopt;
    return *end == 'D' ? std::optional(number) : *end == 'W' ? std::optional(number * 7) : std::nullopt;
}

bool has_hour(const Line& line) { return line.value.find('T') != std::string::npos; }

class Reader {
public:
    Reader(std::string_view field, int first, int last) : refusing_(field), first_(first), last_(last) {}

    Result<CalendarFile> read(std::string_view text)
    {
        if (text.size() > largest_file) return refusing_.all("calendar.file_too_large");
        if (text.find('\0') != std::string_view::npos) return refusing_.all("calendar.no_icalendar");
        AMENDS_TRY(const auto lines, lines_of(text, refusing_));
        if (lines.empty() || lines.front().name != "BEGIN" || capitals(lines.front().value) != "VCALENDAR")
            return refusing_.all("calendar.no_icalendar");
        for (const Line& line : lines)
            if (auto done = take(line); !done) return std::unexpected(std::move(done).error());
        if (!within_.empty()) return refusing_.all("calendar.no_icalendar");
        return finished();
    }

private:
    Result<void> take(const Line& line)
    {
        constexpr std::size_t deepest = 8;
        if (line.name == "BEGIN") {
            within_.push_back(capitals(line.value));
            if (within_.size() > deepest) return refusing_.at(line, "calendar.no_icalendar");
            if (within_.back() == "VEVENT") event_ = {};
            return {};
        }
        if (line.name == "END") {
            if (within_.empty() || within_.back() != capitals(line.value))
                return refusing_.at(line, "calendar.no_icalendar");
            within_.pop_back();
            return capitals(line.value) == "VEVENT" ? keep(line) : Result<void>{};
        }
        return !within_.empty() && within_.back() == "VEVENT" ? take_of_event(line) : Result<void>{};
    }

    Result<void> take_of_event(const Line& line)
    {
        if (line.name == "SUMMARY") event_.name = words_of(line.value);
        if (line.name == "STATUS" && capitals(line.value) == "CANCELLED") event_.left_out = true;
        if (line.name == "DTSTART") return take_start(line);
        if (line.name == "DTEND") return take_end(line);
        if (line.name == "DURATION" && !event_.left_out) {
            const auto length = length_of(line.value);
            if (!length || *length > longest_event) return refusing_.at(line, "calendar.event_too_long");
            event_.length = *length;
        }
        if (line.name == "RRULE" && !event_.left_out) {
            event_.rule = yearly_rule(line.value);
            if (!event_.rule) return refusing_.at(line, "calendar.rule_unknown");
        }
        return line.name == "EXDATE" ? take_exceptions(line) : Result<void>{};
    }

    Result<void> take_start(const Line& line)
    {
        if (has_hour(line)) event_.left_out = true;
        else if (event_.starts = date_of(line.value); !event_.starts)
            return refusing_.at(line, "calendar.date_invalid");
        return {};
    }

    // The end is the first day that does not belong to it any more.
    Result<void> take_end(const Line& line)
    {
        if (has_hour(line)) return {};
        const auto end = date_of(line.value);
        if (!end) return refusing_.at(line, "calendar.date_invalid");
        if (!event_.starts) return {};
        const auto length = (*end - *event_.starts).count();
        if (length < 0) return refusing_.at(line, "calendar.date_invalid");
        if (length > longest_event) return refusing_.at(line, "calendar.event_too_long");
        event_.length = std::max(static_cast<int>(length), 1);
        return {};
    }

    Result<void> take_exceptions(const Line& line)
    {
        for (std::string_view rest = line.value; !rest.empty();) {
            const auto comma = std::min(rest.find(','), rest.size());
            const auto day = date_of(rest.substr(0, std::min<std::size_t>(comma, 8)));
            if (!day) return refusing_.at(line, "calendar.date_invalid");
            event_.except.insert(*day);
            rest.remove_prefix(std::min(comma + 1, rest.size()));
        }
        return {};
    }

    Result<void> keep(const Line& line)
    {
        if (++events_ > most_events) return refusing_.at(line, "calendar.too_many");
        if (event_.left_out) {
            ++left_out_;
            return {};
        }
        if (!event_.starts) return refusing_.at(line, "calendar.date_invalid");
        const auto starts =
            event_.rule ? event_.rule->days(*event_.starts, first_, last_) : std::vector<sys_days>{*event_.starts};
        for (const auto start : starts) {
            if (event_.except.contains(start)) continue;
            for (int day = 0; day < event_.length; ++day) found_.emplace(iso(start + days{day}), event_.name);
        }
        if (found_.size() > most_days) return refusing_.at(line, "calendar.too_many");
        return {};
    }

    CalendarFile finished()
    {
        CalendarFile file{.left_out = left_out_};
        for (auto& [day, name] : found_) file.days.push_back({day, name});
        return file;
    }

    Refusing refusing_;
    int first_;
    int last_;
    std::vector<std::string> within_{};
    Event event_{};
    std::size_t events_ = 0;
    std::int64_t left_out_ = 0;
    std::map<std::string, std::string> found_{};
};

} // namespace

Result<CalendarFile> read_icalendar(std::string_view text, std::string_view field, int first, int last)
{
    return Reader(field, first, last).read(text);
}

} // namespace amends::calendar
