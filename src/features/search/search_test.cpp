// SPDX-License-Identifier: Apache-2.0
#include "case/fixture_test.h"
#include "case/write_note.h"
#include "search/search_sql.h"

using namespace amends;
using namespace std::chrono_literals;
using search::CaseSearch;
using testing::on_each_engine;

namespace {

struct Given : testing::Desk {
    explicit Given(sql::Session& its_session) : Desk(its_session) {}

    CaseId known(std::string address, std::string subject)
    {
        const auto id = opened(std::move(address), std::move(subject)).id;
        finder.index({{search::Findable::whole_case, static_cast<std::int64_t>(id)}});
        return id;
    }
    MessageId said(CaseId id, std::string text)
    {
        const auto message = wrote(id, std::move(text));
        finder.index({{search::Findable::message, static_cast<std::int64_t>(message.id)}});
        return message.id;
    }
    std::vector<search::SearchRow> found(std::string words) { return finder.find({.words = std::move(words)}).items; }

    CaseSearch finder{session, brand.brand()};
};

} // namespace

TEST_CASE("a message is found by its words, with its case and what was found marked")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto id = given.known("eve@example.net", "Where is it?");
        const auto message = given.said(id, "The courier lost my blue umbrella near the station.");

        const auto rows = given.found("umbrellas");

        REQUIRE(rows.size() == 1);
        CHECK(rows[0].case_id == id);
        CHECK(rows[0].message_id == message);
        CHECK(rows[0].ref == "AM-1001");
        CHECK(rows[0].customer == "Eve");
        CHECK(rows[0].snippet.find("\u27e6umbrella\u27e7") != std::string::npos);
        CHECK(given.found("helicopter").empty());
    });
}

TEST_CASE("cases are found by number, reference, name and address")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto first = given.known("eve@example.net", "One");
        const auto second = given.known("zoe.kivi@example.org", "Two");

        for (const auto* words : {"1001", "AM-1001", "am-1001 ", "#1001", "eve@example.net"}) {
            INFO(words);
            const auto rows = given.found(words);
            REQUIRE(rows.size() == 1);
            CHECK(rows[0].case_id == first);
            CHECK_FALSE(rows[0].message_id);
        }
        CHECK(given.found("kivi").at(0).case_id == second);
        CHECK(given.found("AM-9999").empty());
    });
}

TEST_CASE("notes are found by colleagues, and a moved message is found where it lies")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto id = given.known("eve@example.net", "One");
        const auto other = given.known("zoe@example.net", "Two");
        const auto note = cases::write_note(given.ports, id, "Asked the warehouse");
        REQUIRE(note);
        given.finder.index({{search::Findable::note, static_cast<std::int64_t>(note->id)}});
        CHECK(given.found("warehouse").at(0).case_id == id);

        const auto message = given.said(id, "paragliding");
        given.messages.place(message, other);
        given.finder.index({{search::Findable::message, static_cast<std::int64_t>(message)}});
        REQUIRE(given.found("paragliding").size() == 1);
        CHECK(given.found("paragliding")[0].case_id == other);
        given.messages.place(message, std::nullopt);
        given.finder.index({{search::Findable::message, static_cast<std::int64_t>(message)}});
        CHECK(given.found("paragliding").empty());
    });
}

TEST_CASE("a search is walked to its end by its cursor, each text once")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto id = given.known("eve@example.net", "One");
        for (int count = 0; count < 7; ++count) {
            given.said(id, "umbrella " + std::to_string(count));
            if (count % 2 == 0) given.clock.advance(1s);
        }
        search::Question question{.words = "umbrella", .limit = 3};
        std::vector<MessageId> seen;
        for (int page = 0; page < 9; ++page) {
            const auto found = given.finder.find(question);
            for (const auto& row : found.items) seen.push_back(*row.message_id);
            if (!found.next) break;
            question.after = *cases::cursor_from(std::string_view(*found.next));
        }
        CHECK(seen.size() == 7);
        CHECK(std::ranges::is_sorted(seen, std::greater{}));
    });
}

TEST_CASE("nothing of another brand is found")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.said(given.known("eve@example.net", "One"), "umbrella");
        CaseSearch elsewhere(session, brand::Brand{.id = BrandId{0}, .prefix = "AM"});

        CHECK(elsewhere.find({.words = "umbrella"}).items.empty());
        CHECK(elsewhere.find({.words = "AM-1001"}).items.empty());
    });
}
