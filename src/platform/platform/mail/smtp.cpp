// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/smtp.h"

#include "base/result.h"
#include "platform/mail/lmtp_syntax.h"
#include "platform/mail/smtp_text.h"
#include "platform/mail/xoauth2.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace amends::mail {
namespace {

constexpr std::size_t longest_line = 4096;
constexpr int most_lines = 100;
constexpr std::size_t slowest = 16UZ * 1024; // Bytes a second that a mail may take to leave.
constexpr int patience_for_the_answer = 10;  // Times: giving up then leaves a mail unconfirmed (RFC 5321 4.5.3.2.6).

Handed outcome(Handed::Kind kind, std::string reason) { return {.kind = kind, .reason = std::move(reason)}; }

std::unexpected<Handed> later(std::string reason) { return std::unexpected(outcome(Handed::later, std::move(reason))); }

std::unexpected<Handed> not_let_in(std::string reason)
{
    auto handed = outcome(Handed::later, std::move(reason));
    handed.authentication = true;
    return std::unexpected(std::move(handed));
}

// Nothing that goes into a command may end it (T26).
std::optional<Handed> unsafe(const Outgoing& mail)
{
    if (!safe_address(mail.to)) return outcome(Handed::failed, "the recipient is no mail address");
    if (!mail.from.empty() && !safe_address(mail.from)) return outcome(Handed::failed, "the sender is no mail address");
    if (mail.envelope_id.size() > 100) return outcome(Handed::failed, "the envelope id is too long");
    return std::nullopt;
}

// 530, 534, 535, 538: authentication needed, too weak, wrong, only with encryption. 5.7.30: passwords are over.
bool about_us(int code, std::string_view text)
{
    return code == 530 || code == 534 || code == 535 || code == 538 || text.starts_with("5.7.30") ||
           text.starts_with("5.7.8");
}

// "2.0.0 Ok: queued as 4XyZ" is known there as 4XyZ.
std::string reference_in(std::string_view text)
{
    const std::string_view words = "queued as ";
    const auto at = text.find(words);
    if (at == std::string_view::npos) return std::string(text);
    text.remove_prefix(at + words.size());
    return std::string(text.substr(0, text.find_first_of(" ;,)>")));
}

} // namespace

Smtp::~Smtp()
{
    if (!wire_) return;
    [[maybe_unused]] const auto said = wire_->write("QUIT\r\n", moment());
}

Handed Smtp::send(const Outgoing& mail)
{
    if (auto wrong = unsafe(mail)) return *std::move(wrong);
    const bool kept = wire_.has_value();
    auto handed = attempt(mail);
    if (kept && !wire_ && handed.kind == Handed::later) handed = attempt(mail);
    return handed;
}

Handed Smtp::probe()
{
    if (auto open = ready(); !open) return std::move(open).error();
    if (auto alive = ask("NOOP", 2); !alive) return std::move(alive).error();
    return {.kind = Handed::accepted};
}

Handed Smtp::attempt(const Outgoing& mail)
{
    if (auto open = ready(); !open) return std::move(open).error();
    begun_ = true;
    if (auto taken = address(mail); !taken) return std::move(taken).error();
    if (auto welcome = ask("DATA", 3); !welcome) return std::move(welcome).error();
    return hand_over(mail);
}

Smtp::Step<void> Smtp::ready()
{
    // A server that says something unasked says good-bye.
    if (wire_ && wire_->stirs(moment())) wire_.reset();
    if (wire_ && begun_ && !ask("RSET", 2)) wire_.reset();
    begun_ = false;
    if (wire_) return {};
    auto opened = open();
    if (opened) return {};
    // Whatever the server holds against us now, it does not hold it against this mail.
    wire_.reset();
    auto handed = std::move(opened).error();
    handed.kind = Handed::later;
    return std::unexpected(std::move(handed));
}

Smtp::Step<void> Smtp::open()
{
    const auto until = soon();
    auto connected = net::Wire::connect(server_.host, server_.port, until);
    if (!connected) return std::unexpected(lost(connected.error()));
    wire_ = *std::move(connected);
    const bool credentials = !server_.user.empty();
    if (server_.security == Server::plain && credentials && !wire_->loopback())
        return later("no password in plain text: choose starttls or tls");
    if (server_.security == Server::tls) {
        if (auto secured = wire_->secure(server_.host, server_.ca_file, until); !secured)
            return std::unexpected(lost(secured.error()));
    }
    auto greeting = reply(until);
    if (!greeting) return std::unexpected(lost(greeting.error()));
    if (greeting->code != 220) return std::unexpected(refused(*greeting));

    if (auto hello = greet(); !hello) return hello;
    if (server_.security == Server::starttls) {
        if (!offers_.starttls) return later("the server offers no STARTTLS");
        AMENDS_TRY(const auto go, ask("STARTTLS", 2));
        if (auto secured = wire_->secure(server_.host, server_.ca_file, soon()); !secured)
            return std::unexpected(lost(secured.error()));
        if (auto again = greet(); !again) return again; // What was offered in plain text does not count.
    }
    if (!credentials) return {};
    return log_in();
}

Smtp::Step<void> Smtp::greet()
{
    offers_ = {};
    if (server_.name.empty() || controls(server_.name)) return later("our own name cannot be said in EHLO");
    AMENDS_TRY(const auto answer, ask("EHLO " + server_.name, 2));
    std::string_view text = answer.text;
    while (!text.empty()) {
        const auto line = upper(text.substr(0, text.find('\n')));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        offers_.starttls |= line == "STARTTLS";
        offers_.dsn |= line == "DSN";
        offers_.utf8 |= line == "SMTPUTF8";
        offers_.eight_bit |= line == "8BITMIME";
        if (line.starts_with("SIZE ")) std::from_chars(line.data() + 5, line.data() + line.size(), offers_.size);
        if (!line.starts_with("AUTH ")) continue;
        offers_.plain |= (line + " ").find(" PLAIN ") != std::string::npos;
        offers_.login |= (line + " ").find(" LOGIN ") != std::string::npos;
    }
    return {};
}

Smtp::Step<void> Smtp::log_in()
{
    if (controls(server_.user) || controls(server_.token)) return not_let_in("control characters in user or token");
    const bool bearer = !server_.token.empty();
    if (!bearer && !offers_.plain && offers_.login) return log_in_by_login();
    auto answer = exchange(bearer ? "AUTH XOAUTH2 " + sasl_xoauth2(server_.user, server_.token)
                                  : "AUTH PLAIN " + sasl_plain(server_.user, server_.password));
    // A refused token is explained first; only after an empty line comes the verdict.
    if (answer && bearer && answer->code == 334) answer = exchange("");
    if (!answer) return std::unexpected(lost(answer.error()));
    if (answer->code == 235) return {};
    auto handed = refused(*answer);
    handed.authentication = answer->code >= 500;
    return std::unexpected(std::move(handed));
}

Smtp::Step<void> Smtp::log_in_by_login()
{
    AMENDS_TRY(const auto name_wanted, ask("AUTH LOGIN", 3));
    AMENDS_TRY(const auto password_wanted, ask(base64(server_.user), 3));
    auto answer = ask(base64(server_.password), 2);
    if (answer) return {};
    answer.error().authentication = answer.error().kind == Handed::failed || answer.error().authentication;
    return std::unexpected(std::move(answer).error());
}

Smtp::Step<void> Smtp::address(const Outgoing& mail)
{
    const bool foreign = !ascii(mail.from) || !ascii(mail.to);
    if (foreign && !offers_.utf8)
        return std::unexpected(outcome(Handed::failed, "the server cannot send to or from such an address (SMTPUTF8)"));
    if (offers_.size != 0 && mail.bytes.size() > offers_.size)
        return std::unexpected(
            outcome(Handed::failed, fmt::format("too large: the server takes {} bytes", offers_.size)));
    const bool reported = mail.report && offers_.dsn;

    auto sender = fmt::format("MAIL FROM:<{}>", mail.from);
    if (offers_.size != 0) sender += fmt::format(" SIZE={}", mail.bytes.size());
    if (offers_.eight_bit && !ascii(mail.bytes)) sender += " BODY=8BITMIME";
    if (foreign) sender += " SMTPUTF8";
    if (reported) sender += " RET=HDRS";
    if (reported && !mail.envelope_id.empty()) sender += " ENVID=" + xtext(mail.envelope_id);
    AMENDS_TRY(const auto begun, ask(sender, 2));

    auto recipient = fmt::format("RCPT TO:<{}>", mail.to);
    if (reported) recipient += " NOTIFY=SUCCESS,FAILURE,DELAY";
    if (reported && !foreign) recipient += " ORCPT=rfc822;" + xtext(mail.to);
    AMENDS_TRY(const auto taken, ask(recipient, 2));
    return {};
}

Handed Smtp::hand_over(const Outgoing& mail)
{
    const auto text = for_the_wire(mail.bytes);
    const auto until = soon() + std::chrono::seconds(text.size() / slowest);
    auto sent = wire().write(text, until);
    if (sent) sent = wire().write(".\r\n", until);
    if (sent) return concluded();

    // Without its last line it is no mail. Perhaps the server said why it does not want it.
    const auto words = reply(moment() + std::min<std::chrono::milliseconds>(server_.patience, std::chrono::seconds(1)));
    auto handed = words && words->code >= 400 ? refused(*words) : lost(sent.error());
    wire_.reset();
    return handed;
}

Handed Smtp::concluded()
{
    const auto answer = reply(moment() + patience_for_the_answer * server_.patience);
    if (answer && answer->code >= 400) return refused(*answer);
    if (answer && answer->code >= 200 && answer->code < 300) {
        const auto words = in_plain_words(answer->text);
        return {.kind = Handed::accepted, .provider_ref = reference_in(words), .reason = words, .code = answer->code};
    }
    auto handed = lost(answer ? net::Broken{.reason = "an answer that means nothing"} : answer.error());
    handed.kind = Handed::unconfirmed;
    return handed;
}

Smtp::Step<Smtp::Reply> Smtp::ask(std::string_view command, int hoped)
{
    auto answer = exchange(command);
    if (!answer) return std::unexpected(lost(answer.error()));
    if (answer->code / 100 == hoped) return *std::move(answer);
    return std::unexpected(refused(*answer));
}

net::Wired<Smtp::Reply> Smtp::exchange(std::string_view command)
{
    const auto until = soon();
    if (auto sent = wire().write(std::string(command) + "\r\n", until); !sent)
        return std::unexpected(std::move(sent).error());
    return reply(until);
}

net::Wired<Smtp::Reply> Smtp::reply(Moment until)
{
    Reply reply;
    for (int lines = 0; lines < most_lines; ++lines) {
        AMENDS_TRY(const auto line, wire().line(longest_line, until));
        int code = 0;
        const auto [end, error] =
            std::from_chars(line.data(), line.data() + std::min<std::size_t>(line.size(), 3), code);
        const bool well_formed = error == std::errc{} && end == line.data() + 3 && code >= 200 && code < 600 &&
                                 (line.size() == 3 || line[3] == ' ' || line[3] == '-');
        if (!well_formed) return std::unexpected(net::Broken{.reason = "this is not SMTP: " + line.substr(0, 80)});
        reply.code = code;
        if (lines > 0) reply.text += '\n';
        if (line.size() > 4) reply.text += line.substr(4);
        if (line.size() == 3 || line[3] == ' ') return reply;
    }
    return std::unexpected(net::Broken{.reason = "an endless answer"});
}

Handed Smtp::refused(const Reply& reply)
{
    if (reply.code == 421) wire_.reset(); // The server hangs up.
    const bool us = about_us(reply.code, reply.text);
    return {.kind = reply.code >= 500 && !us ? Handed::failed : Handed::later,
            .reason = in_plain_words(reply.text),
            .code = reply.code,
            .authentication = us};
}

Handed Smtp::lost(const net::Broken& broken)
{
    wire_.reset();
    return outcome(Handed::later, in_plain_words(broken.reason));
}

net::Wire& Smtp::wire()
{
    if (!wire_) throw Failure("SMTP without a connection");
    return *wire_;
}

} // namespace amends::mail
