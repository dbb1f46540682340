// SPDX-License-Identifier: Apache-2.0
#include "reply/renew_link.h"

#include "case/change_case.h"
#include "reply/addressees.h"

namespace amends::reply {
namespace {

using conversation::Message;

constexpr std::int64_t most_a_day = 3; // To one address, with all that the desk says by itself.

bool mail_may_go(const Ports& ports, const person::ContactPoint& point)
{
    return point.kind == person::ContactKind::email && point.verified_at && !point.stopped_at &&
           !our_own(ports, point.address) && barred(ports, point.address).empty();
}

std::string language_of(const Ports& ports, const cases::Case& of)
{
    const auto person = ports.desk.people.find(of.person_id);
    if (person && ports.phrases.speaks(person->language)) return person->language;
    return ports.phrases.speaks(of.language) ? of.language : ports.desk.brand.brand().language;
}

Message words(const Ports& ports, const std::string& ref, const std::string& language)
{
    const auto now = ports.desk.clock.now();
    const auto& brand = ports.desk.brand.brand();
    return {.author = conversation::Author::rule,
            .from_name = brand.sender_name.empty() ? brand.name : brand.sender_name,
            .purpose = conversation::Purpose::notice,
            .subject = ports.phrases.new_link_subject(language) + " [" + ref + "]",
            .language = language,
            .send_after = now,
            .at = now};
}

} // namespace

Result<MessageId> renew_link(const Ports& ports, CaseId id, const person::ContactPoint& point)
{
    AMENDS_TRY(const auto of, cases::existing(ports.desk, id));
    const Instant now = ports.desk.clock.now();
    if (!cases::ended(of.status) || cases::may_reopen(of, now, ports.desk.brand.brand().reopen_days))
        return refuse(Refusal::conflict, "portal.page_open");
    if (!mail_may_go(ports, point)) return refuse(Refusal::conflict, "portal.no_address");
    ports.desk.people.touch(of.person_id, now); // Two at once must not both find room under the cap.
    if (ports.replies.automatic_to(point.address, now - std::chrono::days(1)) >= most_a_day)
        return refuse(Refusal::rate_limited, "portal.link_just_sent");

    AMENDS_TRY(auto line, outgoing_line(ports, of));
    const auto line_id = line.id;
    const auto language = language_of(ports, of);
    const auto ref = brand::case_ref(ports.desk.brand.brand(), of.number);
    const auto message = put_into_queue(ports, {.of = of,
                                                .line = std::move(line),
                                                .message = words(ports, ref, language),
                                                .text = ports.phrases.new_link(language, ref),
                                                .addressees = {{.address = point.address}}});
    ports.replies.add(reply_to(of, message, line_id));
    auto after = of;
    after.message_count += 1;
    AMENDS_TRY([[maybe_unused]] const auto written, cases::write(ports.desk, of, std::move(after)));
    return message.id;
}

std::optional<Instant> link_until(const Message& message)
{
    if (message.purpose != conversation::Purpose::notice) return std::nullopt;
    return message.at + new_link_opens;
}

} // namespace amends::reply
