// SPDX-License-Identifier: Apache-2.0
// A customer chooses when we call them, from the time that is really free. What is chosen is a promise of ours.
#pragma once

#include "portal/portal_ports.h"

namespace amends::portal {

struct CallTimes {
    std::vector<Instant> times{};
    std::optional<Instant> chosen{}; // What was chosen before, and still stands.
};
BOOST_DESCRIBE_STRUCT(CallTimes, (), (times, chosen))

[[nodiscard]] Result<CallTimes> call_times(const Ports& ports, const Visitor& visitor);

struct ChooseTime {
    Instant at{};
    std::string phone{};
};

// Choosing again moves the call: it is the beneficiary's own word.
[[nodiscard]] Result<void> choose_time(const Ports& ports, const Visitor& visitor, const ChooseTime& wish);

} // namespace amends::portal
