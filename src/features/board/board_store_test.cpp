// SPDX-License-Identifier: Apache-2.0
#include "board/board_sql.h"

#include "case/fixture_test.h"
#include "case/take_case.h"
#include "platform/calendar/zone.h"
#include "promise/promise_sql.h"

#include <map>
#include <random>

using namespace amends;
using namespace amends::board;
using namespace std::chrono_literals;
using promise::Promise;
using promise::State;
using testing::noon;

namespace {

struct Given : testing::Desk {
    explicit Given(sql::Session& its_session) : Desk(its_session) {}

    [[nodiscard]] BoardSql board() { return {session, brand.brand(), clock}; }

    Promise promised(CaseId id, Instant due_at, Promise like = {.kind = promise::Kind::outcome})
    {
        like.id = ids.next<PromiseId>();
        like.case_id = id;
        like.due_at = like.original_due_at = due_at;
        like.made_at = clock.now();
        promises.add(like);
        return like;
    }

    void ended(const Promise& promise, State state, Instant at, std::optional<Instant> late = std::nullopt)
    {
        auto after = promise;
        after.state = state;
        after.ended_at = at;
        after.fulfilled_late_at = late;
        REQUIRE(promises.change(promise, after));
    }

    promise::PromiseSqlStore promises{session, testing::brand_one};
};

std::map<Column, std::vector<PromiseId>> ids_of(const Board& board)
{
    std::map<Column, std::vector<PromiseId>> ids;
    for (const auto& column : board.columns) {
        CHECK(column.total == static_cast<std::int64_t>(column.items.size()));
        for (const auto& card : column.items) ids[column.name].push_back(card.id);
    }
    return ids;
}

std::vector<PromiseId> walked(const BoardSql& board, ListWish wish)
{
    std::vector<PromiseId> seen;
    for (int page = 0; page < 50; ++page) {
        const auto list = board.list(wish);
        CHECK(list.items.size() <= static_cast<std::size_t>(wish.limit));
        for (const auto& card : list.items) seen.push_back(card.id);
        if (!list.next) break;
        wish.after = *cases::cursor_from(std::string_view(*list.next));
    }
    return seen;
}

// Where a promise stands, told without the spans and the statements of the board.
std::optional<Column> place_of(const Promise& promise, Instant now, Instant midnight)
{
    if (promise.state == State::kept)
        return now - *promise.ended_at <= 24h * 7 ? std::optional(Column::kept) : std::nullopt;
    if (promise.state == State::broken && !promise.fulfilled_late_at) return Column::late;
    if (promise.state != State::open) return std::nullopt;
    if (promise.due_at < now) return Column::late;
    if (promise.due_at - now <= 2h) return Column::soon;
    if (promise.due_at < midnight) return Column::today;
    return promise.due_at - now <= 24h * 7 ? std::optional(Column::week) : std::nullopt;
}

std::string plan_of(sql::Session& session, std::string text)
{
    for (const std::string_view name : {"$brand", "$from", "$to", "$at", "$last"})
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name))
            text.replace(at, name.size(), "5");
    for (auto at = text.find("$side"); at != std::string::npos; at = text.find("$side")) text.replace(at, 5, "'us'");
    std::string plan;
    for (const auto& row : session.query("EXPLAIN QUERY PLAN " + text + " LIMIT 51"))
        plan += std::get<std::string>(row.at(3)) + "\n";
    return plan;
}

} // namespace

TEST_CASE("a promise stands where its time is, the most urgent first, and a broken one is late until it is made good")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto id = given.opened().id;
        const auto week = given.promised(id, noon + 20h).id;
        const auto today = given.promised(id, noon + 3h).id;
        const auto soon = given.promised(id, noon + 2h).id;
        const auto sooner = given.promised(id, noon).id;
        const auto timer_is_late = given.promised(id, noon - 1min).id;
        const auto broken = given.promised(id, noon - 3h);
        given.ended(broken, State::broken, broken.due_at);
        given.ended(given.promised(id, noon - 4h), State::broken, noon - 4h, noon - 1h);
        const auto kept = given.promised(id, noon - 5h);
        given.ended(kept, State::kept, noon - 6h);
        given.ended(given.promised(id, noon - 24h * 9), State::kept, noon - 24h * 9);
        given.promised(id, noon + 24h * 8);

        const auto columns = ids_of(given.board().board({.whose = Whose::all}));

        CHECK(columns == std::map<Column, std::vector<PromiseId>>{{Column::late, {broken.id, timer_is_late}},
                                                                  {Column::soon, {sooner, soon}},
                                                                  {Column::today, {today}},
                                                                  {Column::week, {week}},
                                                                  {Column::kept, {kept.id}}});
    });
}

TEST_CASE("a card says what was promised to whom, and an update has no words of its own")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto id = given.opened().id;
        const auto text = given.ids.next<TextId>();
        given.texts.add(text, "en", "The refund is on your account");
        given.promised(id, noon + 1h, {.kind = promise::Kind::outcome, .keeper_id = testing::anna, .text_id = text});
        given.promised(id, noon + 90min, {.kind = promise::Kind::update});

        const auto board = given.board().board({.whose = Whose::all});

        const auto& cards = board.columns.at(1).items;
        REQUIRE(cards.size() == 2);
        CHECK(cards[0].text == "The refund is on your account");
        CHECK(cards[0].keeper->name == "Anna");
        CHECK(cards[0].case_.ref == "AM-1001");
        CHECK(cards[0].person.name == "Eve");
        CHECK_FALSE(cards[1].text);
        CHECK_FALSE(cards[1].keeper);
    });
}

TEST_CASE("sides stand apart, and mine is what I keep or what nobody keeps on a case of mine")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);
        session.script("INSERT INTO team_members (brand_id, team_id, user_id) VALUES (1, 21, 12)");
        const auto of_anna = given.opened().id;
        REQUIRE(cases::take_case(given.ports, of_anna, testing::anna));
        const auto of_nobody = given.opened().id;
        const auto by_holder = given.promised(of_anna, noon + 1h).id;
        const auto by_bo = given.promised(of_anna, noon + 70min, {.keeper_id = testing::bo}).id;
        const auto queued = given.promised(of_nobody, noon + 80min).id;
        const auto theirs = given.promised(of_anna, noon + 1h, {.side = promise::Side::customer}).id;
        const auto soon = [&](Whose whose, UserId viewer, promise::Side side = promise::Side::us) {
            return ids_of(given.board().board({side, whose, viewer}))[Column::soon];
        };

        CHECK(soon(Whose::mine, testing::anna) == std::vector{by_holder});
        CHECK(soon(Whose::mine, testing::bo) == std::vector{by_bo});
        CHECK(soon(Whose::team, testing::bo) == std::vector{by_holder, by_bo, queued});
        CHECK(soon(Whose::all, testing::anna) == std::vector{by_holder, by_bo, queued});
        CHECK(soon(Whose::all, testing::anna, promise::Side::customer) == std::vector{theirs});
    });
}

TEST_CASE("nothing of spam is on the board, and what a closed case still owed is owed no more")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);
        for (const std::string status : {"spam", "closed"}) {
            const auto id = given.opened().id;
            const auto broken = given.promised(id, noon - 1h);
            given.ended(broken, State::broken, broken.due_at);
            session.execute("UPDATE cases SET status = $status WHERE id = $id", {{"status", status}, {"id", id}});
        }

        CHECK(ids_of(given.board().board({.whose = Whose::all})).empty());
    });
}

TEST_CASE("whatever was promised, each column shows what a reading of every promise finds, page by page")
{
    testing::on_each_engine([](sql::Session& session) {
        std::mt19937_64 random(11);
        Given given(session);
        session.script("UPDATE brands SET zone = 'Asia/Tehran' WHERE id = 1");
        const auto id = given.opened().id;
        const Instant midnight = calendar::to_utc("Asia/Tehran", {2026, 11, 26, 0, 0, 0});
        std::map<Column, std::vector<std::pair<Instant, PromiseId>>> expected;
        for (int count = 0; count < 150; ++count) {
            // Many of them round this hour, the others up to a week away and more.
            const Instant due = noon + (count % 3 == 0 ? 15min * (static_cast<int>(random() % 1600U) - 700)
                                                       : 5min * (static_cast<int>(random() % 200U) - 60));
            auto promise = given.promised(id, due);
            const std::array states{State::open, State::open, State::kept, State::broken, State::released};
            const State state = states.at(random() % states.size());
            if (state != State::open && due <= noon) {
                const bool late = state == State::broken && random() % 2U == 0;
                given.ended(promise, state, due, late ? std::optional(due + 1h) : std::nullopt);
                promise = *given.promises.find(promise.id);
            }
            if (const auto column = place_of(promise, noon, midnight)) expected[*column].emplace_back(due, promise.id);
        }

        for (auto& [column, promises] : expected) {
            std::ranges::sort(promises);
            if (column == Column::kept) std::ranges::reverse(promises);
            std::vector<PromiseId> ids;
            for (const auto& [due, promise] : promises) ids.push_back(promise);
            for (const int limit : {7, 50})
                CHECK(walked(given.board(), {{.whose = Whose::all}, column, limit, {}}) == ids);
            for (const auto& shown : given.board().board({.whose = Whose::all}).columns)
                if (shown.name == column) CHECK(shown.total == static_cast<std::int64_t>(ids.size()));
        }
        CHECK(expected.size() == 5);
    });
}

TEST_CASE("a column reads no more promises than it shows")
{
    sql::Session session("sqlite::memory:");
    sql::migrate(session, migrations);
    for (const Column column : {Column::late, Column::soon, Column::today, Column::week, Column::kept})
        for (const bool from_cursor : {false, true})
            for (const auto& text : BoardSql::texts(column, from_cursor)) {
                const auto plan = plan_of(session, text);
                CAPTURE(text);
                CAPTURE(plan);
                CHECK(plan.find("SEARCH p USING INDEX promises_") != std::string::npos);
                CHECK(plan.find("(brand_id=? AND side=? AND ") != std::string::npos);
                CHECK(plan.find("_at>? AND ") != std::string::npos);
                CHECK(plan.find("SCAN") == std::string::npos);
                CHECK(plan.find("TEMP B-TREE") == std::string::npos);
            }
}
