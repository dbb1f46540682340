// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "brand/calendar_store.h"
#include "reply/phrases.h"

namespace amends::reply {

// The quiet hours of the brand, by the clock of a zone.
class BrandQuiet final : public Quiet {
public:
    explicit BrandQuiet(const brand::CalendarStore& calendar) : calendar_(calendar) {}
    [[nodiscard]] Instant first_allowed(std::string_view zone, Instant at) const override;

private:
    const brand::CalendarStore& calendar_;
};

} // namespace amends::reply
