// SPDX-License-Identifier: Apache-2.0
#include "app/promise_replay.h"

#include "app/refusal_sentences.h"
#include "estimate/replay.h"
#include "platform/calendar/opening.h"
#include "platform/json/read.h"
#include "platform/json/write.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <fstream>

namespace amends {
namespace {

using json::Node;

// The digits at a place, or nothing where something else stands there.
std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count)
{
    if (from + count > text.size()) return std::nullopt;
    int number = 0;
    for (const char letter : text.substr(from, count)) {
        if (letter < '0' || letter > '9') return std::nullopt;
        number = number * 10 + (letter - '0');
    }
    return number;
}

// "Z", "+02:00" or "+0200", and nothing at all for UTC: what local time is ahead of UTC.
std::optional<std::chrono::minutes> offset(std::string_view text)
{
    if (text.empty() || text == "Z" || text == "z") return std::chrono::minutes{0};
    const auto hours = digits(text, 1, 2);
    const auto minutes = digits(text, text.size() - 2, 2);
    const bool written = text.size() == 5 || (text.size() == 6 && text[3] == ':');
    if (!written || !hours || !minutes || (text[0] != '+' && text[0] != '-')) return std::nullopt;
    const std::chrono::minutes ahead(*hours * 60 + *minutes);
    return text[0] == '-' ? -ahead : ahead;
}

// "2026-03-27", with or without a time, a fraction and an offset.
std::optional<Instant> rfc3339(std::string_view text)
{
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-') return std::nullopt;
    const std::chrono::year_month_day date = std::chrono::year(*year) / *month / *day;
    if (!date.ok()) return std::nullopt;
    Instant at{std::chrono::sys_days(date)};
    if (text.size() == 10) return at;
    const auto hour = digits(text, 11, 2);
    const auto minute = digits(text, 14, 2);
    if (!hour || !minute || *hour > 24 || *minute > 59 || text[13] != ':') return std::nullopt;
    at += std::chrono::hours(*hour) + std::chrono::minutes(*minute);
    text.remove_prefix(16);
    if (text.starts_with(':')) {
        const auto second = digits(text, 1, 2);
        if (!second || *second > 60) return std::nullopt;
        at += std::chrono::seconds(*second);
        text.remove_prefix(3);
    }
    if (text.starts_with('.')) {
        const auto end = std::min(text.find_first_not_of("0123456789", 1), text.size());
        const auto thousandths = std::string(text.substr(1, std::min<std::size_t>(end - 1, 3))) + "000";
        at += std::chrono::milliseconds(*digits(thousandths, 0, 3));
        text.remove_prefix(end);
    }
    const auto ahead = offset(text);
    if (!ahead) return std::nullopt;
    return at - *ahead;
}

Result<Instant> instant(const Node& node)
{
    if (const auto written = node.text()) {
        if (const auto at = rfc3339(*written)) return *at;
        return node.refused("request.field_unknown_value");
    }
    return json::read<Instant>(node);
}

Result<std::string> text_or_empty(const Node& line, std::string_view name)
{
    const auto found = line.member(name);
    if (!found || found->null()) return std::string();
    return found->text();
}

Result<estimate::PastCase> past_case(const Node& line)
{
    estimate::PastCase past;
    const auto started = line.member("started_at");
    if (!started) return line.refused("request.field_missing", "started_at");
    AMENDS_TRY(past.started_at, instant(*started));
    const auto ended = line.member("ended_at");
    if (!ended) return line.refused("request.field_missing", "ended_at");
    if (!ended->null()) {
        AMENDS_TRY(past.ended_at, instant(*ended));
        if (*past.ended_at < past.started_at) return ended->refused("request.field_out_of_range");
    }
    AMENDS_TRY(past.segment.topic, text_or_empty(line, "topic"));
    AMENDS_TRY(past.segment.type, text_or_empty(line, "type"));
    return past;
}

Result<std::vector<estimate::PastCase>> history_of(std::istream& lines)
{
    std::vector<estimate::PastCase> history;
    std::string line;
    for (std::int64_t number = 1; std::getline(lines, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const auto node = Node::parse(line);
        auto past = node ? past_case(*node) : std::unexpected(node.error());
        if (!past) {
            auto refusal = std::move(past).error();
            refusal.field = fmt::format("{}{}{}", number, refusal.field.empty() ? "" : ".", refusal.field);
            return std::unexpected(std::move(refusal));
        }
        history.push_back(*std::move(past));
    }
    std::ranges::stable_sort(history, {}, &estimate::PastCase::started_at);
    return history;
}

std::optional<WeeklyHours> hours_of(std::string_view calendar)
{
    if (calendar == "24x7") return WeeklyHours{};
    if (calendar != "weekday_9_17_helsinki") return std::nullopt;
    WeeklyHours week;
    for (int weekday = 0; weekday < 5; ++weekday)
        week.hours.push_back({.weekday = weekday, .opens_minute = 9 * 60, .closes_minute = 17 * 60});
    return week;
}

// From before the first start to long after the last end: a promise that lies beyond is not due within the history.
std::vector<Interval> open_during(const std::vector<estimate::PastCase>& history, const WeeklyHours& week,
                                  const calendar::Zone& zone)
{
    if (history.empty()) return {};
    Instant last{history.back().started_at};
    for (const auto& each : history) last = std::max(last, each.ended_at.value_or(last));
    return calendar::expand(week, {}, zone, history.front().started_at - std::chrono::days{1},
                            last + std::chrono::days{1});
}

} // namespace

Result<std::string> replayed(std::string_view calendar, std::istream& lines)
{
    const auto week = hours_of(calendar);
    if (!week) return refuse(Refusal::invalid, "request.field_unknown_value", "calendar");
    AMENDS_TRY(const auto history, history_of(lines));
    const calendar::Zone zone("Europe/Helsinki");
    const OpenAxis axis(open_during(history, *week, zone));
    return json::text_of(estimate::replay(history, axis, zone));
}

int replay_promises(const std::string& calendar, const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        fmt::print(stderr, "amends promise replay: {} cannot be read\n", path);
        return 1;
    }
    const auto answer = replayed(calendar, file);
    if (answer) fmt::print("{}\n", *answer);
    else
        fmt::print(stderr, "amends promise replay: {}: {}: {}\n", answer.error().code, answer.error().field,
                   refusal_sentence(answer.error().code, "en"));
    return answer ? 0 : 1;
}

} // namespace amends
