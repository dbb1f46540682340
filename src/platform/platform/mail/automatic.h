// SPDX-License-Identifier: Apache-2.0
// Whether a person wrote the mail, or a machine (RFC 3834). An automatic answer to an automatic mail is a loop; a
// person taken for a machine is forgotten. So only what machines say of themselves counts, not what a text looks like,
// except for the subjects that vacation programs set without any header.
#pragma once

#include "platform/mail/fields.h"
#include "platform/mail/inbound.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace amends::mail {

struct Automatic {
    Kind kind = Kind::human;
    std::string reason{};   // A code; empty for a person who may be answered.
    bool no_answer = false; // Nothing automatic may be sent back.
};

// Delivery reports are told apart by bounce.h, which has looked first.
[[nodiscard]] Automatic automatic(const Fields& fields, std::string_view subject, const Address& from,
                                  const std::vector<Address>& reply_to);

// The fields that say something about machines, by their lower-case names: x-amends-*, auto-submitted, list-id, ...
[[nodiscard]] std::map<std::string, std::string> marks_of(const Fields& fields);

} // namespace amends::mail
