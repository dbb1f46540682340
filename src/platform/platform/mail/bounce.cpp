// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/bounce.h"

#include "platform/mail/addresses.h"
#include "platform/mail/ascii.h"
#include "platform/mail/bounce_text.h"
#include "platform/mail/charset.h"
#include "platform/mail/header_text.h"
#include "platform/mail/status_code.h"

namespace amends::mail {

namespace {

constexpr std::size_t most_recipients = 100;

// A piece and its children, in order of the mail.
template <class Visit>
void each_piece(const Piece& piece, Visit visit)
{
    visit(piece);
    for (const auto& child : piece.children) each_piece(child, visit);
}

// "rfc822; kijitora@example.jp" and "smtp; 550 ...": what follows the type.
std::string_view typed(std::string_view value)
{
    const auto sign = value.find(';');
    return trim(sign == std::string_view::npos || sign > 30 ? value : value.substr(sign + 1));
}

std::string clean(std::string_view value, std::size_t most = 1'000) { return decoded(whole_letters(value, most)); }

// A group is a block of fields; the first one is about the message, the others about a recipient each.
std::vector<Fields> groups_of(std::string_view text)
{
    std::vector<Fields> groups;
    for (std::size_t at = 0; at < text.size() && groups.size() <= most_recipients;) {
        auto fields = fields_of(text.substr(at), 100);
        if (fields.all.empty()) { // A line that is none: pass over it.
            const auto end = text.find('\n', at);
            if (end == std::string_view::npos) break;
            at = end + 1;
            continue;
        }
        at += std::max<std::size_t>(fields.body, 1);
        groups.push_back(std::move(fields));
    }
    return groups;
}

bool names_recipient(const Fields& group)
{
    return group.has("Final-Recipient") || group.has("Original-Recipient") || group.has("Action") ||
           group.has("X-Actual-Recipient");
}

Bounce bounce_of(const Fields& group)
{
    Bounce out;
    for (const auto* name : {"Original-Recipient", "Final-Recipient", "X-Actual-Recipient"})
        if (const auto address = tidy_address(typed(group.first(name))); out.recipient.empty() && holds(address, "@"))
            out.recipient = clean(address, 320);
    if (out.recipient.empty()) out.recipient = clean(tidy_address(typed(group.first("Final-Recipient"))), 320);
    out.action = lower(clean(group.first("Action"), 40));
    out.action.resize(std::min(out.action.find_first_of(" (;"), out.action.size()));
    const auto status = group.first("Status");
    out.status = status.empty() ? "" : status_at(status, 0);
    out.diagnostic = clean(typed(group.first("Diagnostic-Code")), 2'000);
    if (out.diagnostic.empty()) out.diagnostic = clean(typed(group.first("X-SMTP-Error")), 2'000);
    return out;
}

// The status of the report is often the sum ("5.0.0"); the answer of the server is more exact.
void sharpen(Bounce& bounce)
{
    const auto said = status_in(bounce.diagnostic);
    const bool vague = bounce.status.empty() || bounce.status.ends_with(".0.0") || bounce.status.size() < 5;
    if (!said.empty() && (vague || (bounce.status.front() == '5' && said.front() == '5'))) bounce.status = said;
    const bool failed = bounce.action.empty() || bounce.action == "failed" || bounce.action == "error";
    bounce.hard = failed && is_hard(bounce.status, bounce.diagnostic);
}

void read_report(const Piece& report, std::string_view explanation, std::vector<Bounce>& bounces)
{
    std::string envelope;
    const bool after_data = refused_after_data(explanation);
    for (const auto& group : groups_of(report.bytes)) {
        if (const auto id = group.first("Original-Envelope-Id"); !id.empty()) envelope = clean(id, 200);
        if (!names_recipient(group) || bounces.size() >= most_recipients) continue;
        auto bounce = bounce_of(group);
        if (bounce.diagnostic.empty()) bounce.diagnostic = clean(explanation.substr(0, 2'000), 2'000);
        sharpen(bounce);
        bounce.hard = bounce.hard && !(after_data && !bounce.status.starts_with("5.1."));
        bounces.push_back(std::move(bounce));
    }
    for (auto& bounce : bounces) bounce.envelope_id = envelope;
}

// Amazon SNS sends a delivery report as JSON in a text of its own.
std::string json_value(std::string_view text, std::string_view key)
{
    const auto at = text.find(std::string("\"") + std::string(key) + "\"");
    if (at == std::string_view::npos) return {};
    const auto open = text.find('"', text.find(':', at));
    const auto close = open == std::string_view::npos ? open : text.find('"', open + 1);
    return close == std::string_view::npos ? std::string() : std::string(text.substr(open + 1, close - open - 1));
}

Returned notification(std::string text)
{
    std::string plain;
    for (const char letter : text.substr(0, 100'000))
        if (letter != '\\') plain += letter;
    const auto type = json_value(plain, "notificationType");
    if (type == "Complaint") return {Kind::feedback_report, "sns_complaint", {}};
    if (type != "Bounce") return {};
    Bounce bounce{.recipient = clean(tidy_address(json_value(plain, "emailAddress")), 320),
                  .status = status_at(json_value(plain, "status"), 0),
                  .action = "failed",
                  .diagnostic = clean(json_value(plain, "diagnosticCode"), 2'000)};
    bounce.hard = json_value(plain, "bounceType") == "Permanent" && is_hard(bounce.status, bounce.diagnostic);
    return {Kind::bounce, "sns_bounce", {bounce}};
}

// The Message-ID of our mail that came back, from the copy of its header.
std::string original_id(const Piece& root, std::string_view text)
{
    std::string id;
    const auto look = [&](const Fields& fields) {
        if (const auto ids = message_ids(fields.first("Message-ID")); id.empty() && !ids.empty()) id = ids.front();
    };
    each_piece(root, [&](const Piece& piece) {
        if (piece.type.value == "message/rfc822" || piece.type.value == "text/rfc822-headers" ||
            piece.type.value == "message/global" || piece.type.value == "message/rfc822-headers" ||
            piece.type.value == "message/global-headers")
            look(fields_of(piece.bytes));
    });
    if (!id.empty()) return id;
    const auto small = lower(text.substr(0, 200'000));
    const auto at = small.find("\nmessage-id:");
    if (at == std::string::npos) return {};
    const auto ids = message_ids(text.substr(at, std::min<std::size_t>(text.find('>', at) - at + 1, 1'000)));
    return ids.empty() ? std::string() : ids.front();
}

bool is_report_type(std::string_view type)
{
    return type == "message/delivery-status" || type == "message/global-delivery-status";
}

Returned by_parts(const Piece& root, const Inbound& mail)
{
    Returned out;
    each_piece(root, [&](const Piece& piece) {
        if (piece.type.value == "message/feedback-report") out = {Kind::feedback_report, "feedback_report", {}};
        if (out.kind == Kind::feedback_report) return;
        if (is_report_type(piece.type.value)) {
            out.kind = Kind::bounce;
            out.reason = "delivery_report";
            if (out.bounces.empty()) read_report(piece, mail.text, out.bounces);
        } else if (piece.type.value == "message/disposition-notification" && out.kind == Kind::human) {
            out = {Kind::auto_reply, "read_receipt", {}};
        }
    });
    // Microsoft's complaints are no reports by their form.
    if (out.kind == Kind::human && starts_as(mail.subject, "complaint about message from ") &&
        root.type.value.starts_with("multipart/"))
        out = {Kind::feedback_report, "complaint", {}};
    const auto report = lower(root.type.parameter("report-type"));
    if (out.kind == Kind::human && report == "feedback-report") out = {Kind::feedback_report, "feedback_report", {}};
    if (out.kind == Kind::human && report == "delivery-status") out = {Kind::bounce, "delivery_report", {}};
    return out;
}
} // namespace

Returned returned(const Fields& fields, const Piece& root, const Inbound& mail)
{
    auto out = by_parts(root, mail);
    if (out.kind == Kind::human && same(mail.from.address, "no-reply@sns.amazonaws.com")) out = notification(mail.text);
    if (const auto report = report_in(fields, mail); out.kind == Kind::human && !report.empty())
        out = {Kind::bounce, fields.has("X-Failed-Recipients") ? "failed_recipients" : "free_text",
               bounces_in(report, mail)};
    if (out.kind == Kind::bounce && out.bounces.empty()) out.bounces = bounces_in(mail.text, mail);
    if (out.kind == Kind::bounce)
        for (auto& bounce : out.bounces) bounce.original_message_id = original_id(root, mail.text);
    return out;
}

} // namespace amends::mail
