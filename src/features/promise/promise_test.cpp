// SPDX-License-Identifier: Apache-2.0
#include "promise/promise.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::promise;
using namespace std::chrono_literals;

namespace {
constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h};
const Promise call_back{.text = "call back", .due_at = noon};
} // namespace

TEST_CASE("a promise without a future date is refused")
{
    const auto promise = make({.case_id = CaseId{7}, .text = "call back", .due_at = noon}, noon);

    REQUIRE_FALSE(promise);
    CHECK(promise.error().code == "promise.due_in_past");
    CHECK(promise.error().field == "due_at");
}

TEST_CASE("a promise of nothing is refused")
{
    CHECK(make({.case_id = CaseId{7}, .text = "", .due_at = noon + 1h}, noon).error().code == "promise.text_missing");
}

TEST_CASE("a promise fulfilled in time is kept")
{
    const auto promise = fulfil(call_back, noon);

    CHECK(promise->state == State::kept);
    CHECK(promise->ended_at == noon);
}

TEST_CASE("a promise fulfilled late stays broken")
{
    const auto promise = fulfil(call_back, noon + 1min);

    CHECK(promise->state == State::broken);
    CHECK(promise->ended_at == noon);
    CHECK(promise->fulfilled_late_at == noon + 1min);
}

TEST_CASE("a promise is fulfilled once")
{
    CHECK(fulfil(*fulfil(call_back, noon), noon).error().code == "promise.already_ended");
    CHECK(fulfil(*fulfil(call_back, noon + 1h), noon + 2h).error().code == "promise.already_ended");
}
