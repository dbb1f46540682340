// SPDX-License-Identifier: Apache-2.0
#include "handover/hand_over.h"
#include "handover/words_channel.h"

#include "case/fixture_test.h"
#include "case/take_case.h"
#include "promise/promise_sql.h"
#include "promise/tell_next_update.h"

using namespace amends;
using namespace amends::handover;
using namespace std::chrono_literals;
using amends::testing::anna;
using amends::testing::bo;
using amends::testing::on_each_engine;

namespace {

struct Given : testing::Desk {
    explicit Given(sql::Session& its_session) : Desk(its_session)
    {
        id = opened().id;
        REQUIRE(cases::take_case(ports, id, anna));
    }

    [[nodiscard]] Ports both() { return {ports, {ports, promises}, words}; }
    cases::HandOverCase raised(std::optional<Instant> by = testing::noon + 26h)
    {
        return {.case_id = id,
                .to_user = bo,
                .summary = "She is angry, and right.",
                .kind = cases::HandOverKind::hierarchical,
                .reason = cases::HandOverReason::seniority,
                .contact_by = by};
    }
    std::string code(const cases::HandOverCase& wish)
    {
        const auto done = hand_over(both(), wish);
        return done ? "done" : done.error().code;
    }

    promise::PromiseSqlStore promises{session, testing::brand_one};
    SpokenContact words{[](UserId) { return std::string("Bo"); }, "en"};
    CaseId id{};
};

// Says the key and what it is filled with.
struct Keys final : DraftWords {
    [[nodiscard]] std::string day(Instant at) const override { return std::to_string((at - testing::noon) / 1h); }
    [[nodiscard]] std::string moment(Instant at) const override { return day(at); }
    [[nodiscard]] std::string say(std::string_view key, std::initializer_list<Filling> fillings) const override
    {
        std::string said(key.substr(6));
        for (const auto& filling : fillings) said.append(" ").append(filling.words);
        return said + ".";
    }
};

CaseFacts some_facts()
{
    CaseFacts facts{.customer = "Eve"};
    facts.of.origin_at = testing::noon;
    facts.of.waiting_since = testing::noon + 3h;
    facts.said = {{testing::noon, false, "Where is my parcel?\n\nEve"},
                  {testing::noon + 1h, true, "With the courier."},
                  {testing::noon + 3h, false, "It is not."}};
    return facts;
}

} // namespace

TEST_CASE("an escalation without a senior person or a time to come is refused")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        auto to_team = given.raised();
        to_team.to_user = std::nullopt;
        to_team.to_team = testing::back_office;
        CHECK(given.code(to_team) == "hand_over.senior_missing");
        auto to_equal = given.raised();
        REQUIRE(cases::hand_over_case(given.ports, {.case_id = given.id,
                                                    .to_user = bo,
                                                    .summary = "x",
                                                    .kind = cases::HandOverKind::transfer,
                                                    .reason = cases::HandOverReason::other}));
        to_equal.to_user = anna;
        CHECK(given.code(to_equal) == "hand_over.not_senior");
        CHECK(given.code(given.raised(std::nullopt)) == "hand_over.contact_missing");
        CHECK(given.code(given.raised(given.clock.now())) == "hand_over.contact_in_past");
        auto without = given.raised();
        without.reason = std::nullopt;
        CHECK(given.code(without) == "hand_over.reason_missing");
        without.kind = std::nullopt;
        CHECK(given.code(without) == "hand_over.kind_missing");
        CHECK(given.promises.of_case(given.id).empty());
    });
}

TEST_CASE("the time of an escalation is a promise of the one who is named, and its clock runs")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto before = given.now(given.id);
        REQUIRE(given.code(given.raised()) == "done");

        const auto made = given.promises.of_case(given.id).at(0);
        CHECK(made.kind == promise::Kind::appointment);
        CHECK(made.keeper_id == bo);
        CHECK(made.made_by == anna);
        CHECK(made.due_at == testing::noon + 26h);
        CHECK(given.texts.text(*made.text_id) == "Bo contacts you in person.");
        auto jobs =
            session.query("SELECT run_at FROM jobs WHERE kind = 'promise_due' AND subject = $id", {{"id", made.id}});
        CHECK(sql::from_value<Instant>(std::move(jobs.at(0).at(0))) == made.due_at - 15min); // To remind the keeper.
        const auto after = given.now(given.id);
        CHECK(after.owner_id == bo);
        CHECK(after.origin_at == before.origin_at); // I24
        CHECK(after.waiting_since == before.waiting_since);
        CHECK(after.next_update_at.value() <= made.due_at);
        const auto row = given.cases.hand_overs(given.id).at(0);
        CHECK(row.contact_promise == made.id);
        CHECK(row.kept_origin_at == before.origin_at);
        CHECK(row.kept_waiting_since == before.waiting_since);
        CHECK(row.reason == cases::HandOverReason::seniority);
    });
}

TEST_CASE("a draft says what happened, what is promised and what is next")
{
    auto facts = some_facts();
    CHECK(draft_summary(facts, Keys()) ==
          "opened Eve 0 Where is my parcel?. theirs 3 It is not.. ours 1 With the courier..\n"
          "nothing_promised.\n"
          "answer_wanted 3.");

    promise::Promise open{.due_at = testing::noon + 5h};
    promise::Promise broken{.due_at = testing::noon + 2h, .state = promise::State::broken};
    promise::Promise kept{.due_at = testing::noon + 1h, .state = promise::State::kept};
    promise::Promise theirs{.side = promise::Side::customer, .due_at = testing::noon + 1h};
    facts.promises = {{broken, "The money"}, {open, ""}, {kept, "x"}, {theirs, "y"}};
    facts.wait = cases::Wait{
        .waits_on = cases::Side::partner, .partner = "Courier", .reason = "Tracing", .review_at = testing::noon + 9h};
    CHECK(draft_summary(facts, Keys())
              .ends_with("\nbroken 2 The money. promised 5 news..\n"
                         "waits_for Courier 9 Tracing."));
}

TEST_CASE("a draft quotes no more than a line, and cuts no letter in two")
{
    CaseFacts facts = some_facts();
    facts.customer.clear();
    facts.said = {{testing::noon, false, ""}};
    for (int count = 0; count < 100; ++count) facts.said[0].text += "ά";
    const auto draft = draft_summary(facts, Keys());
    const auto end = draft.find(" …");
    REQUIRE(end != std::string::npos);
    CHECK(draft.substr(0, end).ends_with("ά"));
}

TEST_CASE("the draft of a real case speaks the language of whoever reads it")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.wrote(given.id, "Where is my parcel?");
        promise::tell_next_update(given.both().promising, {.case_id = given.id,
                                                           .beneficiary = given.now(given.id).person_id,
                                                           .told_by = MessageId{1},
                                                           .due_at = testing::noon + 24h});
        const auto facts = facts_of(given.both(), given.id);
        REQUIRE(facts);
        const auto english = draft_summary(*facts, SpokenDraft("en", "Europe/Helsinki"));
        CHECK(english.find("Eve wrote on Wednesday 25 November 2026: “Where is my parcel?”") != std::string::npos);
        CHECK(english.find("Promised by Thursday 26 November 2026 at 14:00: news from us") != std::string::npos);
        CHECK(draft_summary(*facts, SpokenDraft("fi", "Europe/Helsinki")).find("Mitä tapahtui") == 0);
        CHECK(draft_summary(*facts, SpokenDraft("fa", "Asia/Tehran")).find("چه شد") == 0);
        CHECK(facts_of(given.both(), CaseId{1}).error().code == "case.not_found");
    });
}
