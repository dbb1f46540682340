// SPDX-License-Identifier: Apache-2.0
#include "promise/basis.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::promise;
using namespace std::chrono_literals;

namespace {

constexpr Instant now{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1} + 6h};
constexpr Instant friday = now + 96h;
const Support fifty{.n = 50, .honest_at = friday};
const Support seven{.n = 7, .honest_at = std::nullopt};

Intended result_by(Instant due, std::string ground = "")
{
    return {
        .kind = Kind::outcome, .text = "Your refund is on your account", .due_at = due, .ground = std::move(ground)};
}

std::string refusal(const Intended& intended, const Support& support)
{
    const auto basis = basis_of(intended, support, now);
    return basis ? "" : basis.error().code + " " + basis.error().field;
}

} // namespace

TEST_CASE("a result may be promised for what history supports, and for later")
{
    CHECK(basis_of(result_by(friday), fifty, now) == Basis::history);
    CHECK(basis_of(result_by(friday + 24h), fifty, now) == Basis::history);
}

TEST_CASE("a millisecond earlier needs a reason, which is a judgement and stays on record")
{
    CHECK(refusal(result_by(friday - 1ms), fifty) == "promise.earlier_than_history ground");
    CHECK(refusal(result_by(friday - 1ms, " \t"), fifty) == "promise.earlier_than_history ground");
    CHECK(basis_of(result_by(friday - 1ms, "The spare part lies here."), fifty, now) == Basis::judgement);
}

TEST_CASE("with too little history no reason is good enough, but a clause and a fact are")
{
    CHECK(refusal(result_by(friday, "I feel it"), seven) == "promise.history_too_small kind");
    CHECK(refusal(result_by(friday, "I feel it"), {.n = 19, .honest_at = friday}) == "promise.history_too_small kind");
    CHECK(refusal(result_by(friday), {.n = 200, .honest_at = std::nullopt}) == "promise.history_too_small kind");
    for (const Basis claimed : {Basis::clause, Basis::fact}) {
        Intended intended = result_by(friday, "The bank has confirmed it.");
        intended.basis = claimed;
        CHECK(basis_of(intended, seven, now) == claimed);
        intended.ground = "";
        CHECK(refusal(intended, seven) == "promise.ground_missing ground");
    }
}

TEST_CASE("nobody claims history or judgement: the desk finds which it is")
{
    Intended intended = result_by(friday - 1h);
    intended.basis = Basis::history;
    CHECK(refusal(intended, fifty) == "promise.earlier_than_history ground");
    intended.basis = Basis::own_word;
    CHECK(refusal(intended, seven) == "promise.history_too_small kind");
}

TEST_CASE("news and calls are in our own hands")
{
    CHECK(basis_of({.kind = Kind::update, .text = "", .due_at = now + 1h}, {}, now) == Basis::own_word);
    CHECK(basis_of({.kind = Kind::appointment, .text = "We call you", .due_at = now + 1h}, {}, now) == Basis::own_word);
}

TEST_CASE("a promise needs words and a time to come")
{
    CHECK(refusal(result_by(now), fifty) == "promise.due_in_past due_at");
    CHECK(refusal({.kind = Kind::update, .text = "", .due_at = now - 1ms}, fifty) == "promise.due_in_past due_at");
    CHECK(refusal({.kind = Kind::outcome, .text = " ", .due_at = friday}, fifty) == "promise.text_missing text");
    CHECK(refusal({.kind = Kind::outcome, .text = std::string(longest_text + 1, 'x'), .due_at = friday}, fifty) ==
          "promise.text_too_long text");
}
