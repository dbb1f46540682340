// SPDX-License-Identifier: Apache-2.0
#include "reply/unasked.h"

#include "case/change_case.h"
#include "reply/addressees.h"

namespace amends::reply {
namespace {

using conversation::Message;

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

Message message_of(const Ports& ports, const Unasked& to, Instant leaves_at)
{
    const auto& brand = ports.desk.brand.brand();
    const auto asked = ports.desk.messages.newest_inbound(to.of.id);
    return {.author = conversation::Author::rule,
            .from_name = brand.sender_name.empty() ? brand.name : brand.sender_name,
            .subject = answer_subject(to.of.subject, brand::case_ref(brand, to.of.number)),
            .language = to.language,
            .in_reply_to = asked && asked->kind == conversation::MessageKind::email ? asked->provider_id : "",
            .send_after = leaves_at,
            .at = ports.desk.clock.now()};
}

} // namespace

std::optional<Unasked> unasked(const Ports& ports, CaseId id)
{
    auto of = ports.desk.cases.find(cases::shown_as(ports.desk.cases, id));
    if (!of || !cases::live(of->status) || !of->mark.empty()) return std::nullopt;
    auto person = ports.desk.people.find(of->person_id);
    auto point = proven_address(ports, *of);
    auto line = outgoing_line(ports, *of);
    if (!person || !point || !line) return std::nullopt;
    ports.desk.people.touch(of->person_id, ports.desk.clock.now()); // Two at once must not both find room under a cap.
    const auto today = ports.desk.clock.now() - std::chrono::days(1);
    if (ports.replies.automatic_to(point->address, today) >= a_day) return std::nullopt;
    auto language = language_for(ports, *of, *person);
    auto zone = zone_of(ports, of->person_id);
    return Unasked{*std::move(of),   *std::move(person),  *std::move(point),
                   *std::move(line), std::move(language), std::move(zone)};
}

Result<MessageId> write_unasked(const Ports& ports, const Unasked& to, UnaskedLetter letter)
{
    Outgoing outgoing{.of = to.of,
                      .line = to.line,
                      .message = message_of(ports, to, letter.leaves_at),
                      .text = std::move(letter.text),
                      .addressees = {{.address = to.point.address, .name = to.person.name}}};
    const auto message = put_into_queue(ports, std::move(outgoing));
    auto reply = reply_to(to.of, message, to.line.id);
    reply.next_update_at = letter.next_update_at;
    ports.replies.add(reply);
    cases::Case after = to.of;
    after.message_count += 1;
    after.last_message_at = std::max(after.last_message_at, message.at);
    if (letter.next_update_at) after.next_update_at = letter.next_update_at;
    AMENDS_TRY([[maybe_unused]] const auto written, cases::write(ports.desk, to.of, std::move(after)));
    return message.id;
}

} // namespace amends::reply
