// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/encode.h"
#include "platform/crypto/hash.h"
#include "platform/mail/addresses.h"
#include "platform/mail/ascii.h"
#include "platform/mail/authentication.h"
#include "platform/mail/automatic.h"
#include "platform/mail/body.h"
#include "platform/mail/bounce.h"
#include "platform/mail/charset.h"
#include "platform/mail/html_nesting.h"
#include "platform/mail/inbound.h"
#include "platform/mail/quoted.h"
#include "platform/mail/wash.h"
#include "platform/text/language.h"

#include <memory>

namespace amends::mail {

namespace {

// Headers may hold raw bytes of the set that the text is written in.
std::string charset_of(const Piece& root)
{
    if (auto charset = root.type.parameter("charset"); !charset.empty()) return charset;
    for (const auto& child : root.children)
        if (auto charset = charset_of(child); !charset.empty()) return charset;
    return {};
}

void read_people(Inbound& mail, const Fields& fields, std::string_view charset)
{
    mail.from = sender(fields.first("From"), charset);
    if (mail.from.address.empty() && mail.from.name.empty()) mail.from = sender(fields.first("Sender"), charset);
    for (const auto value : fields.every("From"))
        mail.froms += std::max<std::size_t>(addresses(value, charset).size(), 1);
    mail.reply_to = addresses(fields.first("Reply-To"), charset);
    for (const auto value : fields.every("To"))
        for (auto& one : addresses(value, charset)) mail.to.push_back(std::move(one));
    for (const auto value : fields.every("Cc"))
        for (auto& one : addresses(value, charset)) mail.cc.push_back(std::move(one));
    for (const auto* name : {"Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "X-Delivered-To"})
        for (const auto value : fields.every(name))
            for (auto& one : addresses(value, charset)) mail.delivered_to.push_back(std::move(one.address));
    const auto path = fields.first("Return-Path");
    mail.return_path = path == "<>" ? "<>" : sender(path).address;
}

void read_header(Inbound& mail, const Fields& fields, std::string_view charset)
{
    mail.subject = decoded(fields.first("Subject"), charset);
    read_people(mail, fields, charset);
    mail.date = date_of(fields.first("Date"));
    if (auto ids = message_ids(fields.first("Message-ID")); !ids.empty()) mail.message_id = std::move(ids.front());
    mail.in_reply_to = message_ids(fields.first("In-Reply-To"));
    mail.references = message_ids(fields.first("References"));
    for (std::size_t header = 0; const auto value : fields.every("Authentication-Results")) {
        for (auto& one : authentication_results(value)) {
            if (mail.authenticated.size() >= 200) break;
            one.header = header;
            mail.authenticated.push_back(std::move(one));
        }
        ++header;
    }
    mail.marks = marks_of(fields);
}

// The same mail to two recipients differs in its header only; line ends differ between servers.
std::string hash_of(std::string_view body)
{
    while (!body.empty() && is_blank(body.back())) body.remove_suffix(1);
    crypto::Sha256 sum;
    while (!body.empty()) {
        const auto end = std::min(body.find('\r'), body.size());
        sum.add(body.substr(0, end));
        body.remove_prefix(std::min(end + 1, body.size()));
    }
    return crypto::hex(sum.digest());
}

void wash_html(Inbound& mail, std::shared_ptr<const HtmlTree> tree, const Limits& limits)
{
    if (mail.raw_html.empty() || mail.refused) return;
    if (!tree) {
        const bool large = mail.raw_html.size() > limits.html_bytes;
        if (large || !shallow(mail.raw_html, limits.html_depth)) {
            mail.refused = large ? "mail.html_too_large" : "mail.html_too_deep";
            return;
        }
        tree = std::make_shared<const HtmlTree>(mail.raw_html);
    }
    auto washed = wash(*tree);
    mail.html = std::move(washed.html);
    for (auto& part : mail.parts)
        part.in_line = !part.content_id.empty() &&
                       std::ranges::find(washed.content_ids, part.content_id) != washed.content_ids.end();
}

void read_body(Inbound& mail, Piece& root, const Limits& limits, const Spent& spent)
{
    auto body = body_of(root, limits, spent);
    mail.text = text_of(body.lines);
    if (spent.too_much()) mail.refused = mail.refused.value_or("mail.too_slow");
    mail.visible_text = spent.too_much() ? mail.text : visible_part(body.lines);
    mail.raw_html = std::move(body.html);
    mail.parts = std::move(body.parts);
    if (!body.refused.empty()) mail.refused = mail.refused.value_or(body.refused);
    if (spent.too_much()) return; // Its words are in triage as they are; nothing more is made of them.
    wash_html(mail, std::move(body.tree), limits);
    const auto language = text::language_of(mail.visible_text.substr(0, 50'000) + "\n" + mail.subject);
    mail.language = language.code;
    mail.right_to_left = language.right_to_left;
}

void classify(Inbound& mail, const Fields& fields, const Returned& came_back)
{
    mail.kind = came_back.kind;
    mail.automatic_reason = came_back.reason;
    mail.bounces = came_back.bounces;
    mail.no_answer = came_back.kind != Kind::human;
    if (mail.no_answer) return;
    const auto found = automatic(fields, mail.subject, mail.from, mail.reply_to);
    mail.kind = found.kind;
    mail.automatic_reason = found.reason;
    mail.no_answer = found.no_answer;
}

} // namespace

Inbound understand(std::string_view bytes, const Limits& limits)
{
    Inbound mail;
    const Spent spent(limits.cpu);
    constexpr std::size_t header_alone = 1U << 18U;
    const bool large = bytes.size() > limits.bytes;
    const auto fields = fields_of(large ? bytes.substr(0, header_alone) : bytes, limits.headers, limits.header_bytes);
    if (large) mail.refused = "mail.too_large";
    else if (fields.cut) mail.refused = "mail.too_many_headers";

    Tree tree;
    if (!large) tree = parts_of(fields, bytes, limits, spent);
    if (!tree.refused.empty()) mail.refused = mail.refused.value_or(tree.refused);
    read_header(mail, fields, charset_of(tree.root));
    mail.body_hash = hash_of(bytes.substr(std::min(fields.body, bytes.size())));
    read_body(mail, tree.root, limits, spent);
    classify(mail, fields, returned(fields, tree.root, mail));
    return mail;
}

} // namespace amends::mail
