// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reply/reply_store.h"

namespace amends::reply {

// Their case was moved to somebody else without their asking: says who looks after it now, once, in their language, and
// that every date they were given stands. Nobody is woken by it: it waits until the customer's night is over. False
// when nobody can be told; the page says it in any case.
[[nodiscard]] Result<bool> tell_of_owner(const Ports& ports, CaseId id, std::string_view name);

} // namespace amends::reply
