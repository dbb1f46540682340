// SPDX-License-Identifier: Apache-2.0
// A letter as a mail: written, and handed to the next server.
#pragma once

#include "platform/mail/smtp.h"
#include "reply/deliver.h"

namespace amends::reply {

// A way out: the channel's own server, or the relay of the installation. Used by one thread at a time.
struct Line {
    virtual ~Line() = default;
    [[nodiscard]] virtual mail::Handed send(const mail::Outgoing& mail) = 0;
};

class SmtpLine final : public Line {
public:
    explicit SmtpLine(mail::Server server) : smtp_(std::move(server)) {}
    [[nodiscard]] mail::Handed send(const mail::Outgoing& mail) override { return smtp_.send(mail); }

private:
    mail::Smtp smtp_;
};

// Where attached files lie. Fails when one is missing.
struct Files {
    virtual ~Files() = default;
    [[nodiscard]] virtual std::string read(std::string_view blob) const = 0;
};

[[nodiscard]] std::string mail_of(const Letter& letter, const Files& files);

// Needs no transaction, and holds none while the other server thinks. `bytes` is the mail_of() it.
[[nodiscard]] Handed hand_over(const Letter& letter, std::string bytes, Line& line);

// Each paragraph in the direction in which its own words run.
[[nodiscard]] std::string html_of(const Letter& letter);

} // namespace amends::reply
