// SPDX-License-Identifier: Apache-2.0
#include "board/board.h"

#include "platform/calendar/zone.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::board;
using namespace std::chrono_literals;

namespace {

const calendar::Zone& helsinki()
{
    static const calendar::Zone zone("Europe/Helsinki");
    return zone;
}

Instant at(int month, int day, int hour, int minute = 0)
{
    return calendar::to_utc("Europe/Helsinki", {2026, month, day, hour, minute, 0});
}

} // namespace

TEST_CASE("the columns of a board follow each other without a gap and end a week from now")
{
    for (const Instant now : {at(6, 2, 9), at(6, 2, 22, 30), at(3, 28, 23, 59), at(10, 24, 12)}) {
        const auto span = [&](Column column) { return span_of(column, helsinki(), now); };

        CHECK(span(Column::late).to == now);
        CHECK(span(Column::soon).from == now);
        CHECK(span(Column::today).from == span(Column::soon).to);
        CHECK(span(Column::week).from == span(Column::today).to);
        CHECK(span(Column::week).to == now + 24h * 7 + 1ms);
    }
}

TEST_CASE("today ends at midnight by the brand's clock, and in the last two hours of a day nothing is left of it")
{
    CHECK(span_of(Column::today, helsinki(), at(6, 2, 9)) == Span{at(6, 2, 11) + 1ms, at(6, 3, 0)});
    const auto late = span_of(Column::today, helsinki(), at(6, 2, 22, 30));
    CHECK(late.from == late.to);
}

TEST_CASE("kept are those of the last seven days, with this moment")
{
    CHECK(span_of(Column::kept, helsinki(), at(6, 8, 9)) == Span{at(6, 1, 9), at(6, 8, 9) + 1ms});
}
