// SPDX-License-Identifier: Apache-2.0
// Where the mail server next door hands mails over (RFC 2033). The promise: 250 is said only after Keep has returned,
// and Keep returns only after the commit, so that a mail is always in at least one of the two houses.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace amends::mail {

struct Envelope {
    std::string sender{}; // Empty for reports of mail servers.
    std::vector<std::string> recipients{};
    std::string peer{};                              // The address that connected.
    std::map<std::string, std::string> parameters{}; // Of MAIL: SIZE, BODY, SMTPUTF8.
};

struct Answer {
    int code{};
    std::string text{}; // With its enhanced status first: "2.0.0 kept", "5.1.1 nobody here has this address".
};

class LmtpListener {
public:
    struct Options {
        std::string address = "127.0.0.1";
        std::uint16_t port = 0; // 0: any that is free.
        std::size_t largest = 100UZ * 1024 * 1024;
        std::size_t most_held = 512UZ * 1024 * 1024; // Bytes of mails on their way in, all connections together.
        std::chrono::seconds patience{60};
        std::size_t most_at_once = 200;
        std::size_t most_recipients = 100;
        std::size_t small = 64UZ * 1024; // Bytes that Soon::keep may have on the listener's own thread.
        unsigned workers = 2;            // So many Keeps run at once: at least as many as should share one commit.
        std::string name = "amends";
    };
    // Asked at RCPT, on a worker: 250, or 550 and its reason.
    using Accepts = std::function<Answer(const std::string& recipient)>;
    // Asked after DATA, on a worker: one answer per recipient, in their order. What it throws is 451 for all of them.
    using Keep = std::function<std::vector<Answer>(const Envelope& envelope, std::string bytes)>;

    // The same without a worker, for the common case: a known recipient, and a small mail to one of them. Called on the
    // listener's thread, where they must not block. `known`: whether Accepts has just said yes to this one. `keep`
    // calls `said` once, on any thread, where it takes no memory and throws nothing; what `keep` throws is 451.
    using Said = std::function<void(Answer)>;
    struct Soon {
        std::function<bool(const std::string& recipient)> known{};
        std::function<void(const Envelope& envelope, std::string bytes, Said said)> keep{};
    };

    LmtpListener(const Options& options, Accepts accepts, Keep keep);
    LmtpListener(const Options& options, Accepts accepts, Keep keep, Soon soon);
    LmtpListener(const LmtpListener&) = delete;
    LmtpListener& operator=(const LmtpListener&) = delete;
    // Who is in the middle of a mail has four seconds to end it; everybody else is told to come again.
    ~LmtpListener();

    [[nodiscard]] std::uint16_t port() const;

private:
    class Loop;
    std::unique_ptr<Loop> loop_;
};

} // namespace amends::mail
