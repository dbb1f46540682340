// SPDX-License-Identifier: Apache-2.0
// `amends sample`: believable cases in four languages, in any number. The same seed gives the same desk.
#include "app/commands.h"
#include "app/desk_clock.h"
#include "app/sample_case.h"
#include "platform/sql/dialect.h"

#include <fmt/format.h>

namespace amends {
namespace {

constexpr BrandId first_brand{1};
constexpr std::int64_t cases_in_one_commit = 1000;
constexpr std::int64_t told_every = 50'000;

// In each group of twenty one case is long: somebody must scroll in a sample desk, too.
constexpr std::int64_t group = 20;

std::int64_t messages_of(const SampleSize& size, std::int64_t at)
{
    const auto until = [&](std::int64_t n) { return n * size.messages / size.cases; };
    const auto first = at / group * group;
    const auto in_group = until(std::min(first + group, size.cases)) - until(first);
    const auto members = std::min(group, size.cases - first);
    const auto few = std::max<std::int64_t>(1, in_group * 6 / (10 * members));
    const auto place = at - first;
    const auto mine = std::max<std::int64_t>(1, few - place % 3);
    if (place + 1 < members) return mine;
    std::int64_t others = 0;
    for (std::int64_t other = 0; other + 1 < members; ++other) others += std::max<std::int64_t>(1, few - other % 3);
    return std::max<std::int64_t>(1, in_group - others);
}

} // namespace

int make_sample(const Config& config, const SampleSize& size)
{
    const Instant now = desk_clock().now();
    FixedClock clock(now);
    House house(config, clock);
    house.open();
    const auto session = house.pool.take();
    const auto desk = sample::prepare(house, *session, first_brand);
    if (!desk) {
        fmt::print(stderr, "amends: this desk has no mail line and no team yet; begin with `amends init`\n");
        return 1;
    }
    house.numbers.reserve(*session, first_brand, size.cases);
    sample::CaseMaker maker(house, *session, *desk, clock, {now, size.cases, size.seed});
    for (std::int64_t at = 0; at < size.cases;) {
        sql::Transaction transaction(*session);
        const auto end = std::min(at + cases_in_one_commit, size.cases);
        for (; at < end; ++at) maker.make(at, messages_of(size, at));
        maker.write_events();
        transaction.commit();
        if (at % told_every == 0) fmt::print("{} cases\n", at);
    }
    sql::take_stock(*session);
    fmt::print("The desk has {} cases more.\n", size.cases);
    return 0;
}

} // namespace amends
