// SPDX-License-Identifier: Apache-2.0
#include "app/received_mail.h"

#include "conversation/token.h"
#include "platform/mail/proof.h"

#include <algorithm>

namespace amends {
namespace {

using channel::RawMessage;

constexpr std::size_t longest_address = 254;

std::string folded(std::string_view address)
{
    std::string small(address.substr(0, longest_address));
    std::ranges::transform(small, small.begin(),
                           [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    return small;
}

std::optional<CaseId> genuine_token(Desk& desk, const std::string& text)
{
    const auto token = conversation::token_in(text);
    if (!token || token->kind != 'c') return std::nullopt;
    const auto recipient = desk.messages.recipient_with(token->tag);
    const bool genuine =
        recipient && recipient->case_id &&
        desk.tokens.genuine(token->tag, *recipient->case_id, recipient->message_id, recipient->address);
    return genuine ? recipient->case_id : std::nullopt;
}

std::string_view domain_of(std::string_view address)
{
    return address.substr(std::min(address.find('@'), address.size()));
}

// It looks like a token of this line, and no case of ours made it. Another desk's tokens carry another domain.
bool pretends(const std::string& text, const RawMessage& raw)
{
    return conversation::token_in(text) && folded(domain_of(text)).starts_with(folded(domain_of(raw.recipient)));
}

std::vector<conversation::Addressee> addressees_of(const mail::Inbound& mail)
{
    std::vector<conversation::Addressee> list;
    for (const auto& to : mail.to) list.push_back({to.name, folded(to.address), conversation::Role::to});
    for (const auto& cc : mail.cc) list.push_back({cc.name, folded(cc.address), conversation::Role::cc});
    return list;
}

std::string automatic_of(const mail::Inbound& mail)
{
    if (mail.kind != mail::Kind::human) return std::string(name_of(mail.kind));
    return mail.no_answer ? "no_reply" : "";
}

} // namespace

std::string proof_of(const mail::Inbound& mail, const channel::MailConfig& config)
{
    if (!config.trusted_authserv) return "";
    const auto proof = mail::proof_of(mail, folded(*config.trusted_authserv));
    return proof == mail::Proof::none ? "" : std::string(name_of(proof));
}

cases::Clues clues_of(Desk& desk, const mail::Inbound& mail, const RawMessage& raw, std::string_view proof)
{
    cases::Clues clues{.sender_forged = proof == "forged"};
    std::vector<std::string> texts{raw.recipient};
    for (const auto& address : mail.to) texts.push_back(address.address);
    for (const auto& address : mail.cc) texts.push_back(address.address);
    const auto from_here = texts.size();
    texts.insert(texts.end(), mail.in_reply_to.begin(), mail.in_reply_to.end());
    texts.insert(texts.end(), mail.references.rbegin(), mail.references.rend());
    for (const auto& text : texts) {
        if (!clues.token) clues.token = genuine_token(desk, text);
        if (!clues.token && pretends(text, raw)) clues.forged = CaseId{}; // Of no case that there is.
    }
    for (auto at = from_here; at < texts.size() && !clues.references; ++at)
        if (const auto known = desk.messages.inbound_with(texts[at])) clues.references = known->case_id;
    if (const auto number = conversation::case_number_in(mail.subject, desk.brand.brand().prefix))
        if (const auto named = desk.cases.numbered(*number)) clues.number = named->id;
    return clues;
}

bool from_before(const RawMessage& raw)
{
    return raw.origin == channel::Origin::history || raw.origin == channel::Origin::imported;
}

conversation::Received received_from(const mail::Inbound& mail, const RawMessage& raw)
{
    // What is folded away still belongs to the text: the visible part is kept in front, so that nothing is lost.
    const bool in_front = mail.text.starts_with(mail.visible_text);
    conversation::Received received{.channel_id = raw.channel_id,
                                    .raw_id = raw.id,
                                    .kind = conversation::MessageKind::email,
                                    .at = raw.origin == channel::Origin::history && mail.date ? *mail.date
                                                                                              : raw.received_at,
                                    .from_name = mail.from.name,
                                    .from_address = folded(mail.from.address.empty() ? raw.sender : mail.from.address),
                                    .addressees = addressees_of(mail),
                                    .subject = mail.subject,
                                    .text = in_front ? mail.text : mail.visible_text + "\n\n" + mail.text,
                                    .visible_length = static_cast<std::int64_t>(mail.visible_text.size()),
                                    .language = mail.language,
                                    .right_to_left = mail.right_to_left,
                                    .automatic = automatic_of(mail),
                                    .external_id = mail.message_id,
                                    .in_reply_to = mail.in_reply_to.empty() ? "" : mail.in_reply_to.front(),
                                    .body_hash = mail.body_hash};
    return received;
}

} // namespace amends
