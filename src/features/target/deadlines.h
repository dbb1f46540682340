// SPDX-License-Identifier: Apache-2.0
// Port: deadlines of law, by their key ("gdpr_request"). platform/calendar has the rules.
#pragma once

#include "base/time.h"

#include <optional>
#include <string_view>

namespace amends::target {

struct Deadlines {
    virtual ~Deadlines() = default;
    [[nodiscard]] virtual bool known(std::string_view rule) const = 0;
    [[nodiscard]] virtual bool pauses(std::string_view rule) const = 0; // While the customer has to do something.
    // The end of the last day. None when the rule is not known.
    [[nodiscard]] virtual std::optional<Instant> due(std::string_view rule, Instant event) const = 0;
};

} // namespace amends::target
