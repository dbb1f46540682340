// SPDX-License-Identifier: Apache-2.0
#include "conversation/message_sql.h"
#include "signal/answer_signal.h"
#include "signal/open_signal.h"
#include "signal/signal_sql.h"
#include "testing/database.h"
#include "timeline/event_log_sql.h"

using namespace amends;
using namespace amends::signal;
using namespace std::chrono_literals;
using amends::testing::on_each_engine;

namespace {

constexpr UserId aino{7};

struct Given {
    explicit Given(sql::Session& session_) : session(session_) {}
    [[nodiscard]] Ports ports() { return {signals, texts, events, ids, clock}; }
    bool seen(std::int64_t subject = 1, const std::string& detector = "channel_down")
    {
        return open_signal(ports(), {.detector = detector, .subject_kind = "channel", .subject = subject});
    }

    sql::Session& session;
    FixedClock clock{Instant{std::chrono::sys_days{std::chrono::year{2026} / 6 / 1} + 12h}};
    Ids ids{clock, 1};
    SignalSqlStore signals{session, BrandId{1}};
    conversation::TextSqlStore texts{session, BrandId{1}};
    timeline::EventSqlLog events{session, BrandId{1}, clock, {}};
};

} // namespace

TEST_CASE("a detector that sees the same thing again opens nothing new, until it was explained")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        CHECK(given.seen());
        CHECK_FALSE(given.seen());
        CHECK(given.seen(2));
        CHECK(given.seen(1, "surge"));

        const auto first = *given.signals.standing("channel_down", "channel", 1);
        REQUIRE(own_signal(given.ports(), first.id, aino));
        CHECK_FALSE(given.seen());
        REQUIRE(explain_signal(given.ports(), {first.id, "The router was unplugged", "en"}));
        CHECK(given.signals.all_standing().size() == 2);
        CHECK(given.seen());
    });
}

TEST_CASE("a signal is explained once, in words")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.seen();
        const auto id = given.signals.all_standing().at(0).id;
        CHECK(explain_signal(given.ports(), {id, " \n", "en"}).error().code == "signal.explanation_missing");
        const auto explained = explain_signal(given.ports(), {id, "A cable", "en"});
        REQUIRE(explained);
        CHECK(explained->state == State::explained);
        CHECK(given.texts.text(*explained->explanation) == "A cable");
        CHECK(explain_signal(given.ports(), {id, "Again", "en"}).error().code == "signal.explained_already");
        CHECK(own_signal(given.ports(), id, aino).error().code == "signal.explained_already");
        CHECK(own_signal(given.ports(), SignalId{1}, aino).error().code == "signal.not_found");
    });
}

TEST_CASE("of two who own a signal at once the second is refused, and another brand sees nothing of it")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.seen();
        const auto signal = given.signals.all_standing().at(0);
        CHECK(given.signals.change(signal, *own(signal, aino)));
        CHECK_FALSE(given.signals.change(signal, *own(signal, UserId{8})));
        CHECK(given.signals.find(signal.id)->owner_id == aino);
        CHECK_FALSE(SignalSqlStore(session, BrandId{2}).find(signal.id));
        CHECK(SignalSqlStore(session, BrandId{2}).all_standing().empty());
    });
}

TEST_CASE("what was done settles what was warned of")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.seen();
        settle_signal(given.ports(), "channel_down", "channel", 2);
        CHECK(given.signals.all_standing().size() == 1);
        settle_signal(given.ports(), "channel_down", "channel", 1);
        CHECK(given.signals.all_standing().empty());
    });
}
