// SPDX-License-Identifier: Apache-2.0
// What a brand keeps beside its week and its own closed days: sets of public holidays, the days of them on which it
// works all the same, and the hours in which nobody is called unasked.
#pragma once

#include "brand/brand.h"

namespace amends::brand {

struct QuietHours {
    std::int64_t from_minute = std::int64_t{21} * 60; // In the recipient's zone; may pass midnight.
    std::int64_t to_minute = std::int64_t{8} * 60;

    friend bool operator==(const QuietHours&, const QuietHours&) = default;
};
BOOST_DESCRIBE_STRUCT(QuietHours, (), (from_minute, to_minute))

struct CalendarStore {
    virtual ~CalendarStore() = default;
    [[nodiscard]] virtual std::vector<std::string> holiday_sets() const = 0;
    [[nodiscard]] virtual std::vector<ClosedDay> worked_days() const = 0;
    [[nodiscard]] virtual QuietHours quiet_hours() const = 0;
    virtual void keep_holidays_of(const std::vector<std::string>& sets) = 0;
    virtual void work_on(const std::vector<ClosedDay>& days) = 0;
    virtual void be_quiet(const QuietHours& hours) = 0;
};

} // namespace amends::brand
