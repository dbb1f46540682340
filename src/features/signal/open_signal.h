// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "signal/signal_store.h"

namespace amends::signal {

struct OpenSignal {
    std::string detector{};
    std::string subject_kind{};
    std::int64_t subject{};
    std::optional<CaseId> case_id{};
    std::string evidence = "{}";
    std::optional<UserId> owner{};
};

// Answers whether it is new.
bool open_signal(const Ports& ports, const OpenSignal& wish);

// What it warned of has been settled by what was done about it.
void settle_signal(const Ports& ports, std::string_view detector, std::string_view subject_kind, std::int64_t subject);

} // namespace amends::signal
