// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/business_time.h"
#include "workload/worker.h"

#include <memory>

namespace amends::workload {

// Port: when somebody works, by their shifts in their own zone. Null where nobody has said: then the opening hours of
// the desk stand for them.
struct WorkTimes {
    virtual ~WorkTimes() = default;
    [[nodiscard]] virtual std::unique_ptr<OpeningTimes> shifts(const Worker& worker) const = 0;
};

} // namespace amends::workload
