// SPDX-License-Identifier: Apache-2.0
#include "reply/tell_of_delay.h"

#include "case/change_case.h"
#include "reply/addressees.h"

namespace amends::reply {
namespace {

using conversation::Message;
using promise::Kind;
using promise::Promise;

constexpr std::int64_t a_day = 5; // Automatic answers to one person.

std::string language_for(const Ports& ports, const cases::Case& of, const person::Person& person)
{
    for (const auto& language : {of.language, person.language})
        if (ports.phrases.speaks(language)) return language;
    return ports.desk.brand.brand().language;
}

// Where the customer has shown that it is them who read there.
std::optional<person::ContactPoint> proven_address(const Ports& ports, const cases::Case& of)
{
    const auto newest = ports.desk.messages.newest_inbound(of.id);
    for (const auto& point : ports.desk.people.contact_points(of.person_id)) {
        if (point.kind != person::ContactKind::email || !barred(ports, point.address).empty()) continue;
        const bool wrote = newest && newest->from_address == point.address && newest->automatic.empty() &&
                           (newest->proof == "proven" || newest->proof == "plausible");
        if (point.verified_at || wrote) return point;
    }
    return std::nullopt;
}

Words words_of(const Ports& ports, const Promise& promise, std::string_view language, std::string_view zone)
{
    return {.language = std::string(language),
            .zone = std::string(zone),
            .text = promise.text_id ? ports.desk.texts.text(*promise.text_id) : std::string(),
            .due_at = promise.due_at};
}

// When they hear from us next: as they were told already, or a new time where that is the one that is late.
std::optional<Instant> next_news(const Ports& ports, const cases::Case& of, const Promise& promise)
{
    const auto now = ports.desk.clock.now();
    const bool still_told = of.next_update_at && *of.next_update_at > promise.due_at;
    if (still_told) return std::nullopt;
    const auto days = static_cast<int>(ports.desk.brand.brand().first_update_days);
    return ports.desk.brand.times().after_open_days(std::max(now, promise.due_at), days);
}

struct Told {
    cases::Case of{};
    Promise promise{};
    person::Person person{};
    person::ContactPoint point{};
    channel::Channel line{};
};

std::optional<Told> told_to(const Ports& ports, PromiseId id)
{
    auto promise = ports.promising.promises.find(id);
    if (!promise || promise->side != promise::Side::us || promise->warned_at) return std::nullopt;
    auto of = ports.desk.cases.find(cases::shown_as(ports.desk.cases, promise->case_id));
    if (!of || !cases::live(of->status) || !of->mark.empty()) return std::nullopt;
    auto person = ports.desk.people.find(of->person_id);
    auto point = proven_address(ports, *of);
    auto line = outgoing_line(ports, *of);
    if (!person || !point || !line) return std::nullopt;
    ports.desk.people.touch(of->person_id, ports.desk.clock.now());
    const auto today = ports.desk.clock.now() - std::chrono::days(1);
    if (ports.replies.automatic_to(point->address, today) >= a_day) return std::nullopt;
    return Told{*std::move(of), *std::move(promise), *std::move(person), *std::move(point), *std::move(line)};
}

Message message_of(const Ports& ports, const Told& told, const std::string& language)
{
    const auto now = ports.desk.clock.now();
    const auto& brand = ports.desk.brand.brand();
    const auto asked = ports.desk.messages.newest_inbound(told.of.id);
    return {.author = conversation::Author::rule,
            .from_name = brand.sender_name.empty() ? brand.name : brand.sender_name,
            .subject = answer_subject(told.of.subject, brand::case_ref(brand, told.of.number)),
            .language = language,
            .in_reply_to = asked && asked->kind == conversation::MessageKind::email ? asked->provider_id : "",
            .send_after = now,
            .at = now};
}

Result<bool> say(const Ports& ports, const Told& told, std::string text, const std::string& language,
                 std::optional<Instant> next_update_at)
{
    Outgoing outgoing{.of = told.of,
                      .line = told.line,
                      .message = message_of(ports, told, language),
                      .text = std::move(text),
                      .addressees = {{.address = told.point.address, .name = told.person.name}}};
    const auto message = put_into_queue(ports, std::move(outgoing));
    auto reply = reply_to(told.of, message, told.line.id);
    reply.next_update_at = next_update_at;
    ports.replies.add(reply);
    ports.replies.warns(message.id, told.promise.id);
    cases::Case after = told.of;
    after.message_count += 1;
    after.last_message_at = std::max(after.last_message_at, message.at);
    if (next_update_at) after.next_update_at = next_update_at;
    AMENDS_TRY([[maybe_unused]] const auto written, cases::write(ports.desk, told.of, std::move(after)));
    return true;
}

std::string zone_for(const Ports& ports, const person::Person& person)
{
    return person.zone.empty() ? ports.desk.brand.brand().zone : person.zone;
}

} // namespace

Result<bool> tell_of_delay(const Ports& ports, PromiseId id)
{
    const auto told = told_to(ports, id);
    if (!told || told->promise.state != promise::State::open) return false;
    const auto language = language_for(ports, told->of, told->person);
    const auto words = words_of(ports, told->promise, language, zone_for(ports, told->person));
    auto text = told->promise.kind == Kind::update ? ports.phrases.late_news(words) : ports.phrases.late_result(words);
    return say(ports, *told, std::move(text), language, next_news(ports, told->of, told->promise));
}

Result<bool> tell_of_missed(const Ports& ports, PromiseId id)
{
    const auto told = told_to(ports, id);
    if (!told || told->promise.kind != Kind::appointment || told->promise.state != promise::State::broken) return false;
    const auto language = language_for(ports, told->of, told->person);
    const auto words = words_of(ports, told->promise, language, zone_for(ports, told->person));
    return say(ports, *told, ports.phrases.missed_call(words), language, next_news(ports, told->of, told->promise));
}

} // namespace amends::reply
