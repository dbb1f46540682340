// SPDX-License-Identifier: Apache-2.0
// What comes in a crowd is done in one transaction, and nobody pays for another's failure.
#include "app/invariants.h"
#include "app/job_table.h"
#include "app/keep_mail.h"
#include "app/set_up_desk.h"
#include "app/transact.h"
#include "testing/house.h"

using namespace amends;
using namespace amends::testing;

namespace {

struct Crowd {
    Crowd() { REQUIRE(set_up_desk(desk.house, usual_set_up())); }

    void writes(const std::string& who, const std::string& more = "", const std::string& headers = "")
    {
        const auto line = [&] {
            const auto session = desk.house.pool.take();
            return *channel::mail_line_at(*session, "help@example.org");
        }();
        const auto bytes = "From: " + who + "@example.com\r\nTo: help@example.org\r\nSubject: From " + who +
                           "\r\nMessage-ID: <" + who + (headers.empty() ? "" : ".2") + "@example.com>\r\n" + headers +
                           "\r\nWhere is it?\r\n" + more;
        keep_mail(desk.house, line, {.recipient = "help@example.org", .sender = who + "@example.com", .bytes = bytes});
    }

    int run(const RunJobs& jobs)
    {
        const auto session = desk.house.pool.take();
        return run_due_jobs(desk.house, *session, Lane::inside, jobs);
    }

    [[nodiscard]] std::int64_t count(const std::string& of)
    {
        const auto session = desk.house.pool.take();
        return session->value<std::int64_t>("SELECT count(*) FROM " + of);
    }

    TestHouse desk{};
    int crowds = 0;
    std::vector<std::int64_t> alone{};

    // The real ones, watched.
    [[nodiscard]] RunJobs watched()
    {
        auto real = run_jobs();
        return {.alone =
                    [this, real](House& house, sql::Session& session, BrandId brand, const Job& job) {
                        alone.push_back(job.subject);
                        real.alone(house, session, brand, job);
                    },
                .together =
                    [this, real](House& house, sql::Session& session, BrandId brand, std::span<const Job> jobs) {
                        ++crowds;
                        return real.together(house, session, brand, jobs);
                    }};
    }
};

} // namespace

TEST_CASE("mails that come in a crowd are read in one transaction, each into a case of its own")
{
    Crowd crowd;
    for (const auto* who : {"aino", "maria", "omid", "eleni"}) crowd.writes(who);

    CHECK(crowd.run(crowd.watched()) == 4);

    CHECK(crowd.crowds == 1);
    CHECK(crowd.alone.empty());
    CHECK(crowd.count("cases") == 4);
    CHECK(crowd.count("raw_messages WHERE state = 'placed'") == 4);
    CHECK(crowd.count("jobs WHERE kind = 'understand'") == 0);
    const auto session = crowd.desk.house.pool.take();
    CHECK(violations_in(*session, crowd.desk.clock).empty());
}

TEST_CASE("a mail and the next one to it that come in one crowd land in one case")
{
    Crowd crowd;
    crowd.writes("aino");
    crowd.writes("maria");
    crowd.writes("aino", "And one thing more.\r\n",
                 "In-Reply-To: <aino@example.com>\r\nReferences: <aino@example.com>\r\n");
    crowd.run(crowd.watched());

    CHECK(crowd.crowds == 1);
    CHECK(crowd.count("cases") == 2);
    CHECK(crowd.count("raw_messages WHERE state = 'placed'") == 3);
}

TEST_CASE("each mail of a crowd is found by its words, its sender and its case")
{
    Crowd crowd;
    crowd.writes("aino", "A zylofant.\r\n");
    crowd.writes("maria", "Another zylofant.\r\n");
    crowd.writes("omid");
    crowd.run(crowd.watched());
    CHECK(crowd.crowds == 1);

    const auto session = crowd.desk.house.pool.take();
    const brand::BrandSqlStore brand(*session, brands_of(*session).front());
    search::CaseSearch finder(*session, brand.brand());
    CHECK(finder.find({.words = "zylofant"}).items.size() == 2);
    CHECK_FALSE(finder.find({.words = "omid@example.com"}).items.empty());
    CHECK(finder.find({.words = "helicopter"}).items.empty());
}

TEST_CASE("what is large is read alone, and the crowd does not wait for it")
{
    Crowd crowd;
    crowd.writes("aino", std::string(80'000, 'a'));
    crowd.writes("maria");
    crowd.writes("omid");

    CHECK(crowd.run(crowd.watched()) == 3);

    CHECK(crowd.alone.size() == 1);
    CHECK(crowd.count("cases") == 3);
}

TEST_CASE("when a crowd fails nothing of it is done, and each is tried alone")
{
    Crowd crowd;
    for (const auto* who : {"aino", "maria", "omid"}) crowd.writes(who);
    auto jobs = crowd.watched();
    std::int64_t cases_in_between = -1;
    jobs.together = [&](House& house, sql::Session& session, BrandId brand,
                        std::span<const Job> all) -> std::vector<Job> {
        static_cast<void>(transact_together(house, session, brand, all.size(), [&](Desk& desk, std::size_t at) {
            static_cast<void>(JobTable(desk.session, brand).finish(all[at]));
            if (at == 2) throw Failure("the third of them");
            return true;
        }));
        return {};
    };
    jobs.alone = [&, real = jobs.alone](House& house, sql::Session& session, BrandId brand, const Job& job) {
        if (cases_in_between < 0) cases_in_between = session.value<std::int64_t>("SELECT count(*) FROM cases");
        if (crowd.alone.empty()) {
            crowd.alone.push_back(job.subject);
            throw Failure("this one again later");
        }
        real(house, session, brand, job);
    };

    CHECK(crowd.run(jobs) == 3);

    CHECK(cases_in_between == 0);
    CHECK(crowd.count("cases") == 2);
    CHECK(crowd.count("jobs WHERE kind = 'understand' AND last_error = 'this one again later'") == 1);
}

TEST_CASE("what was tried before comes alone, lest it takes others with it")
{
    Crowd crowd;
    for (const auto* who : {"aino", "maria", "omid"}) crowd.writes(who);
    {
        const auto session = crowd.desk.house.pool.take();
        JobTable jobs(*session, brands_of(*session).front());
        CHECK(jobs.claim(Lane::inside, crowd.desk.clock.now(), 10, 7).size() == 3);
        strike_off(*session, 7); // The process died.
    }
    for (int left = 3; left > 0; --left) CHECK(crowd.run(crowd.watched()) == 1);

    CHECK(crowd.crowds == 0);
    CHECK(crowd.count("cases") == 3);
}
