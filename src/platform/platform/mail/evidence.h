// SPDX-License-Identifier: Apache-2.0
// What of a mail could tell which case it belongs to, seen from its headers alone. Nothing here joins anything: tokens
// are computed again and compared, and a number in a subject is a proposal at most.
#pragma once

#include "platform/mail/inbound.h"

#include <string>
#include <vector>

namespace amends::mail {

// "token": an address or id of the form c.CASE.TAG; "references": ids of other mails; "subject_number": "[#4711]".
[[nodiscard]] std::vector<std::string> placement_evidence(const Inbound& mail);

// The tokens themselves, "c.CASE.TAG" in lower case, from recipients, In-Reply-To and References.
[[nodiscard]] std::vector<std::string> tokens_of(const Inbound& mail);

} // namespace amends::mail
