// SPDX-License-Identifier: Apache-2.0
// Deadlines of law in the zone and with the holidays of a brand, whose days of its own count as well.
#pragma once

#include "brand/brand_store.h"
#include "brand/calendar_store.h"
#include "target/deadlines.h"

namespace amends::target {

class BrandDeadlines final : public Deadlines {
public:
    BrandDeadlines(const brand::BrandStore& brand, const brand::CalendarStore& calendar)
        : brand_(brand), calendar_(calendar)
    {
    }
    [[nodiscard]] bool known(std::string_view rule) const override;
    [[nodiscard]] bool pauses(std::string_view rule) const override;
    [[nodiscard]] std::optional<Instant> due(std::string_view rule, Instant event) const override;

private:
    const brand::BrandStore& brand_;
    const brand::CalendarStore& calendar_;
};

} // namespace amends::target
