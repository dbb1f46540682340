// SPDX-License-Identifier: Apache-2.0
#include "platform/sql/pool.h"
#include "testing/database.h"

#include <array>
#include <filesystem>
#include <thread>

using namespace amends;
using testing::on_each_engine;

namespace {

enum class Mood : std::uint8_t { calm, cross };
BOOST_DESCRIBE_ENUM(Mood, calm, cross)

struct Everything {
    std::int64_t id{};
    std::optional<std::string> text{};
    double real{};
    bool flag{};
    Mood mood{};
    sql::Bytes bytes{};
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Everything, (), (id, text, real, flag, mood, bytes, at))

void create_everything(sql::Session& session)
{
    const std::vector<sql::Migration> migrations{{1000, R"(CREATE TABLE everything (
        id BIGINT PRIMARY KEY, text TEXT, real DOUBLE PRECISION NOT NULL, flag BOOLEAN NOT NULL, mood TEXT NOT NULL,
        bytes BYTEA NOT NULL, at BIGINT NOT NULL
);)"}};
    sql::migrate(session, migrations);
}

void insert(sql::Session& session, const Everything& row)
{
    session.execute("INSERT INTO everything (" + sql::columns<Everything>() + ") VALUES (" +
                        sql::placeholders<Everything>() + ")",
                    row);
}

} // namespace

TEST_CASE("every type comes back as it was stored")
{
    on_each_engine([](sql::Session& session) {
        create_everything(session);
        const sql::Bytes bytes{std::byte{0}, std::byte{255}, std::byte{'\''}};
        insert(session,
               {1, "it's $5", 0.1, true, Mood::cross, bytes, Instant{std::chrono::milliseconds{1'790'000'000'123}}});
        insert(session, {2, std::nullopt, -1e300, false, Mood::calm, {}, Instant{}});

        const auto rows =
            session.all<Everything>("SELECT " + sql::columns<Everything>() + " FROM everything ORDER BY id");

        REQUIRE(rows.size() == 2);
        CHECK(rows[0].text == "it's $5");
        CHECK(rows[0].real == 0.1);
        CHECK(rows[0].flag);
        CHECK(rows[0].mood == Mood::cross);
        CHECK(rows[0].bytes == bytes);
        CHECK(rows[0].at.time_since_epoch().count() == 1'790'000'000'123);
        CHECK_FALSE(rows[1].text);
        CHECK(rows[1].real == -1e300);
        CHECK_FALSE(rows[1].flag);
        CHECK(rows[1].bytes.empty());
    });
}

TEST_CASE("parameters are bound by name, in any order, as often as they are named")
{
    on_each_engine([](sql::Session& session) {
        const auto rows = session.query("SELECT CAST($b AS TEXT), CAST($a AS TEXT), CAST($b AS TEXT), '$c' -- $d",
                                        {{"a", "first"}, {"b", "second"}});

        CHECK(rows.at(0) == sql::Row{"second", "first", "second", "$c"});
    });
}

TEST_CASE("a parameter that is unknown, missing, unnamed or cast with colons fails")
{
    on_each_engine([](sql::Session& session) {
        CHECK_THROWS_WITH_AS(session.query("SELECT CAST($a AS TEXT)", {{"a", 1}, {"b", 2}}), "unknown parameter $b",
                             Failure);
        CHECK_THROWS_WITH_AS(session.query("SELECT CAST($a AS TEXT)"), "missing parameter $a", Failure);
        CHECK_THROWS_WITH_AS(session.query("SELECT $1"), "a parameter needs a name in small letters: SELECT $1",
                             Failure);
        CHECK_THROWS_WITH_AS(session.query("SELECT $a::bigint", {{"a", 1}}), "write CAST($a AS …)", Failure);
    });
}

TEST_CASE("a transaction that is not committed leaves nothing behind")
{
    on_each_engine([](sql::Session& session) {
        const auto brands = [&] { return session.value<int>("SELECT count(*) FROM brands"); };
        {
            const sql::Transaction abandoned(session);
            session.execute("INSERT INTO brands (id) VALUES (2)");
            CHECK(brands() == 3);
        }
        CHECK(brands() == 2);

        sql::Transaction kept(session);
        session.execute("INSERT INTO brands (id) VALUES (2)");
        kept.commit();
        CHECK(brands() == 3);
    });
}

TEST_CASE("text is ordered byte by byte and compared exactly")
{
    on_each_engine([](sql::Session& session) {
        const auto rows = session.query("SELECT column1 FROM (VALUES ('b'), ('ä'), ('A'), ('a'), ('B')) AS letters"
                                        " ORDER BY column1");

        CHECK(rows == std::vector<sql::Row>{{"A"}, {"B"}, {"a"}, {"b"}, {"ä"}});
    });
}

TEST_CASE("both engines refuse a type that does not fit, a missing brand and a string in double quotes")
{
    on_each_engine([](sql::Session& session) {
        create_everything(session);
        const std::string event = "INSERT INTO closed_days (brand_id, day, name) VALUES ($brand, '2026-12-06', 'x')";

        CHECK_THROWS_AS(session.execute("INSERT INTO brands (id) VALUES ('one')"), Failure);
        CHECK_THROWS_AS(session.execute(event, {{"brand", 99}}), Failure);
        CHECK_THROWS_AS(session.query("SELECT \"nowhere\" FROM brands"), Failure);
    });
}

TEST_CASE("migrating again changes nothing")
{
    on_each_engine([](sql::Session& session) {
        sql::migrate(session, migrations);
        CHECK(session.value<std::size_t>("SELECT count(*) FROM schema_versions") == std::size(migrations));
    });
}

TEST_CASE("writers on one SQLite file wait for each other and lose nothing")
{
    const auto file = std::filesystem::temp_directory_path() / "amends_writers_test.db";
    std::filesystem::remove(file);
    {
        sql::Pool pool("sqlite:" + file.string(), 4);
        sql::migrate(*pool.take(), migrations);
        const auto write = [&] {
            for (int turn = 0; turn < 25; ++turn) {
                const auto session = pool.take();
                sql::Transaction transaction(*session);
                session->execute("UPDATE brands SET last_event = last_event + 1 WHERE id = 1");
                transaction.commit();
            }
        };
        {
            const std::array<std::jthread, 4> writers{std::jthread(write), std::jthread(write), std::jthread(write),
                                                      std::jthread(write)};
        }
        CHECK(pool.take()->value<int>("SELECT last_event FROM brands WHERE id = 1") == 100);
    }
    std::filesystem::remove(file);
}

namespace {

// Sessions of one file, as a desk has them: what is in memory is one session's own.
struct File {
    explicit File(const char* name) : path(std::filesystem::temp_directory_path() / name) { clear(); }
    ~File() { clear(); }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    void clear() const
    {
        for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + end);
    }
    [[nodiscard]] std::string url() const { return "sqlite:" + path.string(); }

    std::filesystem::path path;
};

std::int64_t count(sql::Session& session) { return session.value<std::int64_t>("SELECT count(*) FROM things"); }

} // namespace

TEST_CASE("on one SQLite file a transaction sees what it wrote, and others see it when it is committed")
{
    const File file("amends_two_sessions_test.db");
    sql::Session one(file.url());
    sql::Session two(file.url());
    one.script("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT");
    {
        sql::Transaction transaction(one);
        CHECK(one.execute("INSERT INTO things VALUES ($id, $name)", {{"id", 1}, {"name", "a"}}) == 1);
        CHECK(count(one) == 1);
        CHECK(count(two) == 0);
        transaction.commit();
    }
    CHECK(count(two) == 1);
    CHECK(two.execute("UPDATE things SET name = $name", {{"name", "b"}}) == 1); // Alone, without a transaction.
    CHECK(one.value<std::string>("SELECT name FROM things") == "b");
    {
        const sql::Transaction given_up(two);
        CHECK(two.execute("DELETE FROM things") == 1);
        CHECK_THROWS_AS(two.execute("INSERT INTO things VALUES ($id, NULL)", {{"id", 2}}), Failure);
        CHECK(count(two) == 0);
    }
    CHECK(count(one) == 1);
    CHECK(count(two) == 1);
}

TEST_CASE("on one SQLite file a table made in a transaction can be used in it, and after it by everybody")
{
    const File file("amends_new_table_test.db");
    sql::Session one(file.url());
    sql::Session two(file.url());
    {
        sql::Transaction transaction(one);
        one.script("CREATE TABLE things (id INTEGER PRIMARY KEY) STRICT");
        CHECK(one.execute("INSERT INTO things VALUES ($id)", {{"id", 7}}) == 1);
        CHECK(count(one) == 1);
        CHECK_THROWS_AS(count(two), Failure);
        transaction.commit();
    }
    CHECK(count(one) == 1);
    CHECK(count(two) == 1);
}

TEST_CASE("a snapshot does not see what is written beside it")
{
    const auto hold = [](sql::Session& reader, sql::Session& writer) {
        {
            const sql::Snapshot snapshot(reader);
            CHECK(count(reader) == 1);
            writer.execute("INSERT INTO things VALUES (2)");
            CHECK(count(reader) == 1);
        }
        CHECK(count(reader) == 2);
    };
    const File file("amends_snapshot_test.db");
    sql::Session one(file.url());
    sql::Session two(file.url());
    one.script("CREATE TABLE things (id INTEGER PRIMARY KEY) STRICT; INSERT INTO things VALUES (1)");
    hold(one, two);
    if (const char* const url = std::getenv("AMENDS_PG_URL")) {
        sql::Session first(url);
        sql::Session second(url);
        first.script("CREATE TABLE things (id BIGINT PRIMARY KEY); INSERT INTO things VALUES (1)");
        hold(first, second);
        first.script("DROP TABLE things");
    }
}

TEST_CASE("a pool opens no more sessions than it may, and gives each back to who waits")
{
    const File file("amends_pool_test.db");
    sql::Pool pool(file.url(), 2);
    auto one = pool.take();
    auto* const first = one.get();
    const auto two = pool.take();
    CHECK(two.get() != first);
    sql::Session* third = nullptr;
    {
        const std::jthread waits([&] { third = pool.take().get(); });
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        one.reset();
    }
    CHECK(third == first);
}
