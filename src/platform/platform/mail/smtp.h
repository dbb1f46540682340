// SPDX-License-Identifier: Apache-2.0
// Hands mails to a mail server (RFC 5321, with DSN, SMTPUTF8 and XOAUTH2). The promise: every mail ends in one of four
// known states, and "we do not know" is one of them.
#pragma once

#include "platform/mail/server.h"
#include "platform/net/wire.h"

#include <optional>

namespace amends::mail {

struct Outgoing {
    std::string from{}; // The envelope's: where reports go. Empty: nowhere.
    std::string to{};
    std::string envelope_id{}; // Comes back in reports.
    std::string bytes{};
    bool report = true; // Ask for reports of success, failure and delay, when the server offers them.
};

struct Handed {
    // unconfirmed: the whole mail was sent, and then no answer could be read. Only then.
    enum Kind : std::uint8_t { accepted, later, failed, unconfirmed };

    Kind kind = failed;
    std::string provider_ref{}; // What the server calls it.
    std::string reason{};       // The server's words, or ours about the connection.
    int code = 0;               // The server's; 0 when it said nothing.
    std::optional<std::chrono::seconds> after{};
    bool authentication = false; // It is we who are refused, not this mail.
};

class Smtp {
public:
    explicit Smtp(Server server) : server_(std::move(server)) {}
    Smtp(const Smtp&) = delete;
    Smtp& operator=(const Smtp&) = delete;
    ~Smtp();

    // Keeps the connection for the next one. What broke on a kept connection before the mail was complete is tried
    // once more on a new one.
    [[nodiscard]] Handed send(const Outgoing& mail);
    // Connects and logs in only: `accepted` when a mail could be sent now.
    [[nodiscard]] Handed probe();

private:
    struct Reply {
        int code{};
        std::string text{};
    };
    struct Offers {
        bool starttls = false, dsn = false, utf8 = false, eight_bit = false, plain = false, login = false;
        std::uint64_t size = 0; // 0: no limit is known.
    };
    template <class T>
    using Step = std::expected<T, Handed>;

    [[nodiscard]] Handed attempt(const Outgoing& mail);
    [[nodiscard]] Step<void> ready();
    [[nodiscard]] Step<void> open();
    [[nodiscard]] Step<void> greet();
    [[nodiscard]] Step<void> log_in();
    [[nodiscard]] Step<void> log_in_by_login();
    [[nodiscard]] Step<void> address(const Outgoing& mail);
    [[nodiscard]] Handed hand_over(const Outgoing& mail);
    [[nodiscard]] Handed concluded();

    [[nodiscard]] Step<Reply> ask(std::string_view command, int hoped);
    [[nodiscard]] net::Wired<Reply> exchange(std::string_view command);
    [[nodiscard]] net::Wired<Reply> reply(Moment until);
    [[nodiscard]] Handed refused(const Reply& reply);
    [[nodiscard]] Handed lost(const net::Broken& broken);
    [[nodiscard]] net::Wire& wire();
    [[nodiscard]] Moment soon() const { return moment() + server_.patience; }

    Server server_;
    std::optional<net::Wire> wire_{};
    Offers offers_{};
    bool begun_ = false; // A mail was begun on this connection: RSET before the next.
};

} // namespace amends::mail
