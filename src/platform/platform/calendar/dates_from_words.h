// SPDX-License-Identifier: Apache-2.0
// The moment that a sentence names, the way back from dates_in_words.h: "by Friday", "huomenna klo 10", "μέχρι την
// Παρασκευή", «تا شنبه», "within two days", "3 June", «۱۲ خرداد».
//
//     a day without a clock                  17:00, the end of the working day
//     a weekday                              the next one after today
//     within N minutes, hours, days, weeks   exactly that from now
//     N working days                         counted from tomorrow, 17:00
//     this week, next week                   Friday 17:00; in Persian Wednesday, where Thursday and Friday are free
//     a month, the end of a month            its last day, 17:00; in Persian the Jalali month
//     morning, noon                          12:00
//     afternoon, evening, midnight           17:00, 20:00, 24:00
//     a bare hour                            lies between 8:00 and 19:59; without a day it is the next such
//     a day of the year that is over         that of the next year
#pragma once

#include "platform/calendar/zone.h"

#include <optional>
#include <string_view>

namespace amends::calendar {

struct NamedMoment {
    LocalTime local{};
    bool clock = false; // An hour was named, not only a day.
};

// The languages are en, fi, el and fa; another one names no moment.
[[nodiscard]] std::optional<NamedMoment> moment_from_words(std::string_view language, std::string_view text,
                                                           const Zone& zone, Instant now);

} // namespace amends::calendar
