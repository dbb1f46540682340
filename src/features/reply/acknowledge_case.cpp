// SPDX-License-Identifier: Apache-2.0
#include "reply/acknowledge_case.h"

#include "case/change_case.h"
#include "reply/addressees.h"
#include "signal/open_signal.h"

#include <fmt/format.h>

namespace amends::reply {
namespace {

using conversation::Message;

constexpr std::int64_t storm = 10;
constexpr std::int64_t person_and_day = 5;
constexpr std::int64_t stranger_and_day = 3;
constexpr std::int64_t flood = 50;
constexpr auto day = std::chrono::days(1);

bool proven(const Ports& ports, const Message& asked)
{
    if (asked.proof == "proven" || asked.proof == "plausible") return true;
    const auto point = ports.desk.people.at(person::ContactKind::email, asked.from_address);
    return asked.proof.empty() && asked.kind != conversation::MessageKind::email && point && point->verified_at;
}

Silence unfit(const Ports& ports, const cases::Case& of, const Message& asked)
{
    if (of.acknowledged_at) return Silence::acknowledged;
    if (!of.mark.empty() || !cases::live(of.status)) return Silence::history;
    if (!asked.automatic.empty() || asked.proof == "forged") return Silence::automatic;
    if (!person::email_address(asked.from_address, "")) return Silence::no_address;
    if (our_own(ports, asked.from_address)) return Silence::automatic;
    if (!barred(ports, asked.from_address).empty()) return Silence::stopped;
    return Silence::none;
}

Answered answered(const Ports& ports, const Message& asked, std::string_view words)
{
    const auto now = ports.desk.clock.now();
    const auto& store = ports.replies;
    const bool known = proven(ports, asked);
    const bool by_form = asked.kind != conversation::MessageKind::email;
    return {.heard_lately = store.heard_from(asked.from_address, now - storm_window),
            .told_today = store.automatic_to(asked.from_address, now - day),
            // Counted where it decides: in a storm of mails it is the dearest question of all.
            .told_strangers_lately = by_form && !known ? store.automatic_to_strangers(now - storm_window) : 0,
            .same_today = store.said_to(asked.from_address, words, now - day),
            .proven = known,
            .by_form = by_form};
}

std::string language_for(const Ports& ports, const cases::Case& of)
{
    const auto person = ports.desk.people.find(of.person_id);
    for (const auto& language : {of.language, person ? person->language : std::string()})
        if (ports.phrases.speaks(language)) return language;
    return ports.desk.brand.brand().language;
}

void warn(const Ports& ports, const cases::Case& of, Silence silence)
{
    if (silence != Silence::storm && silence != Silence::flood) return;
    const bool one_sender = silence == Silence::storm;
    signal::open_signal(ports.signals, {.detector = one_sender ? "mail_storm" : "answer_flood",
                                        .subject_kind = one_sender ? "person" : "brand",
                                        .subject = one_sender ? static_cast<std::int64_t>(of.person_id)
                                                              : static_cast<std::int64_t>(ports.desk.brand.brand().id),
                                        .case_id = of.id,
                                        .owner = of.owner_id});
}

Message words_to(const Ports& ports, const cases::Case& of, const Message& asked, const std::string& language)
{
    const auto now = ports.desk.clock.now();
    const auto& brand = ports.desk.brand.brand();
    const auto ref = brand::case_ref(brand, of.number);
    // Whoever has proved nothing gets no word of their own back: it may be a stranger's.
    const bool known = proven(ports, asked) && !trimmed(asked.subject).empty();
    return {.author = conversation::Author::rule,
            .from_name = brand.sender_name.empty() ? brand.name : brand.sender_name,
            .purpose = conversation::Purpose::acknowledgement,
            .subject = known ? answer_subject(asked.subject, ref)
                             : ports.phrases.acknowledgement_subject(language) + " [" + ref + "]",
            .language = language,
            .in_reply_to = asked.kind == conversation::MessageKind::email ? asked.provider_id : std::string(),
            .send_after = now,
            .at = now};
}

Result<Message> queue(const Ports& ports, const cases::Case& of, const Message& asked, Outgoing outgoing)
{
    const auto line = outgoing.line.id;
    outgoing.addressees = {
        {.address = asked.from_address, .name = proven(ports, asked) ? asked.from_name : std::string()}};
    const auto message = put_into_queue(ports, std::move(outgoing));
    auto reply = reply_to(of, message, line);
    reply.next_update_at = of.next_update_at;
    ports.replies.add(reply);

    auto after = of;
    after.acknowledged_at = message.at;
    after.message_count += 1;
    AMENDS_TRY([[maybe_unused]] const auto written, cases::write(ports.desk, of, std::move(after)));
    return message;
}

} // namespace

Silence caps(const Answered& so_far)
{
    if (so_far.heard_lately > storm) return Silence::storm;
    if (so_far.same_today) return Silence::repeated;
    if (so_far.told_today >= (so_far.proven ? person_and_day : stranger_and_day)) return Silence::capped;
    if (so_far.by_form && !so_far.proven && so_far.told_strangers_lately >= flood) return Silence::flood;
    return Silence::none;
}

Result<Acknowledged> acknowledge_case(const Ports& ports, CaseId id, MessageId asked_id)
{
    AMENDS_TRY(const auto of, cases::existing(ports.desk, id));
    const auto asked = ports.desk.messages.find(asked_id);
    if (!asked) return refuse(Refusal::not_found, "message.not_found");
    if (const auto silence = unfit(ports, of, *asked); silence != Silence::none) return Acknowledged{silence, {}};

    auto line = outgoing_line(ports, of);
    if (!line) return Acknowledged{Silence::no_line, {}};
    ports.desk.people.touch(of.person_id, ports.desk.clock.now()); // Two at once must not both find room under a cap.
    const auto language = language_for(ports, of);
    auto text = ports.phrases.acknowledgement(language, brand::case_ref(ports.desk.brand.brand(), of.number));
    if (const auto silence = caps(answered(ports, *asked, text)); silence != Silence::none) {
        warn(ports, of, silence);
        return Acknowledged{silence, {}};
    }
    AMENDS_TRY(const auto message, queue(ports, of, *asked,
                                         {.of = of,
                                          .line = *std::move(line),
                                          .message = words_to(ports, of, *asked, language),
                                          .text = std::move(text)}));
    return Acknowledged{Silence::none, message.id};
}

} // namespace amends::reply
