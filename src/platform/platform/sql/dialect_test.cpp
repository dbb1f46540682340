// SPDX-License-Identifier: Apache-2.0
#include "platform/sql/dialect.h"

#include "platform/sql/questions.h"
#include "testing/database.h"

#include <array>
#include <filesystem>

using namespace amends;
using testing::on_each_engine;

namespace {

void fill(sql::Session& session)
{
    session.script("CREATE TABLE things (id BIGINT PRIMARY KEY, name TEXT, kind TEXT)");
    for (const auto& [id, name] : {std::pair{1, "a"}, std::pair{2, "it's \"b\", \\ {c}"}, std::pair{3, ""},
                                   std::pair{4, "tab\tand line\n"}, std::pair{5, "ä ی"}})
        session.execute("INSERT INTO things (id, name, kind) VALUES ($id, $name, 'x')", {{"id", id}, {"name", name}});
}

} // namespace

TEST_CASE("a list of numbers is one parameter")
{
    on_each_engine([](sql::Session& session) {
        fill(session);
        const auto found = [&](const std::vector<std::int64_t>& ids) {
            return session.value<int>("SELECT count(*) FROM things WHERE " +
                                          sql::one_of(session.dialect(), "id", "ids", sql::List::numbers),
                                      {{"ids", sql::list_value(session.dialect(), ids)}});
        };
        CHECK(found({}) == 0);
        CHECK(found({2}) == 1);
        CHECK(found({1, 3, 99, 1}) == 2);
        CHECK(found({-9'223'372'036'854'775'807, 5}) == 1);
    });
}

TEST_CASE("a list of texts is taken to the letter")
{
    on_each_engine([](sql::Session& session) {
        fill(session);
        const std::string condition = sql::one_of(session.dialect(), "name", "names", sql::List::texts);
        for (int id = 1; id <= 5; ++id) {
            const std::vector<std::string> names{
                "nothing", session.value<std::string>("SELECT name FROM things WHERE id = $id", {{"id", id}}), "NULL"};
            const auto rows = session.query("SELECT id FROM things WHERE " + condition,
                                            {{"names", sql::list_value(session.dialect(), names)}});
            REQUIRE(rows.size() == 1);
            CHECK(rows[0][0] == sql::Value(std::int64_t{id}));
        }
    });
}

TEST_CASE("greatest, least and string_agg leave NULL out on both engines")
{
    on_each_engine([](sql::Session& session) {
        fill(session);
        const auto answer = [&](const std::string& what) { return session.query("SELECT " + what).at(0).at(0); };
        CHECK(answer("greatest(1, NULL, 3, 2)") == sql::Value(std::int64_t{3}));
        CHECK(answer("least(NULL, 4, 2)") == sql::Value(std::int64_t{2}));
        CHECK(answer("greatest(CAST(NULL AS BIGINT), NULL)") == sql::Value());
        CHECK(answer("greatest('a', 'B', 'ä')") == sql::Value(std::string("ä")));
        CHECK(answer("greatest(9007199254740993, 9007199254740992)") ==
              sql::Value(std::int64_t{9'007'199'254'740'993}));
        CHECK(answer("string_agg(t, ', ') FROM (SELECT 'a' AS t UNION ALL SELECT NULL UNION ALL SELECT 'b') AS x") ==
              sql::Value(std::string("a, b")));
        CHECK(answer("string_agg(name, ',') FROM things WHERE id > 99") == sql::Value());
        CHECK(answer("string_agg(name, ',') FROM things WHERE id = 3") == sql::Value(std::string()));
    });
}

TEST_CASE("a percentile is a value that occurred, the same on both engines")
{
    on_each_engine([](sql::Session& session) {
        session.script("CREATE TABLE delays (minutes BIGINT NOT NULL)");
        for (const int minutes : {2, 4, 4, 5, 7, 9, 11, 15, 21, 40})
            session.execute("INSERT INTO delays (minutes) VALUES ($minutes)", {{"minutes", minutes}});
        const auto at = [&](double share) {
            return session.query(sql::percentile(session.dialect(), "minutes", "delays", share)).at(0).at(0);
        };
        CHECK(at(0.8) == sql::Value(std::int64_t{15}));
        CHECK(at(0.5) == sql::Value(std::int64_t{7}));
        CHECK(at(0.01) == sql::Value(std::int64_t{2}));
        CHECK(at(1) == sql::Value(std::int64_t{40}));
        session.script("DELETE FROM delays");
        CHECK(at(0.5) == sql::Value());
    });
}

TEST_CASE("a pipeline does all its steps, or with its transaction none")
{
    on_each_engine([](sql::Session& session) {
        fill(session);
        const std::string rename = "UPDATE things SET name = $name WHERE id <= $most";
        const std::string add = "INSERT INTO things (id, name) VALUES ($id, 'x')";
        std::vector<sql::Step> steps{{rename, {{"name", "new"}, {"most", 3}}}, {rename, {{"name", "x"}, {"most", 0}}}};
        for (int id = 1000; id < 1250; ++id) steps.push_back({add, {{"id", id}}});

        const auto changed = session.pipeline(steps);

        REQUIRE(changed.size() == 252);
        CHECK(changed[0] == 3);
        CHECK(changed[1] == 0);
        CHECK(changed[251] == 1);
        CHECK(session.value<int>("SELECT count(*) FROM things WHERE id >= 1000") == 250);
        CHECK(session.pipeline({}).empty());
    });
}

TEST_CASE("a pipeline that fails tells why, and the session goes on")
{
    on_each_engine([](sql::Session& session) {
        fill(session);
        const std::string add = "INSERT INTO things (id, name) VALUES ($id, 'x')";
        const std::vector<sql::Step> steps{{add, {{"id", 50}}}, {add, {{"id", 1}}}, {add, {{"id", 51}}}};
        {
            const sql::Transaction abandoned(session);
            CHECK_THROWS_AS(session.pipeline(steps), Failure);
        }
        CHECK(session.value<int>("SELECT count(*) FROM things") == 5);
        {
            sql::Transaction kept(session);
            CHECK(session.pipeline(std::vector<sql::Step>{{add, {{"id", 50}}}}) == std::vector<std::int64_t>{1});
            kept.commit();
        }
        CHECK(session.value<int>("SELECT count(*) FROM things") == 6);
    });
}

namespace {

struct Thing {
    std::int64_t id{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(Thing, (), (id, name))

struct Count {
    std::int64_t count{};
};
BOOST_DESCRIBE_STRUCT(Count, (), (count))

} // namespace

TEST_CASE("questions asked together are answered each in its place, large answers and empty ones too")
{
    on_each_engine([](sql::Session& session) {
        fill(session);
        session.script("INSERT INTO things (id, name) VALUES (70, '" + std::string(2'000'000, 'x') + "')");
        const std::string one = "SELECT id, name FROM things WHERE id = $id";
        std::vector<Thing> first;
        std::vector<Thing> none;
        std::vector<Thing> large;
        std::int64_t counted = 0;
        sql::Questions questions(session);
        questions.all<Thing>(one, {{"id", 1}}, first);
        questions.all<Thing>(one, {{"id", 99}}, none);
        for (int again = 0; again < 30; ++again) questions.all<Thing>(one, {{"id", 70}}, large);
        questions.each<Count>("SELECT count(*) FROM things", {}, [&](Count found) { counted = found.count; });
        CHECK(first.empty());

        questions.answer();

        REQUIRE(first.size() == 1);
        CHECK(first[0].id == 1);
        CHECK(none.empty());
        REQUIRE(large.size() == 30);
        CHECK(large[29].name.size() == 2'000'000);
        CHECK(counted == 6);

        questions.answer(); // Nothing is asked twice.
        CHECK(first.size() == 1);
    });
}

TEST_CASE("a question that fails says why, and the session can be asked again")
{
    on_each_engine([](sql::Session& session) {
        fill(session);
        std::vector<Thing> found;
        sql::Questions questions(session);
        questions.all<Thing>("SELECT id, name FROM things WHERE id = $id", {{"id", 1}}, found);
        // A name where a number is expected.
        questions.each<Count>("SELECT name FROM things WHERE id = $id", {{"id", 1}}, [](Count) {});
        CHECK_THROWS_AS(questions.answer(), Failure);
        CHECK(session.value<int>("SELECT count(*) FROM things") == 5);
    });
}

TEST_CASE("a page is one of few lengths, and never shorter than it is wished")
{
    CHECK(sql::limit(1) == " LIMIT 21");
    CHECK(sql::limit(21) == " LIMIT 21");
    CHECK(sql::limit(22) == " LIMIT 51");
    CHECK(sql::limit(52) == " LIMIT 101");
    CHECK(sql::limit(101) == " LIMIT 101");
    CHECK(sql::limit(201) == " LIMIT 201");
    CHECK(sql::limit(202) == " LIMIT 301");
}

TEST_CASE("what may be done later is done before the next question and before the commit, in its order")
{
    on_each_engine([](sql::Session& session) {
        fill(session);
        const std::string add = "INSERT INTO things (id, name) VALUES ($id, $name)";
        {
            sql::Transaction transaction(session);
            session.later(add, {{"id", 50}, {"name", "old"}});
            session.later("UPDATE things SET name = 'new' WHERE id = $id", {{"id", 50}});
            CHECK(session.value<std::string>("SELECT name FROM things WHERE id = 50") == "new");
            for (int id = 1000; id < 1200; ++id) session.later(add, {{"id", id}, {"name", "many"}});
            CHECK(session.execute("DELETE FROM things WHERE name = 'many' AND id < $most", {{"most", 1010}}) == 10);
            session.later(add, {{"id", 51}, {"name", "last"}});
            transaction.commit();
        }
        CHECK(session.value<int>("SELECT count(*) FROM things WHERE id >= 50") == 192);
        session.later(add, {{"id", 52}, {"name", "alone"}}); // Without a transaction at once.
        CHECK(session.value<int>("SELECT count(*) FROM things WHERE id >= 50") == 193);
    });
}

TEST_CASE("what fails later fails before the commit, and nothing of the transaction is left")
{
    on_each_engine([](sql::Session& session) {
        fill(session);
        const std::string add = "INSERT INTO things (id, name) VALUES ($id, 'x')";
        const auto twice = [&](bool asks) {
            sql::Transaction transaction(session);
            session.later(add, {{"id", 50}});
            session.later(add, {{"id", 1}});
            if (asks) static_cast<void>(session.value<int>("SELECT count(*) FROM things"));
            transaction.commit();
        };
        CHECK_THROWS_AS(twice(false), Failure);
        CHECK_THROWS_AS(twice(true), Failure);
        {
            const sql::Transaction abandoned(session);
            session.later(add, {{"id", 50}});
        }
        CHECK(session.value<int>("SELECT count(*) FROM things") == 5);
        sql::Transaction transaction(session);
        CHECK(session.value<int>("SELECT count(*) FROM things") == 5);
        transaction.commit();
    });
}

TEST_CASE("what is busy is tried again, and what is wrong is not")
{
    int tried = 0;
    sql::retry_when_busy([&] {
        if (++tried < 3) throw Busy("somebody is writing");
    });
    CHECK(tried == 3);

    tried = 0;
    CHECK_THROWS_AS(sql::retry_when_busy(
                        [&] {
                            ++tried;
                            throw Busy("somebody is writing");
                        },
                        2),
                    Busy);
    CHECK(tried == 2);

    tried = 0;
    CHECK_THROWS_AS(sql::retry_when_busy([&] {
                        ++tried;
                        throw Failure("disk full");
                    }),
                    Failure);
    CHECK(tried == 1);
}

TEST_CASE("a session keeps what it acknowledged, and gives up waiting")
{
    on_each_engine([](sql::Session& session) {
        if (session.dialect() == sql::Dialect::sqlite) {
            CHECK(session.value<int>("PRAGMA synchronous") == 2);
            CHECK(session.value<int>("PRAGMA foreign_keys") == 1);
        } else {
            CHECK(session.value<std::string>("SHOW synchronous_commit") == "on");
            CHECK(session.value<std::string>("SHOW statement_timeout") == "30s");
            CHECK(session.value<std::string>("SHOW lock_timeout") == "5s");
        }
    });
}

TEST_CASE("a PostgreSQL that does not wait for its disk is refused")
{
    const char* const url = std::getenv("AMENDS_PG_URL");
    if (url == nullptr) return;
    CHECK_THROWS_AS(sql::Session(std::string(url) + "&options=-csynchronous_commit%3Doff"), Failure);
}
