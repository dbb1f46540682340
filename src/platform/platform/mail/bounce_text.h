// SPDX-License-Identifier: Apache-2.0
// Reports of undelivered mail in free text, as qmail, Exim, Exchange and many others write them.
#pragma once

#include "platform/mail/fields.h"
#include "platform/mail/inbound.h"

#include <string_view>
#include <vector>

namespace amends::mail {

// Who could not be reached, and why; at least one entry.
[[nodiscard]] std::vector<Bounce> bounces_in(std::string_view report, const Inbound& mail);

// The part of the text that reports, without the mail that it returns; empty when a person wrote it.
[[nodiscard]] std::string_view report_in(const Fields& fields, const Inbound& mail);

} // namespace amends::mail
