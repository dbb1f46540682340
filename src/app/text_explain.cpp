// SPDX-License-Identifier: Apache-2.0
#include "app/text_explain.h"

#include "app/refusal_sentences.h"
#include "platform/calendar/iso.h"
#include "platform/calendar/zone.h"
#include "platform/json/read.h"
#include "platform/json/write.h"
#include "platform/speech/promises.h"
#include "platform/text/language.h"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>

namespace amends::app {
namespace {

struct ExplainedText {
    JsonText id{};
    std::string language{};
    bool promise = false;
    std::optional<speech::PromiseKind> promise_kind{};
    std::optional<std::string> due_local{};
};
BOOST_DESCRIBE_STRUCT(ExplainedText, (), (id, language, promise, promise_kind, due_local))

std::string written(const LocalTime& at)
{
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", at.year, at.month, at.day, at.hour, at.minute);
}

Result<std::string> text_member(const json::Node& line, std::string_view name)
{
    const auto found = line.member(name);
    if (!found) return line.refused("request.field_missing", name);
    return found->text();
}

// An id comes back as it went in: a text or a number.
Result<JsonText> id_of(const json::Node& line)
{
    const auto found = line.member("id");
    if (!found) return line.refused("request.field_missing", "id");
    if (const auto number = found->integer()) return JsonText{fmt::to_string(*number)};
    AMENDS_TRY(const auto text, found->text());
    return JsonText{json::text_of(text)};
}

std::string language_of(const json::Node& line, std::string_view text)
{
    const auto said = text_member(line, "lang");
    return said ? said->substr(0, 2) : text::language_of(text).code;
}

// The moment as the zone's clock shows it, when both can be read.
Result<LocalTime> understood(const TextMoment& moment)
{
    if (!calendar::known_zone(moment.zone)) return refuse(Refusal::invalid, "zone.unknown", "zone");
    if (const auto local = calendar::moment_of_iso(moment.now)) return *local;
    return refuse(Refusal::invalid, "request.field_unknown_value", "now");
}

int say_no(std::string_view where, const Refusal& refused)
{
    fmt::print(stderr, "amends text explain: {}{}{}: {}: {}\n", where, refused.field, refused.field.empty() ? "" : " ",
               refused.code, refusal_sentence(refused.code, "en"));
    return 1;
}

} // namespace

Result<std::string> explained_text(std::string_view line, const TextMoment& moment)
{
    AMENDS_TRY(const auto local, understood(moment));
    AMENDS_TRY(const auto node, json::Node::parse(line));
    AMENDS_TRY(auto id, id_of(node));
    AMENDS_TRY(const auto text, text_member(node, "text"));

    const calendar::Zone zone(moment.zone);
    ExplainedText out{.id = std::move(id), .language = language_of(node, text)};
    if (const auto found = speech::promise_in(text, out.language, zone, zone.instant(local))) {
        out.promise = true;
        out.promise_kind = found->kind;
        if (found->due) out.due_local = written(*found->due);
    }
    return json::text_of(out);
}

int text_explain(const std::string& path, const TextMoment& moment)
{
    if (const auto local = understood(moment); !local) return say_no("", local.error());
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        fmt::print(stderr, "amends text explain: {} cannot be read\n", path);
        return 1;
    }
    int unread = 0;
    std::size_t number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const auto said = explained_text(line, moment);
        if (said) fmt::print("{}\n", *said);
        else unread = say_no(fmt::format("{}:{}: ", path, number), said.error());
    }
    return unread;
}

} // namespace amends::app
