// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/imap.h"

#include "platform/mail/imap_answer.h"
#include "platform/mail/lmtp_syntax.h"
#include "platform/mail/smtp_text.h"
#include "platform/mail/xoauth2.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

namespace amends::mail {
namespace {

using namespace std::chrono_literals;

// A search that finds two million mails fits.
constexpr std::size_t longest_line = 16UZ * 1024 * 1024;
constexpr std::size_t most_literals = 100;
constexpr std::size_t largest_small_literal = 64UZ * 1024;
constexpr std::size_t largest_header = 256UZ * 1024;
constexpr std::uint64_t slowest = 16UZ * 1024; // Bytes a second that a mail may take.
constexpr auto between_polls = 15s;

std::chrono::seconds time_for(std::uint64_t bytes) { return std::chrono::seconds(bytes / slowest); }

} // namespace

Imap::~Imap()
{
    if (!wire_) return;
    [[maybe_unused]] const auto said = wire_->write("z LOGOUT\r\n", moment());
}

void Imap::connect(const std::stop_token& stop)
{
    wire_.reset();
    news_ = false;
    exists_ = 0;
    const auto until = soon();
    auto connected = net::Wire::connect(server_.host, server_.port, until, stop);
    if (!connected) fail(connected.error().reason);
    wire_ = *std::move(connected);
    if (server_.security == Server::plain && !server_.user.empty() && !wire_->loopback())
        fail("no password in plain text: choose starttls or tls");
    if (server_.security == Server::tls) {
        if (auto secured = wire_->secure(server_.host, server_.ca_file, until); !secured) fail(secured.error().reason);
    }
    greet();
}

void Imap::greet()
{
    largest_ = largest_small_literal;
    const auto greeting = answer(soon());
    const bool known_already = is(greeting.text, "* PREAUTH");
    if (!known_already && !is(greeting.text, "* OK")) fail("no greeting of IMAP: " + greeting.text);
    ask_abilities();
    if (server_.security == Server::starttls) {
        if (abilities_.find(" STARTTLS ") == std::string::npos) fail("the server offers no STARTTLS");
        require("STARTTLS");
        if (auto secured = wire().secure(server_.host, server_.ca_file, soon()); !secured) fail(secured.error().reason);
        ask_abilities(); // What was offered in plain text does not count.
    }
    if (server_.user.empty() || known_already) return;
    log_in();
    ask_abilities();
}

void Imap::ask_abilities()
{
    abilities_ = " ";
    require("CAPABILITY", [this](const ImapAnswer& answer) {
        if (is(answer.text, "* CAPABILITY ")) abilities_ += upper(answer.text.substr(13)) + " ";
    });
}

void Imap::log_in()
{
    if (server_.token.empty()) return log_in_by_password();
    if (controls(server_.user) || controls(server_.token)) fail("control characters in user or token");
    const auto words = sasl_xoauth2(server_.user, server_.token);
    const bool at_once = abilities_.find(" SASL-IR ") != std::string::npos;
    const auto tag = say(at_once ? "AUTHENTICATE XOAUTH2 " + words : "AUTHENTICATE XOAUTH2");
    auto result = verdict(tag, soon());
    if (!at_once && result.kind == Verdict::go_on) {
        write(words);
        result = verdict(tag, soon());
    }
    if (result.kind == Verdict::go_on) {
        // A refused token is explained first; only after an empty line comes the verdict.
        write("");
        result = verdict(tag, soon());
    }
    let_in(result);
}

void Imap::log_in_by_password()
{
    const auto user = in_quotes(server_.user);
    const auto password = in_quotes(server_.password);
    const bool sasl = abilities_.find(" AUTH=PLAIN ") != std::string::npos;
    if (!sasl && (!user || !password)) fail("control characters in user or password");
    const auto tag = say(sasl ? "AUTHENTICATE PLAIN" : fmt::format("LOGIN {} {}", *user, *password));
    auto result = verdict(tag, soon());
    if (sasl && result.kind == Verdict::go_on) {
        write(sasl_plain(server_.user, server_.password));
        result = verdict(tag, soon());
    }
    let_in(result);
}

void Imap::let_in(const Verdict& result) const
{
    if (result.kind == Verdict::ok) return;
    const auto words = server_.host + ": " + result.words;
    // The server's own trouble (RFC 5530) says nothing about our password.
    if (is(result.words, "[UNAVAILABLE]") || is(result.words, "[INUSE]")) throw Failure(words);
    throw LoginRefused(words);
}

Mailbox Imap::examine()
{
    const auto name = in_quotes(folder_name(folder_));
    if (!name) fail("control characters in the folder's name");
    Mailbox mailbox;
    require("EXAMINE " + *name, [&mailbox](const ImapAnswer& answer) {
        if (const auto number = code_of(answer.text, "UIDVALIDITY")) mailbox.uid_validity = *number;
        if (const auto number = code_of(answer.text, "UIDNEXT")) mailbox.uid_next = *number;
    });
    mailbox.exists = exists_;
    news_ = false;
    return mailbox;
}

std::vector<std::uint32_t> Imap::uids_after(std::uint32_t uid)
{
    std::vector<std::uint32_t> uids;
    noop(); // Some servers find what is new only after having said so.
    news_ = false;
    if (exists_ == 0 || uid == std::numeric_limits<std::uint32_t>::max()) return uids;
    require(fmt::format("UID SEARCH UID {}:*", uid + 1), [&uids](const ImapAnswer& answer) {
        const auto found = search_result(answer.text);
        uids.insert(uids.end(), found.begin(), found.end());
    });
    // "8:*" means the last mail even when its number is 7.
    std::erase_if(uids, [uid](std::uint32_t found) { return found <= uid; });
    std::ranges::sort(uids);
    const auto doubles = std::ranges::unique(uids);
    uids.erase(doubles.begin(), doubles.end());
    return uids;
}

Fetched Imap::fetch(std::uint32_t uid, std::size_t largest)
{
    Fetched mail;
    require(fmt::format("UID FETCH {} (UID RFC822.SIZE INTERNALDATE)", uid), [&](const ImapAnswer& answer) {
        auto items = fetch_items(answer);
        if (number_in(items["UID"]) != uid || !items.contains("RFC822.SIZE")) return;
        mail.uid = uid;
        mail.size = number_in(items["RFC822.SIZE"]).value_or(std::numeric_limits<std::uint32_t>::max());
        mail.internal_date_ms = internal_date(items["INTERNALDATE"]);
    });
    if (mail.uid == 0) return mail;

    mail.too_large = mail.size > largest;
    auto result = mail.too_large ? Verdict{} : fetch_item(mail, "BODY.PEEK[]", largest);
    mail.too_large = mail.too_large || thrown_away_; // Servers err about sizes.
    if (mail.too_large) result = fetch_item(mail, "BODY.PEEK[HEADER]", largest_header);
    if (result.kind == Verdict::no) mail.refusal = in_plain_words(result.words);
    return mail;
}

Imap::Verdict Imap::fetch_item(Fetched& mail, const std::string& what, std::size_t largest)
{
    thrown_away_ = false;
    largest_ = largest;
    bool there = false;
    const auto tag = say(fmt::format("UID FETCH {} (UID {})", mail.uid, what));
    auto result =
        verdict(tag, soon() + time_for(std::min<std::uint64_t>(mail.size, largest)), [&](const ImapAnswer& answer) {
            for (auto& [name, value] : fetch_items(answer)) {
                if (!name.starts_with("BODY[")) continue;
                mail.bytes = value;
                there = true;
            }
        });
    largest_ = largest_small_literal;
    if (result.kind == Verdict::go_on) fail("asked for something nobody offered");
    if (result.kind == Verdict::ok && !there) mail.uid = 0;
    return result;
}

bool Imap::idle(std::chrono::milliseconds at_most, const std::stop_token& stop)
{
    const auto until = moment() + at_most;
    if (std::exchange(news_, false)) return true;
    if (abilities_.find(" IDLE ") == std::string::npos) return poll(until, stop);
    const auto tag = say("IDLE");
    if (verdict(tag, soon()).kind != Verdict::go_on) {
        abilities_ = " "; // It had promised.
        return poll(until, stop);
    }
    while (!news_ && moment() < until && wire().stirs(until, stop)) note(answer(soon()));
    write("DONE");
    if (stop.stop_requested()) {
        wire_.reset(); // Whoever stops does not wait for courtesies.
        return false;
    }
    const auto result = verdict(tag, soon());
    if (result.kind != Verdict::ok) fail("IDLE ended badly: " + result.words);
    return std::exchange(news_, false);
}

bool Imap::poll(Moment until, const std::stop_token& stop)
{
    while (!news_ && !stop.stop_requested() && moment() < until) {
        const bool spoken = wire().stirs(std::min(until, moment() + between_polls), stop);
        if (spoken) note(answer(soon()));
        else if (!stop.stop_requested()) noop();
    }
    return std::exchange(news_, false);
}

void Imap::append(const std::string& folder, const std::string& bytes)
{
    const auto name = in_quotes(folder_name(folder));
    if (!name) fail("control characters in the folder's name");
    const auto text = with_crlf(bytes);
    auto result = put(*name, text);
    if (result.kind == Verdict::no && is(result.words, "[TRYCREATE]")) {
        require("CREATE " + *name);
        result = put(*name, text);
    }
    if (result.kind != Verdict::ok) throw Failure(server_.host + ": APPEND: " + result.words);
}

Imap::Verdict Imap::put(const std::string& folder, const std::string& text)
{
    const auto tag = say(fmt::format("APPEND {} (\\Seen) {{{}}}", folder, text.size()));
    auto result = verdict(tag, soon());
    if (result.kind != Verdict::go_on) return result;
    const auto until = soon() + time_for(text.size());
    if (auto sent = wire().write(text + "\r\n", until); !sent) fail(sent.error().reason);
    return verdict(tag, until);
}

void Imap::noop() { require("NOOP"); }

std::string Imap::say(const std::string& command)
{
    const auto tag = fmt::format("a{}", ++commands_);
    write(tag + " " + command);
    return tag;
}

void Imap::write(const std::string& line)
{
    if (auto sent = wire().write(line + "\r\n", soon()); !sent) fail(sent.error().reason);
}

void Imap::require(const std::string& command, const Heard& heard)
{
    const auto result = verdict(say(command), soon(), heard);
    if (result.kind == Verdict::go_on) fail("asked for something nobody offered");
    if (result.kind != Verdict::ok)
        throw Failure(fmt::format("{}: {}: {}", server_.host, command, in_plain_words(result.words)));
}

// Answers that nobody asked for may stand before the one that belongs to the tag.
Imap::Verdict Imap::verdict(const std::string& tag, Moment until, const Heard& heard)
{
    for (;;) {
        const auto next = answer(until);
        if (next.text.starts_with('+')) return {Verdict::go_on, next.text};
        if (next.text.starts_with(tag + " ")) {
            const auto words = std::string_view(next.text).substr(tag.size() + 1);
            if (is(words, "OK")) return {Verdict::ok, std::string(words.substr(2))};
            return {Verdict::no, in_plain_words(words.substr(std::min(words.find(' ') + 1, words.size())))};
        }
        if (!next.text.starts_with("* ")) fail("this is not IMAP: " + next.text);
        note(next);
        if (heard) heard(next);
    }
}

ImapAnswer Imap::answer(Moment until)
{
    ImapAnswer answer;
    std::uint64_t room = largest_; // For all literals of it together.
    for (;;) {
        auto line = wire().line(longest_line - std::min(longest_line, answer.text.size()), until);
        if (!line) fail(line.error().reason);
        std::erase(*line, '\0');
        const auto size = literal_size(*line);
        if (!size) {
            answer.text += *line;
            return answer;
        }
        if (answer.literals.size() == most_literals) fail("too many literals in one answer");
        answer.text += line->substr(0, line->rfind('{')) + '\0';
        answer.literals.push_back(*size <= room ? literal(*size, until) : throw_away(*size, until));
        room -= answer.literals.back().size();
    }
}

std::string Imap::literal(std::uint64_t size, Moment until)
{
    std::string bytes;
    if (auto read = wire().exactly(bytes, size, until); !read) fail(read.error().reason);
    return bytes;
}

std::string Imap::throw_away(std::uint64_t size, Moment until)
{
    std::string bytes;
    for (thrown_away_ = true; size > 0; size -= bytes.size()) {
        bytes.clear();
        auto read = wire().some(bytes, std::min<std::uint64_t>(size, largest_small_literal), until);
        if (!read || bytes.empty()) fail(read ? "the server closed the connection" : read.error().reason);
    }
    return "";
}

void Imap::note(const ImapAnswer& answer)
{
    if (is(answer.text, "* BYE")) fail("the server says good-bye: " + answer.text.substr(5));
    if (const auto number = count_of(answer.text, "EXISTS")) {
        news_ = news_ || *number > exists_;
        exists_ = *number;
    }
    if (count_of(answer.text, "EXPUNGE") && exists_ > 0) --exists_;
}

net::Wire& Imap::wire()
{
    if (!wire_) throw Failure(server_.host + ": not connected");
    return *wire_;
}

void Imap::fail(const std::string& reason)
{
    wire_.reset();
    throw Failure(fmt::format("{}: {}", server_.host, in_plain_words(reason)));
}

} // namespace amends::mail
