// SPDX-License-Identifier: Apache-2.0
// What the desk itself says to customers, in their language. Port; the words are in locales/mail.
#pragma once

#include "base/time.h"

#include <string>
#include <string_view>

namespace amends::reply {

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
    [[nodiscard]] virtual std::string link(std::string_view language) const = 0; // What stands before the page's link.
};

} // namespace amends::reply
