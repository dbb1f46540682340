// SPDX-License-Identifier: Apache-2.0
// Time zones by their IANA names, from the zone files of the system, so that a government's change of mind comes with
// the system's updates. Never add hours to a local time: turn it into an instant, add, and turn it back.
#pragma once

#include "base/business_time.h"

#include <string>
#include <string_view>

namespace amends::calendar {

[[nodiscard]] bool known_zone(std::string_view name);

// A stretch of time in which the clocks of a zone stay the same distance from UTC.
struct Offset {
    Instant begins{};
    Instant ends{};
    std::chrono::seconds east{}; // Local time is UTC plus this.
};

// Fails when the zone is not known: ask before you store a name.
class Zone final : public LocalClock {
public:
    explicit Zone(std::string_view name);

    [[nodiscard]] LocalTime local(Instant at) const override;
    [[nodiscard]] Instant instant(const LocalTime& local) const override;
    [[nodiscard]] Offset offset(Instant at) const;

private:
    const void* rules_; // Of the library, which keeps them for ever.
};

// The same for a single question. to_utc("Europe/Helsinki", {2026, 6, 2, 16, 0})
[[nodiscard]] Instant to_utc(std::string_view zone, const LocalTime& local);
[[nodiscard]] LocalTime to_local(std::string_view zone, Instant at);

[[nodiscard]] int weekday_of(const LocalTime& local); // 0 is Monday.

// "2026-06-02"
[[nodiscard]] std::string iso_date(const LocalTime& local);

} // namespace amends::calendar
