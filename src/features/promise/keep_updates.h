// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "promise/promise_store.h"

namespace amends::promise {

// We wrote and the next server took it at `sent_at`: every open update promise of the case that an earlier message told
// is kept by it, and broken ones remember that they were fulfilled late. The promise that this very message tells is
// not kept by its own telling.
void keep_updates(const Ports& ports, CaseId case_id, MessageId by, Instant sent_at);

// The customer says that it is solved: what we still owed in news is released by that word.
void release_updates(const Ports& ports, CaseId case_id);

} // namespace amends::promise
