// SPDX-License-Identifier: Apache-2.0
// Reads a folder of somebody's mail server (RFC 3501, IDLE, XOAUTH2). The promise: the server's own numbers say what
// is new, never a flag and never a date, and reading leaves no trace, so that no mail is missed because a person
// opened it first. What a server does wrong ends in a Failure within the patience, whatever it sends or does not send.
#pragma once

#include "base/result.h"
#include "platform/mail/server.h"
#include "platform/net/wire.h"

#include <functional>
#include <optional>
#include <vector>

namespace amends::mail {

struct ImapAnswer;

// The server is there and will not have us: a password or a token is over.
class LoginRefused : public Failure {
public:
    using Failure::Failure;
};

struct Mailbox {
    std::uint32_t uid_validity{}; // Another one: the numbers have a new meaning.
    std::uint32_t uid_next{};     // 0: the server does not say.
    std::uint32_t exists{};
};

struct Fetched {
    std::uint32_t uid{}; // 0: it is not there any more.
    std::string bytes{}; // Of what is too large only the header, as far as it has a decent size.
    std::int64_t internal_date_ms{};
    bool too_large = false;
    std::uint32_t size{};
    std::string refusal{}; // The server's words when it has the mail and will not give it.
};

class Imap {
public:
    Imap(Server server, std::string folder) : server_(std::move(server)), folder_(std::move(folder)) {}
    Imap(const Imap&) = delete;
    Imap& operator=(const Imap&) = delete;
    ~Imap();

    // And log in. A request to stop ends this and every later wait.
    void connect(const std::stop_token& stop = {});
    [[nodiscard]] Mailbox examine();
    [[nodiscard]] std::vector<std::uint32_t> uids_after(std::uint32_t uid); // Ascending.
    [[nodiscard]] Fetched fetch(std::uint32_t uid, std::size_t largest);
    // Waits until something new has come: true. A server without IDLE is asked every now and then. A request to stop
    // ends it at once, and the connection with it.
    [[nodiscard]] bool idle(std::chrono::milliseconds at_most, const std::stop_token& stop);
    // Puts a copy of ours there, as read; makes the folder when it is missing.
    void append(const std::string& folder, const std::string& bytes);
    void noop();

private:
    struct Verdict {
        enum Kind : std::uint8_t { go_on, ok, no } kind{};
        std::string words{};
    };
    using Heard = std::function<void(const ImapAnswer&)>;

    void greet();
    void ask_abilities();
    void log_in();
    void log_in_by_password();
    void let_in(const Verdict& result) const;
    [[nodiscard]] Verdict put(const std::string& folder, const std::string& text);
    [[nodiscard]] Verdict fetch_item(Fetched& mail, const std::string& what, std::size_t largest);
    [[nodiscard]] bool poll(Moment until, const std::stop_token& stop);

    std::string say(const std::string& command); // Gives back its tag.
    void write(const std::string& line);
    void require(const std::string& command, const Heard& heard = {});
    [[nodiscard]] Verdict verdict(const std::string& tag, Moment until, const Heard& heard = {});
    [[nodiscard]] ImapAnswer answer(Moment until);
    [[nodiscard]] std::string literal(std::uint64_t size, Moment until);
    [[nodiscard]] std::string throw_away(std::uint64_t size, Moment until);
    void note(const ImapAnswer& answer);
    [[nodiscard]] net::Wire& wire();
    [[noreturn]] void fail(const std::string& reason);
    [[nodiscard]] Moment soon() const { return moment() + server_.patience; }

    Server server_;
    std::string folder_;
    std::optional<net::Wire> wire_{};
    std::uint32_t commands_ = 0;
    std::string abilities_{}; // " IMAP4REV1 IDLE ... ", in capitals.
    std::uint32_t exists_ = 0;
    bool news_ = false;
    std::size_t largest_ = 0;  // Literals that are longer are thrown away.
    bool thrown_away_ = false; // One was.
};

} // namespace amends::mail
