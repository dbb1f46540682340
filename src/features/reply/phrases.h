// SPDX-License-Identifier: Apache-2.0
// What the desk itself says to customers, in their language. Port; the words are in locales/mail.
#pragma once

#include "base/time.h"

#include <string>
#include <string_view>

namespace amends::reply {

// What is said of a promise: to whom, in which language and by which clock.
struct Words {
    std::string language{};
    std::string zone{};
    std::string text{}; // Of the promise.
    Instant due_at{};
};

// Port: when somebody may be contacted who has not asked for it, by the clock of their zone.
struct Quiet {
    virtual ~Quiet() = default;
    [[nodiscard]] virtual Instant first_allowed(std::string_view zone, Instant at) const = 0;
};

struct Phrases {
    virtual ~Phrases() = default;
    [[nodiscard]] virtual bool speaks(std::string_view language) const = 0;
    [[nodiscard]] virtual std::string acknowledgement_subject(std::string_view language) const = 0;
    [[nodiscard]] virtual std::string acknowledgement(std::string_view language, std::string_view ref) const = 0;
    [[nodiscard]] virtual std::string new_link_subject(std::string_view language) const = 0;
    [[nodiscard]] virtual std::string new_link(std::string_view language, std::string_view ref) const = 0;
    // "You will hear from us by Tuesday 2 June 2026 at 16:00 at the latest."
    [[nodiscard]] virtual std::string next_update(std::string_view language, std::string_view zone,
                                                  Instant at) const = 0;
    // "We call you: +358 …"
    [[nodiscard]] virtual std::string call(std::string_view language, std::string_view phone) const = 0;
    // "You were to hear from us by … It may be later than that."
    [[nodiscard]] virtual std::string late_news(const Words& words) const = 0;
    // "We said that … by … We cannot say for certain that we will manage."
    [[nodiscard]] virtual std::string late_result(const Words& words) const = 0;
    // "We had agreed to call you on … That did not happen."
    [[nodiscard]] virtual std::string missed_call(const Words& words) const = 0;
    // "From now on Leena looks after your case."
    [[nodiscard]] virtual std::string new_owner(std::string_view language, std::string_view name) const = 0;
    [[nodiscard]] virtual std::string link(std::string_view language) const = 0; // What stands before the page's link.
};

} // namespace amends::reply
