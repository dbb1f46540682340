// SPDX-License-Identifier: Apache-2.0
#include "case/fixture_test.h"
#include "channel/channel_sql.h"
#include "signal/signal_sql.h"
#include "triage/decide_triage.h"
#include "triage/triage_sql.h"
#include "triage/triage_views_sql.h"

using namespace amends;
using namespace amends::triage;
using namespace std::chrono_literals;
using channel::RawState;
using testing::on_each_engine;

namespace {

struct Given : testing::Desk {
    explicit Given(sql::Session& its_session) : Desk(its_session) { id = opened().id; }

    RawMessageId quarantined(std::string sender = "mallory@example.net")
    {
        const channel::RawMessage raw{.id = ids.next<RawMessageId>(),
                                      .channel_id = testing::mail_line,
                                      .position = std::to_string(++mails),
                                      .recipient = "help@example.org",
                                      .sender = std::move(sender),
                                      .content_hash = "x",
                                      .size = 99,
                                      .received_at = clock.now(),
                                      .state = RawState::quarantined,
                                      .reason = "mail.too_deep",
                                      .team_id = testing::front,
                                      .pull_by = clock.now() + 4h};
        channels.add(raw, "bytes");
        return raw.id;
    }

    // A stranger's mail that points at the case.
    RawMessageId held()
    {
        const auto raw_id = quarantined();
        auto raw = channels.raw(raw_id).value();
        auto unverified = raw;
        unverified.state = RawState::unverified;
        unverified.reason = "join.not_participant";
        REQUIRE(channels.change(raw, unverified));
        const auto kept = conversation::receive_message(talk, {.channel_id = testing::mail_line,
                                                               .raw_id = raw_id,
                                                               .kind = conversation::MessageKind::email,
                                                               .at = clock.now(),
                                                               .from_name = "Mallory",
                                                               .from_address = "mallory@example.net",
                                                               .subject = "Re: [AM-1001]",
                                                               .text = "Me too",
                                                               .visible_length = 6,
                                                               .language = "en",
                                                               .external_id = "mid" + std::to_string(mails)});
        store.add({raw_id, kept.message.id, id, "subject_number"});
        return raw_id;
    }
    Result<Decided> decided(RawMessageId raw, Decision decision, std::optional<CaseId> into = {})
    {
        return decide_triage(ports_of_triage, {raw, decision, into});
    }
    RawState state(RawMessageId raw) { return channels.raw(raw)->state; }
    std::vector<TriageItem> items() { return TriageViewsSql(session, brand.brand(), clock).list().items; }

    channel::ChannelSqlStore channels{session, testing::brand_one};
    TriageSqlStore store{session, testing::brand_one};
    signal::SignalSqlStore signals{session, testing::brand_one};
    Ports ports_of_triage{ports, talk, channels, store, {signals, texts, events, ids, clock}};
    CaseId id{};
};

} // namespace

TEST_CASE("triage shows what waits, from whom, why, and which case it points at")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.held();
        given.clock.advance(5h);
        given.quarantined("");

        const auto items = given.items();

        REQUIRE(items.size() == 2);
        CHECK(items[0].kind == "unverified");
        CHECK(items[0].from.name == "Mallory");
        CHECK(items[0].text == "Me too");
        CHECK(items[0].reason == "join.not_participant");
        CHECK(items[0].wants->ref == "AM-1001");
        CHECK(items[0].wants->participants == std::vector<std::string>{"Eve"});
        CHECK(items[0].late);
        CHECK(items[0].team->name == "Front");
        CHECK(items[1].reason == "mail.too_deep");
        CHECK_FALSE(items[1].wants);
        CHECK_FALSE(items[1].late);
    });
}

TEST_CASE("accepted, the mail lies in its case, its sender takes part, and triage is done with it")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto raw = given.held();

        const auto decided = given.decided(raw, Decision::accept);

        REQUIRE(decided);
        CHECK(decided->case_id == given.id);
        CHECK(given.state(raw) == RawState::placed);
        CHECK(given.items().empty());
        const auto message = given.messages.of_raw(raw).value();
        CHECK(message.case_id == given.id);
        CHECK(given.cases.placements(message.id).at(0).evidence == "agent");
        CHECK(given.cases.participants(given.id).size() == 2);
        CHECK(given.now(given.id).message_count == 1);
        CHECK(given.said("triage.decided"));
        CHECK(given.decided(raw, Decision::accept).error().code == "triage.decided");
    });
}

TEST_CASE("a new case has the sender as its customer and the other case is left alone")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto raw = given.held();

        const auto decided = given.decided(raw, Decision::new_case);

        REQUIRE(decided);
        CHECK(*decided->case_id != given.id);
        CHECK(given.cases.participants(*decided->case_id).at(0).address == "mallory@example.net");
        CHECK(given.now(given.id).message_count == 0);
        CHECK(given.cases.participants(given.id).size() == 1);
    });
}

TEST_CASE("what could not be read becomes a message of a case all the same")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        CHECK(given.decided(given.quarantined(), Decision::accept).error().code == "triage.case_missing");

        const auto joined = given.decided(given.quarantined(), Decision::accept, given.id);
        const auto opened = given.decided(given.quarantined(""), Decision::new_case);

        CHECK(joined->case_id == given.id);
        CHECK(given.now(given.id).message_count == 1);
        REQUIRE(opened);
        CHECK(given.now(*opened->case_id).message_count == 1);
    });
}

TEST_CASE("each decision can be undone, and the mail waits again by the time it had")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        for (const auto decision : {Decision::accept, Decision::new_case, Decision::not_for_us}) {
            const auto raw = given.held();
            const auto pull_by = given.channels.raw(raw)->pull_by;
            const auto decided = given.decided(raw, decision);
            REQUIRE(decided);
            CHECK(given.state(raw) == (decision == Decision::not_for_us ? RawState::filed : RawState::placed));
            CHECK_FALSE(undo_decision(given.ports_of_triage, RawMessageId{404}));

            REQUIRE(undo_decision(given.ports_of_triage, raw));

            CHECK(given.state(raw) == RawState::unverified);
            CHECK_FALSE(given.messages.of_raw(raw)->case_id);
            CHECK(given.channels.raw(raw)->pull_by == pull_by);
            CHECK(given.now(given.id).message_count == 0);
            CHECK(given.cases.participants(given.id).size() == 1);
            CHECK(undo_decision(given.ports_of_triage, raw).error().code == "triage.not_decided");
            REQUIRE(given.decided(raw, Decision::not_for_us));
        }
    });
}

TEST_CASE("nobody has decided in time: a signal, once, and settled by the decision")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto raw = given.quarantined();
        const auto open_signals = [&] {
            return session.value<std::int64_t>("SELECT count(*) FROM signals WHERE state <> 'explained'");
        };

        miss_triage(given.ports_of_triage, raw);
        CHECK(open_signals() == 0); // Too early.
        given.clock.advance(4h);
        miss_triage(given.ports_of_triage, raw);
        miss_triage(given.ports_of_triage, raw);
        CHECK(open_signals() == 1);
        REQUIRE(given.decided(raw, Decision::not_for_us));
        CHECK(open_signals() == 0);
        miss_triage(given.ports_of_triage, raw);
        CHECK(open_signals() == 0);
    });
}
