// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "workload/work_times.h"

namespace amends::workload {

class ShiftTimes final : public WorkTimes {
public:
    [[nodiscard]] std::unique_ptr<OpeningTimes> shifts(const Worker& worker) const override;
};

} // namespace amends::workload
