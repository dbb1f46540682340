// SPDX-License-Identifier: Apache-2.0
// Address lists, message ids and dates of header fields, as real mail programs write them.
#pragma once

#include "platform/mail/inbound.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amends::mail {

// At most 1,000 of them. Raw 8-bit names are read in `charset` unless they are UTF-8.
[[nodiscard]] std::vector<Address> addresses(std::string_view value, std::string_view charset = {});

// The one that wrote: the first that looks like an address, else the first there is.
[[nodiscard]] Address sender(std::string_view value, std::string_view charset = {});

// Blanks removed, the domain in lower case.
[[nodiscard]] std::string tidy_address(std::string_view address);

// The ids in angle brackets; bare words with an @ where there are no brackets.
[[nodiscard]] std::vector<std::string> message_ids(std::string_view value);

// RFC 5322 with the liberties that are taken: no weekday, two-digit years, names of zones, ISO dates.
[[nodiscard]] std::optional<Instant> date_of(std::string_view value);

} // namespace amends::mail
