// SPDX-License-Identifier: Apache-2.0
#include "reply/quiet_channel.h"

#include "brand/quiet_hours.h"
#include "platform/calendar/zone.h"

namespace amends::reply {

Instant BrandQuiet::first_allowed(std::string_view zone, Instant at) const
{
    const calendar::Zone clock(calendar::known_zone(zone) ? zone : "UTC");
    return brand::first_allowed(calendar_.quiet_hours(), clock, at);
}

} // namespace amends::reply
