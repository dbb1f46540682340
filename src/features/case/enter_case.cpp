// SPDX-License-Identifier: Apache-2.0
#include "case/enter_case.h"

#include "case/acting.h"
#include "case/change_case.h"
#include "case/place_message.h"
#include "case/take_case.h"

namespace amends::cases {
namespace {

constexpr std::size_t longest_text = 1'000'000;
constexpr std::size_t longest_line = 500;

Result<conversation::Received> understood(const Ports& ports, const EnterCase& wish, const EntryPlace& place)
{
    const auto text = trimmed(wish.text);
    if (text.empty()) return refuse(Refusal::invalid, "case.text_missing", "text");
    if (text.size() > longest_text) return refuse(Refusal::invalid, "request.field_too_long", "text");
    const auto subject = trimmed(wish.subject);
    if (subject.empty()) return refuse(Refusal::invalid, "case.subject_missing", "subject");
    if (subject.size() > longest_line) return refuse(Refusal::invalid, "request.field_too_long", "subject");
    const auto name = trimmed(wish.customer.name.value_or(""));
    if (name.size() > longest_line) return refuse(Refusal::invalid, "request.field_too_long", "customer.name");
    AMENDS_TRY(auto address, person::email_address(wish.customer.address.value_or(""), "customer.address"));
    const auto language = wish.language.value_or(place.language);
    return conversation::Received{.channel_id = place.channel_id,
                                  .kind = wish.kind.value_or(conversation::MessageKind::api),
                                  .at = ports.clock.now(),
                                  .from_name = name,
                                  .from_address = std::move(address),
                                  .subject = subject,
                                  .text = text,
                                  .visible_length = static_cast<std::int64_t>(text.size()),
                                  .language = language.empty() ? ports.brand.brand().language : language,
                                  .right_to_left = place.right_to_left,
                                  // Two people may say the same words: each entry is a message of its own.
                                  .external_id = "entered-" +
                                                 std::to_string(static_cast<std::int64_t>(ports.ids.next<MessageId>())),
                                  .body_hash = place.body_hash};
}

} // namespace

Result<Case> enter_case(const Ports& ports, const conversation::Ports& talk, const EnterCase& wish,
                        const EntryPlace& place)
{
    AMENDS_TRY(const auto received, understood(ports, wish, place));
    const auto kept = conversation::receive_message(talk, received);
    AMENDS_TRY(const auto placed, place_message(ports, {.message = kept.message,
                                                        .person = kept.person,
                                                        .channel_id = place.channel_id,
                                                        .channel_kind = std::string(name_of(received.kind)),
                                                        .type = wish.type.value_or(Type::request)}));
    const auto by = acting_user(ports.events);
    if (wish.take.value_or(false) && by && ports.staff.may_own(*by)) return take_case(ports, *placed.case_id, *by);
    return existing(ports, *placed.case_id);
}

} // namespace amends::cases
