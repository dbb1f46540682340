// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/bounce_text.h"

#include "platform/mail/addresses.h"
#include "platform/mail/ascii.h"
#include "platform/mail/bounce.h"
#include "platform/mail/charset.h"
#include "platform/mail/header_text.h"
#include "platform/mail/status_code.h"

#include <array>

namespace amends::mail {

namespace {

constexpr std::size_t most_recipients = 100;

std::string clean(std::string_view value, std::size_t most = 1'000) { return decoded(whole_letters(value, most)); }

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
constexpr auto machines = std::to_array<std::string_view>(
    {"mailer-daemon", "microsoftexchange", "maildaemon", "mail-daemon", "mailerdaemon", "postmaster", "post_master",
     "mdaemon", "mmdf", "double-bounce", "bounce-notification", "mail-system"});

constexpr auto subjects = std::to_array<std::string_view>({
    "δεν ήταν δυνατή η παράδοση",
    "Δεν ήταν δυνατή η παράδοση",
    "αδύνατη η παράδοση",
    "Αδύνατη η παράδοση",
    "Αποτυχία παράδοσης",
    "palautettu viesti",
    "toimittamaton",
    "غیر قابل تحویل",
    "غیرقابل تحویل",
    "تحویل ناموفق",
    "تحویل نشد",
    "non recapitabile",
    "niet-bezorgd",
    "no entregable",
    "não foi possível entregar",
    "nedoručiteln",
    "nie można dostarczyć",
    "не удалось доставить",
    "退信",
    "无法投递",
    "配信不能",
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
    "δεν ήταν δυνατή η παράδοση",
    "παράδοση απέτυχε",
    "δεν παραδόθηκε",
    "ei voitu toimittaa",
    "toimitus epäonnistui",
    "ei saatu perille",
    "تحویل داده نشد",
    "تحویل نشد",
    "قابل تحویل",
    "ارسال نشد",
    "nicht zugestellt",
    "kunde inte levereras",
    "kunne ikke leveres",
    "kon niet worden afgeleverd",
    "não pôde ser entregue",
    "no se ha podido entregar",
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

} // namespace

std::vector<Bounce> bounces_in(std::string_view report, const Inbound& mail)
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

std::string_view report_in(const Fields& fields, const Inbound& mail)
{
    const auto small = lower(std::string_view(mail.text).substr(0, 60'000));
    const auto report = std::string_view(mail.text).substr(0, std::max<std::size_t>(end_of_report(small), 1));
    const bool machine = is_machine(mail.from, mail.return_path);
    const bool subject = holds_one(lower(mail.subject), subjects);
    const bool sentence = holds_one(std::string_view(small).substr(0, report.size()), sentences);
    const bool nameless = mail.from.address.empty(); // Too little for a machine, unless everything else speaks for it.
    const bool failed = fields.has("X-Failed-Recipients");
    return failed || (machine && (subject || sentence)) || (nameless && subject && sentence) ? report
                                                                                             : std::string_view();
}

} // namespace amends::mail
