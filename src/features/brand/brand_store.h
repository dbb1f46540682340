// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "brand/brand.h"

namespace amends::brand {

struct BrandStore {
    virtual ~BrandStore() = default;
    [[nodiscard]] virtual const Brand& brand() const = 0; // As read when the request began.
    virtual void change(const Brand& brand) = 0;
    [[nodiscard]] virtual std::vector<OpeningHours> opening_hours() const = 0;
    [[nodiscard]] virtual std::vector<ClosedDay> closed_days() const = 0;
    virtual void open_at(const std::vector<OpeningHours>& hours) = 0;
    virtual void close_on(const std::vector<ClosedDay>& days) = 0;
    [[nodiscard]] virtual const OpeningTimes& times() const = 0; // A brand without opening hours is open always.
};

} // namespace amends::brand
