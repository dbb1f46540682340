// SPDX-License-Identifier: Apache-2.0
#include "app/testing_routes.h"

#ifdef AMENDS_TESTING

#include "app/desk_clock.h"
#include "platform/json/read.h"

#include <thread>

namespace amends {
namespace {

using namespace std::chrono_literals;

constexpr auto longest_rest = 20s;

struct ClockWish {
    Instant now{};
};
BOOST_DESCRIBE_STRUCT(ClockWish, (), (now))

struct Rest {
    std::optional<Instant> next{};
    std::int64_t failed{};
};
BOOST_DESCRIBE_STRUCT(Rest, (), (next, failed))

http::Response set_clock(House& house, const http::Request& request)
{
    const auto wish = json::parse<ClockWish>(request.body);
    if (!wish) return http::refused(wish.error());
    set_desk_clock(wish->now);
    house.jobs_bell.ring();
    return {200, json::text_of(*wish)};
}

// A job that is being done is claimed; one that waits to be tried again after a failure is no rest, but is not waited
// for either.
bool busy(sql::Session& session, Instant now)
{
    return session.value<std::int64_t>("SELECT count(*) FROM jobs WHERE parked_at IS NULL"
                                       " AND (claimed_until IS NOT NULL OR run_at <= $now)",
                                       {{"now", now}}) > 0;
}

http::Response rest(House& house)
{
    const auto session = house.pool.take();
    const auto until = moment() + longest_rest;
    while (busy(*session, house.clock.now()) && moment() < until) std::this_thread::sleep_for(2ms);
    if (busy(*session, house.clock.now())) return {503, R"({"error":"the desk does not come to rest"})"};
    return {200, json::text_of(Rest{session->value<std::optional<Instant>>(
                                        "SELECT min(run_at) FROM jobs WHERE parked_at IS NULL AND brand_id > 0"),
                                    session->value<std::int64_t>("SELECT count(*) FROM jobs WHERE parked_at IS NOT "
                                                                 "NULL OR last_error <> ''")})};
}

} // namespace

http::Response answer_journey(House& house, const http::Request& request)
{
    if (request.path == "/testing/clock" && request.method == "POST") return set_clock(house, request);
    if (request.path == "/testing/rest") return rest(house);
    return http::refused({Refusal::not_found, "request.no_such_address"});
}

} // namespace amends

#endif
