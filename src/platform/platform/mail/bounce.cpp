// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/bounce.h"

#include "platform/mail/addresses.h"
#include "platform/mail/ascii.h"
#include "platform/mail/charset.h"
#include "platform/mail/header_text.h"

#include <array>

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

// "5.1.1" at `at`, not a part of an IP address or a version.
std::string status_at(std::string_view text, std::size_t at)
{
    if (at > 0 && (is_alnum(text[at - 1]) || text[at - 1] == '.')) return {};
    std::size_t end = at + 1, dots = 0, digits = 0;
    for (; end < text.size() && (is_digit(text[end]) || text[end] == '.'); ++end) {
        if (text[end] == '.') {
            if (digits == 0 && dots > 0) return {};
            ++dots;
            digits = 0;
        } else if (++digits > 3) return {};
    }
    if (end < text.size() && (is_alnum(text[end]) || text[end] == '-')) return {};
    if (dots == 3 && text[end - 1] == '.') { // The full stop of a sentence.
        --end;
        --dots;
        digits = 1;
    }
    return dots == 2 && digits > 0 ? std::string(text.substr(at, end - at)) : std::string();
}

// The first enhanced status code of the text; one that says nothing ("5.0.0") only when there is no better.
std::string status_in(std::string_view text)
{
    std::string vague;
    for (std::size_t at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
        if (at == 0 || !holds("245", text.substr(at - 1, 1))) continue;
        auto status = status_at(text, at - 1);
        if (status.empty()) continue;
        if (!status.ends_with(".0.0")) return status;
        if (vague.empty()) vague = std::move(status);
    }
    return vague;
}

// The reply code of SMTP, "550", where it stands alone.
std::string reply_in(std::string_view text)
{
    for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
        if (text[at] != '4' && text[at] != '5') continue;
        const bool alone = (at == 0 || (!is_alnum(text[at - 1]) && text[at - 1] != '.')) &&
                           (at + 3 == text.size() || (!is_alnum(text[at + 3]) && text[at + 3] != '.'));
        if (alone && is_digit(text[at + 1]) && text[at + 1] < '6' && is_digit(text[at + 2]))
            return std::string(text.substr(at, 3));
    }
    return {};
}

bool is_letter_of_address(char letter)
{
    return is_alnum(letter) || holds(".!#$%&*+-/=?^_`{|}~'", std::string_view(&letter, 1)) ||
           static_cast<unsigned char>(letter) >= 0x80;
}

// The first address at or behind `at`.
std::string address_in(std::string_view text)
{
    for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        std::size_t from = at, to = at + 1;
        while (from > 0 && at - from < 64 && is_letter_of_address(text[from - 1])) --from;
        while (to < text.size() && to - at < 255 && (is_alnum(text[to]) || text[to] == '.' || text[to] == '-')) ++to;
        while (to > at + 1 && (text[to - 1] == '.' || text[to - 1] == '-')) --to;
        if (from < at && to > at + 1) return tidy_address(text.substr(from, to - from));
    }
    return {};
}

std::string clean(std::string_view value, std::size_t most = 1'000) { return decoded(value.substr(0, most)); }

// ---- RFC 3464 ----

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

// ---- Free text ----

// Where a report ends and the mail that it returns begins.
constexpr auto copies = std::to_array<std::string_view>({
    "copy of the message",      "copy of your message",        "copy of the original",   "original message follows",
    "message headers follow",   "original message headers",    "this line is a copy",    "headers of the original",
    "original message -----",   "original message ----",       "----- original message", "original message header",
    "returned message follows", "message header follows",      "your original message",  "unsent message",
    "message follows",          "message is enclosed",         "----- message header",   "your message reads",
    "message text follows",     "undelivered message follows", "received: from",         "the body of the message is",
});

std::size_t end_of_report(std::string_view small)
{
    auto end = small.size();
    for (const auto copy : copies) end = std::min(end, small.find(copy));
    return end;
}

// Local parts that only machines have.
constexpr auto machines = std::to_array<std::string_view>({"mailer-daemon", "maildaemon", "mail-daemon", "mailerdaemon",
                                                           "postmaster", "post_master", "mdaemon", "mmdf",
                                                           "double-bounce", "bounce-notification", "mail-system"});

constexpr auto subjects = std::to_array<std::string_view>({
    "undeliver",
    "undelivered",
    "delivery status notification",
    "delivery failure",
    "delivery failed",
    "mail delivery fail",
    "delivery has failed",
    "failure notice",
    "failed delivery",
    "failure delivery",
    "returned mail",
    "returned to sender",
    "returning message to sender",
    "mail system error",
    "could not be delivered",
    "couldn't be delivered",
    "not delivered",
    "delivery error",
    "delivery problem",
    "delivery report",
    "delivery status",
    "delivery incomplete",
    "delivery delayed",
    "delayed mail",
    "message delayed",
    "delivery delay",
    "nondeliverable",
    "non-deliverable",
    "non delivery",
    "non-delivery",
    "message delivery failure",
    "message failed",
    "failed mail",
    "mail failure",
    "undelivered mail",
    "error sending your mail",
    "could not send mail",
    "unable to deliver",
    "rejected mail",
    "bounced mail",
    "mail status report",
    "unzustellbar",
    "nicht zustellbar",
    "zustellung fehlgeschlagen",
    "zustellungsfehler",
    "übermittlung fehlgeschlagen",
    "non remis",
    "non distribu",
    "échec de remise",
    "échec de la remise",
    "no se puede entregar",
    "no se ha podido entregar",
    "no entregado",
    "mancato recapito",
    "mancata consegna",
    "impossibile recapitare",
    "não entregue",
    "não é possível entregar",
    "onbestelbaar",
    "niet bezorgd",
    "kan inte levereras",
    "ei voitu toimittaa",
    "toimitus epäonnistui",
    "αποτυχία παράδοσης",
    "недоставлен",
    "не доставлено",
});

// Sentences of servers. One of them, and a machine as sender, or the subject: then it is a bounce.
constexpr auto sentences = std::to_array<std::string_view>({
    "could not be delivered",
    "couldn't be delivered",
    "was not delivered",
    "wasn't delivered",
    "wasn't able to deliver",
    "unable to deliver",
    "unable to be delivered",
    "not able to deliver",
    "could not deliver",
    "cannot be delivered",
    "can not be delivered",
    "can't be delivered",
    "delivery failed",
    "delivery has failed",
    "has failed",
    "failed permanently",
    "delivery to the following",
    "delivery failure",
    "error delivering your mail",
    "permanent error",
    "permanent fatal error",
    "permanent failure",
    "following address(es) failed",
    "delivery errors",
    "did not reach the following",
    "undeliverable",
    "undelivered",
    "not been delivered",
    "will not be delivered",
    "trouble delivering",
    "did not like our",
    "returned to you",
    "is being returned",
    "returned to sender",
    "mailbox is full",
    "mailbox full",
    "user unknown",
    "unknown user",
    "no such user",
    "invalid user",
    "does not exist",
    "recipient's mail",
    "final-recipient:",
    "diagnostic-code:",
    "reporting-mta:",
    "error message below",
    "smtp error from remote",
    "remote host said",
    "your message cannot",
    "error occurred while trying to deliver",
    "refused to accept your message",
    "delayed",
    "is delayed",
    "still being retried",
    "will be retried",
    "no valid recipients",
    "konnte nicht zugestellt",
    "n'a pas pu être",
    "no se pudo entregar",
    "non è stato possibile",
    "не было доставлено",
    "transcript of session follows",
    "не может быть доставлено",
    "transcript of session follows",
});

bool is_machine(const Address& from, std::string_view return_path)
{
    const auto small = lower(from.address);
    const auto local = std::string_view(small).substr(0, small.find('@'));
    if (std::ranges::any_of(machines, [&](auto name) { return local.starts_with(name); })) return true;
    const auto name = lower(from.name);
    if (holds(name, "mail delivery") || holds(name, "mailer-daemon") || holds(name, "mail deliver system") ||
        holds(name, "postmaster"))
        return true;
    const auto path = lower(return_path);
    return path == "<>" || path.starts_with("mailer-daemon") || path.starts_with("<mailer-daemon");
}

// "<kijitora@example.jp>:" or the bare address on a line of its own begins what is said of one recipient.
bool opens_recipient(std::string_view line)
{
    const auto bare = trim(line);
    const auto word = bare.substr(0, std::min(bare.find_first_of(" \t"), bare.size()));
    return word.size() < 330 && holds(word, "@") && line.find_first_not_of(" \t") < 9;
}

std::vector<Bounce> free_text(std::string_view report, const Inbound& mail)
{
    std::vector<Bounce> found;
    std::string before;
    const auto add = [&](std::string_view line) {
        const auto address = address_in(line);
        if (address.empty() || same(address, mail.from.address) || found.size() >= most_recipients) return false;
        if (std::ranges::any_of(found, [&](const Bounce& b) { return same(b.recipient, address); })) return false;
        found.push_back({.recipient = address, .action = "failed"});
        return true;
    };
    for (const auto line : lines_of(report)) {
        if (opens_recipient(line)) add(line);
        auto& text = found.empty() ? before : found.back().diagnostic;
        if (text.size() < 4'000) text.append(line).append(" ");
    }
    if (found.empty() && !add(report)) found.push_back({.action = "failed"});
    const bool delay = holds(lower(mail.subject), "delay") || holds(lower(mail.subject), "warning") ||
                       holds(lower(report), "warning only");
    const bool after_data = refused_after_data(report);
    for (auto& bounce : found) {
        // What stands before the first recipient belongs to each of them ("user unknown: <...>").
        if (reply_in(bounce.diagnostic).empty() || found.size() == 1) bounce.diagnostic += before;
        bounce.status = status_in(bounce.diagnostic);
        if (bounce.status.empty())
            if (const auto reply = reply_in(bounce.diagnostic); !reply.empty())
                bounce.status = reply.substr(0, 1) + ".0.0";
        bounce.diagnostic = clean(bounce.diagnostic, 2'000);
        bounce.action = delay ? "delayed" : "failed";
        bounce.hard = !delay && !after_data && is_hard(bounce.status, bounce.diagnostic);
    }
    return found;
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
    Bounce bounce{.recipient = tidy_address(json_value(plain, "emailAddress")),
                  .status = json_value(plain, "status"),
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

Returned by_text(const Fields& fields, const Inbound& mail)
{
    const auto small = lower(std::string_view(mail.text).substr(0, 60'000));
    const auto report = std::string_view(mail.text).substr(
        0, std::min(mail.text.size(), std::max<std::size_t>(end_of_report(small), 1)));
    const bool machine = is_machine(mail.from, mail.return_path);
    const bool subject = holds_one(lower(mail.subject), subjects);
    const bool failed = fields.has("X-Failed-Recipients");
    const bool sentence = holds_one(std::string_view(small).substr(0, report.size()), sentences);
    const bool nameless = mail.from.address.empty(); // Too little for a machine, unless everything else speaks for it.
    if (!failed && !(machine && (subject || sentence)) && !(nameless && subject && sentence)) return {};
    return {Kind::bounce, failed ? "failed_recipients" : "free_text", free_text(report, mail)};
}

} // namespace

Returned returned(const Fields& fields, const Piece& root, const Inbound& mail)
{
    auto out = by_parts(root, mail);
    if (out.kind == Kind::human && same(mail.from.address, "no-reply@sns.amazonaws.com")) out = notification(mail.text);
    if (out.kind == Kind::human) out = by_text(fields, mail);
    if (out.kind == Kind::bounce && out.bounces.empty()) out.bounces = free_text(mail.text, mail);
    if (out.kind == Kind::bounce)
        for (auto& bounce : out.bounces) bounce.original_message_id = original_id(root, mail.text);
    return out;
}

} // namespace amends::mail
