// SPDX-License-Identifier: Apache-2.0
#include "app/job_table.h"
#include "app/keep_mail.h"
#include "app/runner.h"
#include "app/set_up_desk.h"
#include "testing/house.h"

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

std::string laborious()
{
    std::string html = "From: bob@example.com\r\nSubject: bomb\r\nContent-Type: text/html\r\n\r\n";
    for (int i = 0; i < 90'000; ++i) html += "<p>x";
    return html;
}

channel::Line make_line(TestHouse& desk)
{
    const auto lead = set_up_desk(desk.house, {.desk_name = "Desk",
                                               .address = "help@example.org",
                                               .language = "en",
                                               .zone = "Europe/Helsinki",
                                               .name = "Lead",
                                               .email = "lead@example.org",
                                               .password = usual_password});
    REQUIRE(lead);
    const auto session = desk.house.pool.take();
    return channel::mail_line_at(*session, "help@example.org").value();
}

Kept read(TestHouse& desk, const channel::Line& line, const std::string& bytes)
{
    const auto stored =
        keep_mail(desk.house, line, {.recipient = "help@example.org", .sender = "c@example.com", .bytes = bytes});
    const auto session = desk.house.pool.take();
    while (run_due_jobs(desk.house, *session, Lane::inside, run_job) > 0) {}
    return session
        ->one<Kept>("SELECT state, reason, pull_by, size FROM raw_messages WHERE brand_id = $brand AND id = $id",
                    {{"brand", line.brand_id}, {"id", stored.id}})
        .value();
}

} // namespace

TEST_CASE(
    "a mail that ends its readers lies in triage with its reason, its time and its original, the next one is read")
{
    in_each_house(
        [](TestHouse& desk) {
            const auto line = make_line(desk);
            const auto bomb = laborious();

            const auto kept = read(desk, line, bomb);
            const auto next = read(desk, line, ordinary);

            CHECK(kept.state == "quarantined");
            CHECK(kept.reason == "mail.too_slow");
            CHECK(kept.pull_by > desk.clock.now());
            CHECK(kept.size == static_cast<std::int64_t>(bomb.size()));
            CHECK(next.state == "placed");
        },
        {.rations = {.processor = 15ms, .processor_a_megabyte = 0ms}});
}
