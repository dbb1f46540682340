// SPDX-License-Identifier: Apache-2.0
// What the event log keeps of a promise: kind, side, times and ids, so that every measure of promises can be computed
// from the log alone (I13). No words: those must stay erasable.
#pragma once

#include "promise/promise.h"

namespace amends::promise {

// The payload of every event about a promise: how it stands after that event.
[[nodiscard]] std::string logged(const Promise& promise);

} // namespace amends::promise
