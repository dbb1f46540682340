// SPDX-License-Identifier: Apache-2.0
#include "promise/promise.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::promise;
using namespace std::chrono_literals;

namespace {
constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h};
const Promise call_back{.kind = Kind::outcome, .due_at = noon, .original_due_at = noon};
} // namespace

TEST_CASE("a promise fulfilled at its due time is kept")
{
    CHECK(fulfil(call_back, noon)->state == State::kept);
    CHECK(fulfil(call_back, noon)->ended_at == noon);
}

TEST_CASE("a promise fulfilled late stays broken")
{
    const auto promise = fulfil(call_back, noon + 1ms);

    CHECK(promise->state == State::broken);
    CHECK(promise->ended_at == noon);
    CHECK(promise->fulfilled_late_at == noon + 1ms);
}

TEST_CASE("an ended promise cannot be fulfilled, broken by a word, or released again")
{
    const auto kept = *fulfil(call_back, noon);
    const auto late = *fulfil(call_back, noon + 1h);

    CHECK(fulfil(kept, noon).error().code == "promise.already_ended");
    CHECK(fulfil(late, noon + 2h).error().code == "promise.already_ended");
    CHECK(release(kept, noon).error().code == "promise.already_ended");
}

TEST_CASE("a release after the due time releases nothing: the promise was broken by then")
{
    CHECK(release(call_back, noon)->state == State::released);
    CHECK(release(call_back, noon + 1ms).error().code == "promise.already_ended");
}

TEST_CASE("no end changes what was promised, to whom, by whom and by when")
{
    const Promise promise{.id = PromiseId{3},
                          .case_id = CaseId{4},
                          .made_by = UserId{5},
                          .beneficiary_id = PersonId{6},
                          .text_id = TextId{7},
                          .due_at = noon,
                          .original_due_at = noon - 1h};
    for (const auto& ended :
         {*fulfil(promise, noon - 1h), *fulfil(promise, noon + 1h), broken(promise), *release(promise, noon - 1min)}) {
        CHECK(ended.made_by == promise.made_by);
        CHECK(ended.beneficiary_id == promise.beneficiary_id);
        CHECK(ended.text_id == promise.text_id);
        CHECK(ended.due_at == promise.due_at);
        CHECK(ended.original_due_at == promise.original_due_at);
    }
}

TEST_CASE("a moved promise ends, and its successor says the same to the same person and remembers the first date")
{
    const Promise promise{.id = PromiseId{3},
                          .case_id = CaseId{4},
                          .kind = Kind::outcome,
                          .made_by = UserId{5},
                          .beneficiary_id = PersonId{6},
                          .text_id = TextId{7},
                          .made_at = noon - 48h,
                          .due_at = noon,
                          .original_due_at = noon - 1h,
                          .warned_at = noon - 3h};
    const auto moved = move(promise, PromiseId{9}, noon + 24h, noon - 2h);
    REQUIRE(moved);
    CHECK(moved->old.state == State::moved);
    CHECK(moved->old.ended_at == noon - 2h);
    CHECK(moved->old.due_at == noon);
    CHECK(moved->old.successor_id == PromiseId{9});
    CHECK(moved->successor.state == State::open);
    CHECK(moved->successor.due_at == noon + 24h);
    CHECK(moved->successor.original_due_at == noon - 1h);
    CHECK(moved->successor.text_id == TextId{7});
    CHECK(moved->successor.made_by == UserId{5});
    CHECK_FALSE(moved->successor.warned_at);
}

TEST_CASE("what is past its time cannot be moved, nor anything into the past")
{
    CHECK(move(call_back, PromiseId{9}, noon + 24h, noon + 1ms).error().code == "promise.already_ended");
    CHECK(move(call_back, PromiseId{9}, noon - 24h, noon - 2h).error().code == "promise.due_in_past");
    CHECK(move(*fulfil(call_back, noon - 1h), PromiseId{9}, noon + 24h, noon - 30min).error().code ==
          "promise.already_ended");
}

TEST_CASE("the log knows names and times of a promise, and no word of it")
{
    CHECK(payload_of(broken(call_back)) ==
          R"({"kind":"outcome","side":"us","basis":"own_word","made_at":0,)"
          R"("due_at":1772452800000,"original_due_at":1772452800000,"ended_at":1772452800000})");
}
