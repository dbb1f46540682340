// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"

#include "app/openapi.h"
#include "app/staff_commands.h"
#include "platform/json/read.h"
#include "testing/house.h"

#include <fstream>
#include <sstream>

using namespace amends;
using namespace amends::testing;

namespace {

// Where a desk lies and where its copy will: two folders, and on PostgreSQL two schemas.
struct Places {
    Folder ground{};
    Config desk{};
    Config copy{};

    explicit Places(const char* url = nullptr)
    {
        desk.data = ground.path() / "desk";
        copy.data = ground.path() / "copy";
        if (url == nullptr) return;
        sql::Session session(url);
        for (const auto* const schema : {"amends_desk", "amends_copy"})
            session.script(std::string("DROP SCHEMA IF EXISTS ") + schema + " CASCADE; CREATE SCHEMA " + schema);
        desk.database = std::string(url) + "&options=-csearch_path%3Damends_desk";
        copy.database = std::string(url) + "&options=-csearch_path%3Damends_copy";
    }
};

void begin(const Config& config)
{
    std::istringstream password("correct horse battery 9\n");
    REQUIRE(init_desk(config, {"Desk", "lead@example.org", "help@example.org"}, password) == 0);
}

// How much of what a desk holds, and where its chain of events stands.
std::vector<sql::Row> contents(const Config& config)
{
    const SystemClock clock;
    House house(config, clock);
    house.open();
    const auto session = house.pool.take();
    auto rows = session->query("SELECT last_event, last_hash FROM brands WHERE id = 1");
    for (const auto* const table : {"cases", "messages", "texts", "recipients", "promises", "waits", "events", "users",
                                    "search_documents", "raw_messages", "blob_parts"})
        rows.push_back(session->query(std::string("SELECT count(*) FROM ") + table).at(0));
    return rows;
}

template <class Test>
void in_each_place(Test test)
{
    {
        INFO("on SQLite");
        test(Places());
    }
    if (const char* const url = std::getenv("AMENDS_PG_URL")) {
        INFO("on PostgreSQL");
        test(Places(url));
    }
}

} // namespace

TEST_CASE("a backup brought back is the same desk, to the last hash, and holds what must hold")
{
    in_each_place([](const Places& places) {
        begin(places.desk);
        REQUIRE(make_sample(places.desk, {.cases = 40, .messages = 200, .seed = 3}) == 0);
        const auto before = contents(places.desk);
        const auto backup = (places.ground.path() / "backup").string();

        CHECK(back_up(places.desk, backup) == 0);
        CHECK(back_up(places.desk, backup) == 1); // Never over another one.
        CHECK(restore(places.copy, backup) == 0);
        CHECK(restore(places.copy, backup) == 1); // Nor into a desk that is there.

        CHECK(contents(places.copy) == before);
        CHECK(check_desk(places.copy, true) == 0);
        CHECK(restore(places.copy, places.ground.path().string()) == 1);
    });
}

TEST_CASE("a desk that moves to PostgreSQL is the same desk, to the last hash, and is found by the same words")
{
    const char* const url = std::getenv("AMENDS_PG_URL");
    if (url == nullptr) return;
    const Places file;
    const Places other(url);
    begin(file.desk);
    REQUIRE(make_sample(file.desk, {.cases = 40, .messages = 200, .seed = 3}) == 0);
    const auto before = contents(file.desk);
    const auto file_of_a_brand = [&](const Config& config) {
        const SystemClock clock;
        House house(config, clock);
        house.open();
        const auto session = house.pool.take();
        return house.blobs.put(*session, BrandId{1}, "bytes of somebody");
    };
    const auto blob = file_of_a_brand(file.desk);

    CHECK(move_desk(file.desk, "mysql://x") == 1);
    CHECK(move_desk(file.desk, other.desk.database) == 0);
    CHECK(move_desk(file.desk, other.desk.database) == 1); // Never over a desk that is there.

    Config moved = file.desk; // The folder holds the key.
    moved.database = other.desk.database;
    auto after = contents(moved);
    REQUIRE(after.size() == before.size());
    after.back() = before.back(); // Parts of files are there only since.
    CHECK(after == before);
    CHECK(check_desk(moved, true) == 0);
    const SystemClock clock;
    House house(moved, clock);
    house.open();
    const auto session = house.pool.take();
    CHECK(house.blobs.get(*session, BrandId{1}, blob) == "bytes of somebody");
    CHECK(session->value<std::int64_t>("SELECT count(*) FROM search_documents WHERE words IS NOT NULL") > 100);
}

TEST_CASE("a sample desk of any size breaks nothing that must hold")
{
    for (const SampleSize& size : {SampleSize{1, 1, 1}, SampleSize{21, 21, 2}, SampleSize{150, 700, 9}}) {
        const Places places;
        begin(places.desk);
        CHECK(make_sample(places.desk, size) == 0);
        CHECK(check_desk(places.desk, true) == 0);
    }
}

TEST_CASE("a sample needs a desk to fill")
{
    const Places places;
    CHECK(make_sample(places.desk, {}) == 1);
}

TEST_CASE("mails of an mbox become ended cases that nobody answers, once")
{
    in_each_place([](const Places& places) {
        begin(places.desk);
        const auto file = (places.ground.path() / "old.mbox").string();
        std::ofstream(file) << "From a@b Mon\nFrom: Old <old@example.com>\nSubject: long ago\nMessage-ID: <1@x>\n\n"
                               "hello\n>From here on\n\nFrom c@d Tue\nFrom: Older <older@example.com>\n"
                               "Subject: longer\nMessage-ID: <2@x>\n\nhello\n";

        CHECK(import_mbox(places.desk, {.file = file}) == 0);
        CHECK(import_mbox(places.desk, {.file = file}) == 0);

        const SystemClock clock;
        House house(places.desk, clock);
        house.open();
        const auto session = house.pool.take();
        CHECK(session->value<int>("SELECT count(*) FROM cases WHERE status = 'closed'") == 2);
        CHECK(session->value<int>("SELECT count(*) FROM messages") == 2);
        CHECK(session->value<int>("SELECT count(*) FROM texts WHERE body LIKE '%hello%From here on%'") == 1);
        CHECK(check_desk(places.desk, true) == 0);
    });
}

TEST_CASE("what is no mbox file, or has no line to go to, is not imported")
{
    const Places places;
    begin(places.desk);
    const auto file = (places.ground.path() / "no.mbox").string();
    std::ofstream(file) << "Dear desk,\n";

    CHECK_THROWS_AS(import_mbox(places.desk, {.file = file}), Failure);
    CHECK(import_mbox(places.desk, {.file = file, .address = "nobody@example.org"}) == 1);
}

TEST_CASE("the doctor finds nothing wrong with a desk that has just been made")
{
    const Places places;
    begin(places.desk);
    const auto space = std::filesystem::space(places.ground.path());
    const bool roomy = space.available > (2UZ << 30U) && space.available > space.capacity / 10;
    const int status = doctor(places.desk);
    if (roomy) CHECK(status == 0);
    else MESSAGE("the disk is nearly full, which the doctor may call wrong");
}

TEST_CASE("every address that is served is described, and the description can be read")
{
    const TestHouse desk;
    const auto text = openapi_text(desk.table);

    const auto document = json::Node::parse(text);
    REQUIRE(document);
    const auto paths = document->member("paths");
    REQUIRE(paths);
    for (const auto& route : desk.table.routes()) {
        INFO(route.pattern);
        CHECK(paths->member(route.pattern));
    }
    CHECK(document->member("openapi")->text().value() == "3.1.0");
}

TEST_CASE("the machine room's figures are numbers, for whoever may see them")
{
    in_each_house([](TestHouse& desk) {
        const auto lead = browser_of(desk, employ(desk, "lead@example.org", staff::Role::admin)).ask("GET", "/metrics");

        CHECK(lead.status == 200);
        CHECK(lead.body.find("amends_mail_unread{brand=\"1\"} 0\n") != std::string::npos);
        CHECK(Caller(desk).ask("GET", "/metrics").status == 401);
    });
}
