// SPDX-License-Identifier: Apache-2.0
#include "handover/hand_over.h"

#include "case/acting.h"
#include "case/change_case.h"
#include "promise/record_promise.h"

#include <algorithm>

namespace amends::handover {
namespace {

constexpr int newest_messages = 50;

void promise_contact(const Ports& ports, const cases::Case& of, PromiseId id, Instant by)
{
    const promise::Promise contact{
        .id = id,
        .case_id = of.id,
        .kind = promise::Kind::appointment,
        .side = promise::Side::us,
        .made_by = cases::acting_user(ports.desk.events),
        .keeper_id = of.owner_id,
        .beneficiary_id = of.person_id,
        .text_id = cases::keep_text(ports.desk, of.language, ports.words.contact_by(of.language, *of.owner_id)),
        .made_at = ports.desk.clock.now(),
        .due_at = by,
        .original_due_at = by,
        .basis = promise::Basis::own_word,
        .told_how = promise::ToldHow::page};
    promise::write_new(ports.promising, contact);
}

SaidLine line_of(const Ports& ports, const conversation::Message& message)
{
    auto text = ports.desk.texts.text(message.text_id);
    const auto own = static_cast<std::size_t>(std::max<std::int64_t>(message.visible_length, 0));
    return {message.at, message.direction == conversation::Direction::outbound,
            text.substr(0, std::min(own, text.size()))};
}

} // namespace

Result<cases::Case> hand_over(const Ports& ports, cases::HandOverCase wish)
{
    if (wish.kind != cases::HandOverKind::hierarchical) return cases::hand_over_case(ports.desk, wish);
    const auto contact = ports.desk.ids.next<PromiseId>();
    wish.contact_promise = contact;
    AMENDS_TRY(auto after, cases::hand_over_case(ports.desk, wish));
    promise_contact(ports, after, contact, *wish.contact_by);
    if (auto done = promise::refresh_clock(ports.promising, after.id); !done) return std::unexpected(done.error());
    return cases::existing(ports.desk, after.id);
}

Result<CaseFacts> facts_of(const Ports& ports, CaseId id)
{
    const auto& desk = ports.desk;
    AMENDS_TRY(auto of, cases::existing(desk, id));
    CaseFacts facts{.of = std::move(of), .wait = desk.cases.open_wait(id)};
    if (const auto person = desk.people.find(facts.of.person_id)) facts.customer = person->name;
    if (facts.of.what_happened) facts.what_happened = desk.texts.text(*facts.of.what_happened);
    if (facts.of.desired_remedy) facts.desired_remedy = desk.texts.text(*facts.of.desired_remedy);
    auto messages = desk.messages.of_case(id, Instant::max(), MessageId{INT64_MAX}, newest_messages);
    std::ranges::reverse(messages);
    for (const auto& message : messages)
        if (message.author != conversation::Author::rule && message.automatic.empty())
            facts.said.push_back(line_of(ports, message));
    for (auto& promise : ports.promising.promises.of_case(id)) {
        auto text = promise.text_id ? desk.texts.text(*promise.text_id) : std::string();
        facts.promises.push_back({std::move(promise), std::move(text)});
    }
    return facts;
}

} // namespace amends::handover
