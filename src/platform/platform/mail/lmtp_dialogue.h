// SPDX-License-Identifier: Apache-2.0
// One LMTP conversation without its socket: bytes go in, answers come out, and in between it says what it waits for.
// Everything that a peer can do wrong is decided here, so that tests and fuzzers need no network.
#pragma once

#include "platform/mail/lmtp.h"
#include "platform/mail/lmtp_data.h"

#include <string_view>
#include <utility>

namespace amends::mail {

class LmtpDialogue {
public:
    struct Limits {
        std::size_t largest{};
        std::size_t most_recipients{};
        std::string name{};
    };
    enum class Wants : unsigned char {
        bytes,     // Say what is in take_output(), then feed() it.
        recipient, // decide() about recipient().
        keep,      // Store take_mail(), then conclude().
        end        // Say what is in take_output() and hang up.
    };

    // `room` is shared by all conversations: the bytes that mails on their way in may still take.
    LmtpDialogue(const Limits& limits, std::size_t& room, std::string peer);
    LmtpDialogue(const LmtpDialogue&) = delete;
    LmtpDialogue& operator=(const LmtpDialogue&) = delete;
    ~LmtpDialogue() { drop_mail(); }

    void feed(std::string_view bytes) { wire_.append(bytes); }
    Wants next();

    [[nodiscard]] const std::string& recipient() const { return asked_; }
    void decide(const Answer& answer);

    [[nodiscard]] const Envelope& envelope() const { return envelope_; }
    [[nodiscard]] std::size_t mail_size() const { return mail_.size(); }
    [[nodiscard]] std::string take_mail() { return std::move(mail_); }
    void conclude(const std::vector<Answer>& answers);

    [[nodiscard]] std::string take_output() { return std::exchange(output_, {}); }
    void end(const Answer& answer); // Hangs up after saying so.

    [[nodiscard]] bool in_mail() const { return in_data_ || in_transaction_; }
    [[nodiscard]] bool in_data() const { return in_data_; }
    [[nodiscard]] std::uint64_t received() const { return received_; } // Bytes of the running DATA.
    [[nodiscard]] std::uint64_t commands() const { return commands_; }

private:
    Wants read_mail();
    Wants refuse_mail();
    Wants read_command();
    Wants obey(std::string_view line);
    void greet(std::string_view name);
    void begin(std::string_view argument);
    Wants ask(std::string_view argument);
    Wants open_data();
    void say(int code, std::string_view text);
    void reset();
    void drop_mail();

    const Limits& limits_;
    std::size_t& room_;
    std::string wire_{};
    std::size_t eaten_ = 0; // Of wire_.
    std::string output_{};
    std::string mail_{};
    std::size_t held_ = 0; // What this mail has taken from room_.
    LmtpData data_{};
    Envelope envelope_{};
    std::string asked_{};
    std::uint64_t received_ = 0;
    std::uint64_t commands_ = 0;
    std::size_t mistakes_ = 0;
    enum class Trouble : unsigned char { none, too_large, no_room } trouble_ = Trouble::none;
    bool greeted_ = false, in_transaction_ = false, in_data_ = false, skipping_ = false, ended_ = false;
};

} // namespace amends::mail
