// SPDX-License-Identifier: Apache-2.0
#include "case/placing.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::cases;

namespace {

constexpr CaseId ours{7};
constexpr CaseId other{8};
const auto takes_part = [](CaseId id) { return id == ours; };
const auto stranger = [](CaseId) { return false; };

} // namespace

TEST_CASE("a participant's answer with our token joins its case")
{
    const auto verdict = place({.token = ours}, takes_part);
    CHECK(verdict.kind == Verdict::join);
    CHECK(verdict.wanted == ours);
    CHECK(verdict.evidence == "token");
}

TEST_CASE("whoever is no participant joins by nothing: an agent decides")
{
    for (const auto& clues : {Clues{.token = ours}, Clues{.references = ours}, Clues{.number = ours},
                              Clues{.forged = CaseId{}}, Clues{.token = ours, .references = ours, .number = ours}}) {
        const auto verdict = place(clues, stranger);
        CHECK(verdict.kind == Verdict::hold);
        CHECK(verdict.reason == "join.not_participant");
    }
}

TEST_CASE("a participant whose sender is forged is held, whatever the mail carries")
{
    for (auto clues : {Clues{.token = ours}, Clues{.references = ours}, Clues{.number = ours}}) {
        clues.sender_forged = true;
        CHECK(place(clues, takes_part).kind == Verdict::hold);
        CHECK(place(clues, takes_part).reason == "join.forged");
    }
}

TEST_CASE("a number alone never joins, not even for a participant: it is a proposal")
{
    const auto verdict = place({.number = ours}, takes_part);
    CHECK(verdict.kind == Verdict::open);
    CHECK(verdict.wanted == ours);
}

TEST_CASE("the strongest clue decides")
{
    CHECK(place({.token = ours, .number = other}, takes_part).wanted == ours);
    CHECK(place({.token = other, .references = ours}, takes_part).kind == Verdict::hold);
}

TEST_CASE("a mail without a clue opens a case, even when its sender is forged")
{
    CHECK(place({}, stranger).kind == Verdict::open);
    CHECK(place({.sender_forged = true}, stranger).kind == Verdict::open);
}
