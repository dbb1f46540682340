// SPDX-License-Identifier: Apache-2.0
#include "estimate/forecast.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace amends::estimate;
using doctest::Approx;

namespace {

constexpr ForEachChance<Risk> risks{Risk{.nominal = 0.2, .tuned = 0.2}, Risk{.nominal = 0.1, .tuned = 0.1}};

// A desk to which one case a day comes; each has ended when the next one comes.
class DailyDesk {
public:
    Answer comes(const Segment& segment, double hours)
    {
        forecast_.compare_weekdays(day_ * 24);
        const auto answer = asked(segment);
        forecast_.end(answer.number, day_ * 24 + hours);
        ++day_;
        return answer;
    }

    Answer asked(const Segment& segment)
    {
        return forecast_.begin({.segment = segment, .weekday = weekday(), .hours = day_ * 24}, risks);
    }

    [[nodiscard]] int weekday() const { return static_cast<int>(std::fmod(day_, 7)); }

private:
    Forecast forecast_;
    double day_{};
};

const Segment parcels{.topic = "parcels", .type = "complaint"};
const Segment bills{.topic = "bills", .type = "complaint"};

} // namespace

TEST_CASE("a desk without a past gives no date")
{
    DailyDesk desk;

    for (int count = 0; count < 20; ++count) CHECK_FALSE(desk.comes(parcels, 10).dates[0]);
    CHECK(desk.asked(parcels).dates[0]);
}

TEST_CASE("eight in ten need less time than nine in ten")
{
    DailyDesk desk;
    for (int count = 0; count < 100; ++count) desk.comes(parcels, 1 + count % 10);

    const auto dates = desk.asked(parcels).dates;

    CHECK(dates[0]->hours >= 8);
    CHECK(dates[0]->hours < dates[1]->hours);
    CHECK(dates[0]->segment == parcels);
}

TEST_CASE("nine in ten never need less time than eight, however the two are tuned")
{
    Forecast forecast;
    constexpr ForEachChance<Risk> crossed{Risk{.nominal = 0.2, .tuned = 0.02}, Risk{.nominal = 0.1, .tuned = 0.2}};
    Answer answer;
    for (int day = 0; day < 200; ++day) {
        answer = forecast.begin({.segment = parcels, .weekday = day % 7, .hours = day * 24.0}, crossed);
        forecast.end(answer.number, day * 24.0 + 1 + day % 10);
    }

    CHECK(answer.dates[1]->hours == answer.dates[0]->hours);
}

TEST_CASE("a rare topic is dated by all topics of its type")
{
    DailyDesk desk;
    for (int count = 0; count < 100; ++count) desk.comes(parcels, 1 + count % 10);

    const auto dates = desk.asked(bills).dates;

    CHECK(dates[0]->segment == Segment{.topic = "", .type = "complaint"});
    CHECK_FALSE(desk.asked({.topic = "parcels", .type = "request"}).dates[0]);
}

TEST_CASE("each topic has dates of its own")
{
    DailyDesk desk;
    for (int count = 0; count < 200; ++count) {
        desk.comes(parcels, 1 + count % 5);
        desk.comes(bills, 10 + count % 5);
    }

    CHECK(desk.asked(parcels).dates[0]->hours < 7);
    CHECK(desk.asked(bills).dates[0]->hours > 12);
}

TEST_CASE("a weekday on which things take longer has longer dates")
{
    DailyDesk desk;
    for (int count = 0; count < 700; ++count) desk.comes(parcels, (1 + count % 5) * (desk.weekday() == 4 ? 3.0 : 1.0));
    const double monday = desk.asked(parcels).dates[0]->hours;
    for (int count = 0; count < 4; ++count) desk.comes(parcels, 3);

    CHECK(desk.weekday() == 4);
    CHECK(desk.asked(parcels).dates[0]->hours > 2 * monday);
}
