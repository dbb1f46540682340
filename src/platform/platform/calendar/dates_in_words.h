// SPDX-License-Identifier: Apache-2.0
// A moment as a person writes it in a mail, in the clock of a zone. It fits after "by" and after "on" of each language:
//     en  Tuesday 2 June 2026 at 16:00
//     fi  tiistaina 2. kesäkuuta 2026 klo 16.00
//     el  την Τρίτη 2 Ιουνίου 2026 στις 16:00
//     fa  سه‌شنبه ۱۲ خرداد ۱۴۰۵، ساعت ۱۶:۰۰
// A language that is not known is written as English.
#pragma once

#include "platform/calendar/zone.h"

#include <string>
#include <string_view>

namespace amends::calendar {

[[nodiscard]] std::string date_and_time_in_words(std::string_view language, const Zone& zone, Instant at);
[[nodiscard]] std::string date_in_words(std::string_view language, const Zone& zone, Instant at);
[[nodiscard]] std::string time_in_words(std::string_view language, const Zone& zone, Instant at);

} // namespace amends::calendar
