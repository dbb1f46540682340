// SPDX-License-Identifier: Apache-2.0
#include "platform/sql/group_writer.h"

#include "platform/crypto/random.h"
#include "platform/sql/migrate.h"

#include <doctest/doctest.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <set>
#include <thread>

using namespace amends;

namespace {

const std::vector<sql::Migration> letters{{1, R"(CREATE TABLE letters (
    id BIGINT PRIMARY KEY,
    commit_number BIGINT NOT NULL
);)"}};

// A database that more than one session can open: a file, and a schema of its own that the address names.
template <class Test>
void on_each_shared_engine(Test test)
{
    const auto name = "amends_group_" + crypto::random_token().substr(0, 8);
    const auto file = std::filesystem::temp_directory_path() / (name + ".db");
    {
        INFO("on SQLite");
        sql::Session session("sqlite:" + file.string());
        sql::migrate(session, letters);
        test("sqlite:" + file.string(), session);
    }
    for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + end);
    if (const char* const url = std::getenv("AMENDS_PG_URL")) {
        INFO("on PostgreSQL");
        const std::string own = std::string(url) + "&options=-csearch_path%3Damends_group_test";
        sql::Session session(own);
        session.script("DROP SCHEMA IF EXISTS amends_group_test CASCADE; CREATE SCHEMA amends_group_test");
        sql::migrate(session, letters);
        test(own, session);
        session.script("DROP SCHEMA amends_group_test CASCADE");
    }
}

void insert(sql::Session& session, std::int64_t id)
{
    session.execute("INSERT INTO letters (id, commit_number) VALUES ($id, 0)", {{"id", id}});
}

std::int64_t count(sql::Session& session) { return session.value<std::int64_t>("SELECT count(*) FROM letters"); }

} // namespace

TEST_CASE("what was submitted is committed when submit returns")
{
    on_each_shared_engine([](const std::string& url, sql::Session& session) {
        sql::GroupWriter writer(url);

        writer.submit([](sql::Session& own) { insert(own, 1); });

        CHECK(count(session) == 1);
    });
}

TEST_CASE("of many who write at once each is kept once, and one that fails takes nobody with it")
{
    on_each_shared_engine([](const std::string& url, sql::Session& session) {
        std::atomic<int> refused = 0;
        {
            sql::GroupWriter writer(url);
            std::vector<std::jthread> threads;
            for (std::int64_t thread = 0; thread < 8; ++thread)
                threads.emplace_back([&, thread] {
                    for (std::int64_t turn = 0; turn < 50; ++turn) {
                        const auto id = thread * 1000 + turn;
                        try {
                            writer.submit([&](sql::Session& own) {
                                insert(own, id);
                                if (turn % 5 == 1) throw Failure("refused by its own");
                                if (turn % 5 == 2) insert(own, id); // The same key again.
                            });
                        } catch (const Failure&) {
                            ++refused;
                        }
                    }
                });
        }
        CHECK(refused == 8 * 20);
        CHECK(count(session) == 8 * 30);
        CHECK(session.value<std::int64_t>("SELECT count(*) FROM letters WHERE id % 5 IN (1, 2)") == 0);
    });
}

TEST_CASE("who does not wait is told after the commit, of its own failure alone, and also when the writer ends")
{
    on_each_shared_engine([](const std::string& url, sql::Session& session) {
        std::atomic<int> kept = 0;
        std::atomic<int> refused = 0;
        std::atomic<int> early = 0;
        {
            sql::GroupWriter writer(url);
            for (std::int64_t id = 0; id < 100; ++id)
                writer.submit_soon(
                    [&, id](sql::Session& own) {
                        insert(own, id);
                        if (id % 5 == 1) throw Failure("refused by its own");
                    },
                    [&](const std::exception_ptr& thrown) {
                        ++(thrown ? refused : kept);
                        if (count(session) < kept) ++early;
                    });
        }
        CHECK(kept == 80);
        CHECK(refused == 20);
        CHECK(early == 0);
        CHECK(count(session) == 80);
    });
}

TEST_CASE("those who wait during a commit go into the next one together")
{
    on_each_shared_engine([](const std::string& url, sql::Session& session) {
        session.script("CREATE TABLE commits (number BIGINT NOT NULL)");
        session.script("INSERT INTO commits (number) VALUES (0)");
        sql::GroupWriter writer(url);
        std::atomic<int> begun = 0;
        std::atomic<int> most_together = 0;
        {
            std::vector<std::jthread> threads;
            for (std::int64_t id = 0; id < 12; ++id)
                threads.emplace_back([&, id] {
                    writer.submit([&](sql::Session& own) {
                        // The first holds the writer until all the others are in the queue.
                        if (begun++ == 0) std::this_thread::sleep_for(std::chrono::milliseconds(200));
                        insert(own, id);
                        // Nobody outside sees what this commit has written so far.
                        most_together = std::max(most_together.load(), static_cast<int>(count(own) - count(session)));
                    });
                });
        }
        CHECK(most_together >= 2);
        CHECK(count(session) == 12);
    });
}

TEST_CASE("a commit that fails is told to everyone in it, and the writer goes on")
{
    on_each_shared_engine([](const std::string& url, sql::Session& session) {
        sql::GroupWriter writer(url);
        if (session.dialect() == sql::Dialect::sqlite) {
            CHECK_THROWS_AS(writer.submit([](sql::Session& own) {
                own.script("ROLLBACK"); // Then there is nothing left to commit.
                insert(own, 1);
            }),
                            Failure);
        }
        writer.submit([](sql::Session& own) { insert(own, 2); });
        CHECK(session.value<std::int64_t>("SELECT count(*) FROM letters WHERE id = 2") == 1);
    });
}

TEST_CASE("a full queue says later instead of growing")
{
    on_each_shared_engine([](const std::string& url, sql::Session& session) {
        sql::GroupWriter writer(url, 1);
        std::atomic<int> later = 0;
        std::atomic<bool> go_on = false;
        {
            std::jthread holder([&] {
                writer.submit([&](sql::Session& own) {
                    while (!go_on) std::this_thread::yield();
                    insert(own, 100);
                });
            });
            std::this_thread::sleep_for(std::chrono::milliseconds(100)); // Now the writer is busy and its queue empty.
            std::vector<std::jthread> threads;
            for (std::int64_t id = 0; id < 5; ++id)
                threads.emplace_back([&, id] {
                    try {
                        writer.submit([&](sql::Session& own) { insert(own, id); });
                    } catch (const Busy&) {
                        ++later;
                    }
                });
            while (later < 4) std::this_thread::yield();
            go_on = true;
        }
        CHECK(later == 4);
        CHECK(count(session) == 2);
    });
}
