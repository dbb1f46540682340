// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/periods.h"

#include <chrono>

namespace amends::calendar {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month;
using std::chrono::year_month_day;

year_month_day date_in(const Date& date)
{
    return std::chrono::year(date.year) / static_cast<int>(date.month) / static_cast<int>(date.day);
}

Date date_of(const year_month_day& date)
{
    return {.year = static_cast<int>(date.year()),
            .month = static_cast<int>(static_cast<unsigned>(date.month())),
            .day = static_cast<int>(static_cast<unsigned>(date.day()))};
}

bool works(sys_days day, const ClosedDays& closed)
{
    const Date date = date_of(day);
    return std::chrono::weekday(day).iso_encoding() <= 5 &&
           !closed.contains(iso_date({.year = date.year, .month = date.month, .day = date.day}));
}

} // namespace

bool working_day(const Date& day, const ClosedDays& closed) { return works(date_in(day), closed); }

Date period_months(const Date& event, int months, const ClosedDays& closed)
{
    const auto start = date_in(event);
    const year_month month = year_month(start.year(), start.month()) + std::chrono::months(months);
    const year_month_day same_number(month.year(), month.month(), start.day());
    sys_days end = same_number.ok() ? sys_days(same_number) : sys_days(month / std::chrono::last);
    while (!works(end, closed)) end += days{1};
    return date_of(end);
}

Date business_days_after(const Date& received, int count, const ClosedDays& closed)
{
    sys_days day = date_in(received);
    for (int left = count; left > 0;) {
        day += days{1};
        if (works(day, closed)) --left;
    }
    return date_of(day);
}

} // namespace amends::calendar
