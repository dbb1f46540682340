// SPDX-License-Identifier: Apache-2.0
#include "platform/search/search_index.h"

#include "platform/search/question.h"
#include "platform/text/tokens.h"
#include "testing/database.h"

#include <algorithm>
#include <random>
#include <sstream>

using namespace amends;
using namespace amends::search;
using namespace std::chrono_literals;
using testing::on_each_engine;

namespace {

constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 6 / 2} + 12h};

Document document(std::int64_t id, Instant at, std::string_view text, std::int64_t brand = 1)
{
    return {brand, id, id * 10, at, text::search_tokens(text, "en")};
}

struct Fixture {
    explicit Fixture(sql::Session& session) : index(session)
    {
        session.execute("INSERT INTO brands (id) VALUES (2)");
        session.execute("INSERT INTO brands (id) VALUES (36)"); // "10" in the digits that mark brands.
    }

    std::vector<std::int64_t> ids(std::string_view question, std::int64_t brand = 1, int limit = 50)
    {
        std::vector<std::int64_t> found;
        for (const auto& hit : index.find(brand, text::parse_query(question, "en"), {}, limit)) found.push_back(hit.id);
        return found;
    }

    SearchIndex index;
};

using Found = std::vector<std::int64_t>;

} // namespace

TEST_CASE("documents are found by their words, newest first")
{
    on_each_engine([](sql::Session& session) {
        Fixture given(session);
        given.index.put(document(1, noon, "My parcel is late"));
        given.index.put(document(2, noon + 1h, "Two parcels, order AM-24817"));
        given.index.put(document(3, noon - 400 * 24h, "An old parcel of 2025"));
        given.index.put(document(4, noon + 2h, "An invoice"));

        CHECK(given.ids("parcel ") == Found{2, 1, 3});
        CHECK(given.ids("late parcels ") == Found{1});
        CHECK(given.ids("par") == Found{2, 1, 3});
        CHECK(given.ids("AM-24817") == Found{2});
        CHECK(given.ids("nothing").empty());
        CHECK(given.ids("").empty());
        const auto hits = given.index.find(1, text::parse_query("invoice", "en"), {}, 50);
        CHECK(hits == std::vector<Hit>{{4, 40, noon + 2h}});
    });
}

TEST_CASE("an unfinished word is looked for only when no document has it as it stands, on every page")
{
    on_each_engine([](sql::Session& session) {
        Fixture given(session);
        given.index.put(document(1, noon, "payment"));
        given.index.put(document(2, noon + 1h, "payout"));
        CHECK(given.ids("pay") == Found{2, 1});

        given.index.put(document(3, noon, "pay"));
        given.index.put(document(4, noon - 1h, "payday"));

        CHECK(given.ids("pay") == Found{3});
        CHECK(given.index.find(1, text::parse_query("pay", "en"), Cursor{noon, 3}, 50).empty());
        CHECK(given.ids("paym") == Found{1});
    });
}

TEST_CASE("no brand finds what belongs to another")
{
    on_each_engine([](sql::Session& session) {
        Fixture given(session);
        given.index.put(document(1, noon, "parcel"));
        given.index.put(document(1, noon, "parcel", 2));
        given.index.put(document(2, noon + 1s, "parcel", 36));

        CHECK(given.ids("parcel", 1) == Found{1});
        CHECK(given.ids("parcel", 2) == Found{1});
        CHECK(given.ids("parcel", 36) == Found{2});
        given.index.remove(2, 1);
        CHECK(given.ids("parcel", 1) == Found{1});
        CHECK(given.ids("parcel", 2).empty());
    });
}

TEST_CASE("a document put again is found by its new words only, and one removed by none")
{
    on_each_engine([](sql::Session& session) {
        Fixture given(session);
        given.index.put(document(1, noon, "parcel common"));
        given.index.put(document(2, noon, "letter common"));
        given.index.put(document(1, noon + 1h, "invoice common"));

        CHECK(given.ids("parcel").empty());
        CHECK(given.ids("invoice") == Found{1});
        CHECK(given.ids("common") == Found{1, 2});

        given.index.remove(1, 1);
        given.index.remove(1, 99);
        given.index.wipe_removed();
        CHECK(given.ids("common") == Found{2});
    });
}

TEST_CASE("a moved document is found in its new case")
{
    on_each_engine([](sql::Session& session) {
        Fixture given(session);
        given.index.put(document(1, noon, "parcel"));

        given.index.move(1, 1, 77);

        CHECK(given.index.find(1, text::parse_query("parcel", "en"), {}, 1).at(0).case_id == 77);
    });
}

TEST_CASE("what is written in a transaction that fails is not found")
{
    on_each_engine([](sql::Session& session) {
        Fixture given(session);
        {
            const sql::Transaction abandoned(session);
            given.index.put(document(1, noon, "parcel"));
            CHECK(given.ids("parcel") == Found{1});
        }
        CHECK(given.ids("parcel").empty());
    });
}

TEST_CASE("pages of any size give every hit once, in order, also when many are of one moment")
{
    on_each_engine([](sql::Session& session) {
        Fixture given(session);
        std::mt19937 random(7); // NOLINT(bugprone-random-generator-seed)
        std::vector<Hit> all;
        for (std::int64_t id = 1; id <= 60; ++id) all.push_back({id, id * 10, noon + (random() % 5) * 1h});
        std::ranges::shuffle(all, random);
        for (const auto& hit : all)
            given.index.put(document(hit.id, hit.at, hit.id % 3 == 0 ? "parcel" : "letter parcel"));
        std::ranges::sort(all, [](const Hit& one, const Hit& other) {
            return one.at != other.at ? one.at > other.at : one.id > other.id;
        });

        for (const int limit : {1, 2, 3, 7, 59, 60, 61}) {
            std::vector<Hit> seen;
            std::optional<Cursor> before;
            for (;;) {
                const auto page = given.index.find(1, text::parse_query("parcel", "en"), before, limit);
                REQUIRE(page.size() <= static_cast<std::size_t>(limit));
                seen.insert(seen.end(), page.begin(), page.end());
                if (page.size() < static_cast<std::size_t>(limit)) break;
                before = Cursor{page.back().at, page.back().id};
            }
            CHECK(seen == all);
        }
        CHECK(given.index.find(1, text::parse_query("parcel", "en"), {}, 0).empty());
    });
}

TEST_CASE("mails that claim the year one or the end of time are found too")
{
    on_each_engine([](sql::Session& session) {
        Fixture given(session);
        given.index.put(document(1, Instant{-62'135'596'800'000ms}, "parcel"));
        given.index.put(document(2, Instant{253'402'300'799'000ms}, "parcel"));
        given.index.put(document(3, noon, "parcel"));

        CHECK(given.ids("parcel") == Found{2, 3, 1});
    });
}

TEST_CASE("whatever is asked, both engines answer the same and neither fails")
{
    std::vector<std::vector<Found>> answers;
    on_each_engine([&](sql::Session& session) {
        Fixture given(session);
        const std::vector<std::string> pieces{"parcel",
                                              "NEAR",
                                              "AND",
                                              "OR",
                                              "\"",
                                              "'",
                                              "*",
                                              ":",
                                              "(",
                                              ")",
                                              "-",
                                              "&",
                                              "|",
                                              "!",
                                              "<->",
                                              "words",
                                              "^",
                                              "{",
                                              "ä",
                                              "ي",
                                              "می‌خواهم",
                                              "AM-1",
                                              "+358401234567",
                                              "\\",
                                              "%",
                                              "_",
                                              "漢字",
                                              "\xff",
                                              "1",
                                              "x@y.z"};
        std::mt19937 random(11); // NOLINT(bugprone-random-generator-seed)
        const auto any_text = [&](std::size_t most) {
            std::string text;
            for (std::size_t count = random() % most + 1; count > 0; --count)
                text += pieces[random() % pieces.size()] + (random() % 2 == 0 ? " " : "");
            return text;
        };
        for (std::int64_t id = 1; id <= 200; ++id) given.index.put(document(id, noon + id * 1s, any_text(12)));
        auto& answered = answers.emplace_back();
        for (int turn = 0; turn < 300; ++turn) answered.push_back(given.ids(any_text(3)));
    });
    CHECK(std::ranges::any_of(answers.at(0), [](const Found& found) { return found.size() > 5; }));
    CHECK(answers.front() == answers.back());
}

TEST_CASE("an empty document can be put and removed")
{
    on_each_engine([](sql::Session& session) {
        Fixture given(session);
        given.index.put(document(1, noon, "!!!"));
        given.index.put(document(1, noon, "parcel"));
        given.index.put(document(1, noon, ""));
        given.index.remove(1, 1);
        CHECK(given.ids("parcel").empty());
    });
}

TEST_CASE("a question reads as each engine wants it")
{
    const auto query = text::parse_query("AM-24817 lat", "en");

    CHECK(fts5_question(36, query) == "(\"10_am24817\" OR (\"10_am\" AND \"10_24817\")) AND (\"10_lat\" *)");
    CHECK(tsquery_question(query) == "('am24817' | ('am' & '24817')) & ('lat':*)");
    CHECK(branded(35, "a b") == "z_a z_b");
    CHECK(branded(1, "").empty());
}
