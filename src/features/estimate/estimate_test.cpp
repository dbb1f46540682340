// SPDX-License-Identifier: Apache-2.0
#include "estimate/estimate.h"

#include <doctest/doctest.h>

using namespace amends::estimate;

namespace {

constexpr Risk eight_in_ten{.nominal = 0.2, .tuned = 0.2};

// The newest first, one an hour. A case of so many hours has ended when it is older than that.
std::vector<EarlierCase> hourly(const std::vector<double>& lengths)
{
    std::vector<EarlierCase> cases;
    for (double age = 0; const double length : lengths) {
        cases.push_back({.age = ++age});
        if (length <= age) cases.back().ended_after = length;
    }
    return cases;
}

std::vector<double> one_to(int last)
{
    std::vector<double> lengths;
    for (int length = last; length >= 1; --length) lengths.push_back(length);
    return lengths;
}

std::vector<EarlierCase> ended(const std::vector<double>& lengths)
{
    std::vector<EarlierCase> cases;
    for (const double length : lengths) cases.push_back({.age = 1'000, .ended_after = length});
    return cases;
}

} // namespace

TEST_CASE("with all cases ended the k-th smallest length is promised")
{
    const auto answer = estimate(ended(one_to(50)), eight_in_ten, 100);

    CHECK(answer->rank == 41);
    CHECK(answer->n == 50);
    CHECK(answer->length == 41);
}

TEST_CASE("fewer than 20 cases promise nothing")
{
    CHECK(estimate(ended(one_to(19)), eight_in_ten, 100).error().code == "estimate.too_few_cases");
    CHECK(estimate(ended(one_to(20)), eight_in_ten, 100)->length == 17);
}

TEST_CASE("where most still run nobody can know")
{
    std::vector<double> lengths(30, 500.0);

    CHECK(estimate(hourly(lengths), eight_in_ten, 100).error().code == "estimate.too_many_running");
}

TEST_CASE("cases that still run make the promise longer, never shorter")
{
    auto cases = ended(one_to(50));
    const double before = estimate(cases, eight_in_ten, 100)->length;
    for (std::size_t at = 0; at < 5; ++at) cases[at * 10] = {.age = 60};

    CHECK(estimate(cases, eight_in_ten, 100)->length > before);
}

TEST_CASE("the window is as new as it can be")
{
    auto lengths = one_to(20);
    lengths.resize(2'000, 90.0);
    auto cases = ended(lengths);

    CHECK(estimate(cases, eight_in_ten, 20)->length == 17);
    CHECK(estimate(cases, eight_in_ten, 1'000)->length == 90);
}

TEST_CASE("the window goes back until enough cases have been watched for as long as is promised")
{
    const std::vector<double> lengths(300, 40.0);

    CHECK(estimate(hourly(lengths), eight_in_ten, 20)->length == 40);
    CHECK(estimate(hourly(lengths), eight_in_ten, 20)->n >= 60);
}

TEST_CASE("a tuned risk beyond the largest of them is answered by the largest")
{
    CHECK(estimate(ended(one_to(20)), {.nominal = 0.2, .tuned = 0.01}, 100)->length == 20);
    CHECK(estimate(ended(one_to(50)), {.nominal = 0.2, .tuned = 0.4}, 100)->length == 31);
}

TEST_CASE("a segment falls back to the topics above it, never to another type")
{
    const auto segments = from_near_to_far({.topic = "delivery/late", .type = "complaint"});

    CHECK(segments == std::vector<Segment>{{.topic = "delivery/late", .type = "complaint"},
                                           {.topic = "delivery", .type = "complaint"},
                                           {.topic = "", .type = "complaint"}});
}
