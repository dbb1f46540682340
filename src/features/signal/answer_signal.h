// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "signal/signal_store.h"

namespace amends::signal {

[[nodiscard]] Result<Signal> own_signal(const Ports& ports, SignalId id, UserId by);

struct ExplainSignal {
    SignalId id{};
    std::string text{};
    std::string language{};
};

[[nodiscard]] Result<Signal> explain_signal(const Ports& ports, const ExplainSignal& wish);

} // namespace amends::signal
