// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reply/reply_store.h"

namespace amends::reply {

// Its keeper was asked whether it will be kept, and has not answered. So the desk itself tells the customer the truth,
// once, in plain words and before the promise breaks: what was promised, that we cannot say whether it holds, and by
// when they hear from us. It moves nothing. False when nobody can be told: no proven address, no line, a case that does
// not live, or one that was told already.
[[nodiscard]] Result<bool> tell_of_delay(const Ports& ports, PromiseId id);

// The agreed time has passed and nobody called. Says so, and where a new time can be chosen; the apology is left to a
// person (I16).
[[nodiscard]] Result<bool> tell_of_missed(const Ports& ports, PromiseId id);

} // namespace amends::reply
