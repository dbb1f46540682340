// SPDX-License-Identifier: Apache-2.0
#include "app/job_table.h"
#include "app/keep_mail.h"
#include "app/runner.h"
#include "app/set_up_desk.h"
#include "testing/house.h"
#include "testing/no_files.h"

using namespace amends;
using namespace amends::testing;
using namespace std::chrono_literals;

namespace {

struct Kept {
    std::string state{};
    std::string reason{};
    std::optional<Instant> pull_by{};
    std::int64_t size{};
};
BOOST_DESCRIBE_STRUCT(Kept, (), (state, reason, pull_by, size))

const std::string ordinary = "From: Ann <ann@example.com>\r\nSubject: Parcel\r\n\r\nWhere is it?";

// Many times what the tests below allow, however fast the machine.
std::string laborious(int lines)
{
    std::string html = "From: bob@example.com\r\nSubject: bomb\r\nContent-Type: text/html\r\n\r\n";
    for (int i = 0; i < lines; ++i) html += "x<br>";
    return html;
}

struct Inbox {
    explicit Inbox(TestHouse& desk_) : desk(desk_)
    {
        REQUIRE(set_up_desk(desk.house, usual_set_up()));
        line = channel::mail_line_at(*desk.house.pool.take(), "help@example.org").value();
    }

    RawMessageId keep(const std::string& bytes)
    {
        return keep_mail(desk.house, line, {.recipient = "help@example.org", .sender = "c@example.com", .bytes = bytes})
            .id;
    }

    void read()
    {
        const auto session = desk.house.pool.take();
        while (run_due_jobs(desk.house, *session, Lane::inside, run_jobs()) > 0) {}
    }

    [[nodiscard]] Kept found(RawMessageId id)
    {
        return desk.house.pool.take()
            ->one<Kept>("SELECT state, reason, pull_by, size FROM raw_messages WHERE brand_id = $brand AND id = $id",
                        {{"brand", line.brand_id}, {"id", id}})
            .value();
    }

    [[nodiscard]] std::int64_t attempts()
    {
        return desk.house.pool.take()->value<std::int64_t>(
            "SELECT max(attempts) FROM jobs WHERE brand_id = $brand AND kind = 'understand'",
            {{"brand", line.brand_id}});
    }

    TestHouse& desk;
    channel::Line line{};
};

} // namespace

TEST_CASE(
    "a mail that ends its readers lies in triage with its reason, its time and its original, the next one is read")
{
    in_each_house(
        [](TestHouse& desk) {
            Inbox inbox(desk);
            const auto bomb = laborious(90'000);

            const auto kept = inbox.keep(bomb);
            inbox.read();
            const auto next = inbox.keep(ordinary);
            inbox.read();

            CHECK(inbox.found(kept).state == "quarantined");
            CHECK(inbox.found(kept).reason == "mail.too_slow");
            CHECK(inbox.found(kept).pull_by > desk.clock.now());
            CHECK(inbox.found(kept).size == static_cast<std::int64_t>(bomb.size()));
            CHECK(inbox.found(next).state == "placed");
        },
        {.rations = {.processor = 1ms, .processor_a_megabyte = 0ms}});
}

TEST_CASE("a mail that ends its readers in the midst of a crowd is set aside alone")
{
    in_each_house(
        [](TestHouse& desk) {
            Inbox inbox(desk);
            const auto before = inbox.keep(ordinary);
            const auto bomb = inbox.keep(laborious(12'500));
            const auto after = inbox.keep("From: bob@example.com\r\nSubject: Box\r\n\r\nWhere is that?");

            inbox.read();

            CHECK(inbox.found(before).state == "placed");
            CHECK(inbox.found(bomb).reason == "mail.too_slow");
            CHECK(inbox.found(after).state == "placed");
        },
        {.rations = {.processor = 500us, .processor_a_megabyte = 0ms}});
}

TEST_CASE("a mail for which no reader can be started waits, is counted no attempt, and is read once there is one")
{
    in_each_house([](TestHouse& desk) {
        Inbox inbox(desk);
        const auto kept = inbox.keep(ordinary);
        const auto other = inbox.keep("From: bob@example.com\r\nSubject: Box\r\n\r\nWhere is that?");

        for (int tries = 0; tries < 40; ++tries, desk.clock.advance(3s)) {
            const auto session = desk.house.pool.take();
            const NoFiles meanwhile;
            while (run_due_jobs(desk.house, *session, Lane::inside, run_jobs()) > 0) {}
        }
        const auto counted = inbox.attempts();
        const auto waiting = inbox.found(kept);
        inbox.read();

        CHECK(waiting.state == "unread");
        CHECK(counted == 0);
        CHECK(inbox.found(kept).state == "placed");
        CHECK(inbox.found(other).state == "placed");
    });
}
