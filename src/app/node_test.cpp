// SPDX-License-Identifier: Apache-2.0
// Several processes on one database: who is alive, who reads a mailbox, and what becomes of the work of the dead.
#include "app/heart.h"
#include "app/jobs.h"
#include "app/keep_mail.h"
#include "app/line_lease.h"
#include "app/own_process.h"
#include "app/set_up_desk.h"
#include "testing/house.h"

using namespace amends;
using namespace amends::testing;

namespace {

// The registers of nodes on an empty database; a node dies when its object goes without leave().
struct Register {
    TestHouse desk{};
    [[nodiscard]] std::unique_ptr<Node> starts(NodeKind kind = NodeKind::command)
    {
        return std::make_unique<Node>(node_locks(desk.house.config.database, desk.house.config.data),
                                      *desk.house.pool.take(), kind);
    }
    // So that nobody here can see its end.
    void seems_far_away(const Node& node)
    {
        desk.house.pool.take()->execute("UPDATE nodes SET process = 'elsewhere 1 1' WHERE number = $number",
                                        {{"number", node.number()}});
    }
    [[nodiscard]] std::int64_t count(const std::string& of)
    {
        return desk.house.pool.take()->value<std::int64_t>("SELECT count(*) FROM " + of);
    }
    // As the heart of a server does four times a second.
    Node::Beat beats(Node& node, int times = 1)
    {
        auto last = Node::Beat::alive;
        for (; times > 0; --times)
            last = node.beat(*desk.house.pool.take(), [this](unsigned dead) {
                buried.push_back(dead);
                bury(desk.house, dead);
            });
        return last;
    }
    std::vector<unsigned> buried{};
};

struct Mailbox : Register {
    Mailbox()
    {
        REQUIRE(set_up_desk(desk.house, usual_set_up()));
        line = *channel::mail_line_at(*desk.house.pool.take(), "help@example.org");
    }
    void keep(const std::string& uid, std::int64_t fence)
    {
        keep_mail(desk.house, line,
                  {.recipient = "help@example.org",
                   .position = "1/" + uid,
                   .bytes = "From: aino@example.com\r\n\r\nHello",
                   .read_position = "1/" + uid,
                   .fence = fence});
    }
    channel::Line line{};
};

} // namespace

TEST_CASE("processes on one database have numbers of their own, and give them back")
{
    Register nodes;
    auto first = nodes.starts();
    const auto second = nodes.starts();
    CHECK(first->number() != second->number());
    CHECK(first->number() != nodes.desk.house.node_number());

    const auto number = first->number();
    first->leave(*nodes.desk.house.pool.take());
    first.reset();
    const auto third = nodes.starts();
    CHECK(third->number() == number);
    CHECK(!third->inherits());
}

TEST_CASE("a desk in a file is served by one process at a time")
{
    Register nodes;
    if (!nodes.desk.house.config.sqlite()) return; // On PostgreSQL many may serve.
    const auto server = nodes.starts(NodeKind::server);
    CHECK(server->number() == 0);
    CHECK_THROWS_WITH(nodes.starts(NodeKind::server), "another amends serves this desk");
}

TEST_CASE("the jobs of a node that died are free within seconds, those of the living are not")
{
    Mailbox nodes;
    auto dying = nodes.starts();
    const auto living = nodes.starts();
    for (const auto* uid : {"1", "2"}) nodes.keep(uid, *hold_line(nodes.desk.house, nodes.line));
    {
        const auto session = nodes.desk.house.pool.take();
        JobTable jobs(*session, nodes.line.brand_id);
        CHECK(jobs.claim(Lane::inside, nodes.desk.clock.now(), 1, dying->number()).size() == 1);
        CHECK(jobs.claim(Lane::inside, nodes.desk.clock.now(), 1, living->number()).size() == 1);
    }
    const auto its_number = dying->number();
    nodes.seems_far_away(*dying);
    nodes.beats(*living, 20);
    CHECK(nodes.buried.empty());

    dying.reset();
    nodes.beats(*living, 5);
    CHECK(nodes.buried.empty()); // Its connection may have been cut: it has some seconds to come back.
    nodes.beats(*living, 40);

    CHECK(nodes.buried == std::vector{its_number});
    CHECK(nodes.count("jobs WHERE claimed_by IS NOT NULL") == 1);
    CHECK(nodes.count("jobs WHERE claimed_until IS NULL AND kind = 'understand'") == 1);
    CHECK(nodes.count("nodes WHERE number = " + std::to_string(its_number)) == 0);
}

TEST_CASE("a process that ended on the same machine is known to be dead at once")
{
    CHECK(!has_ended(own_process()));
    CHECK(!has_ended("elsewhere 1 1"));
    const auto own = own_process();
    const auto since = own.rfind(' ');
    CHECK(has_ended(own.substr(0, since) + " 1"));                                        // Its number was given anew.
    CHECK(has_ended(own.substr(0, own.find(' ')) + " 4194305 " + own.substr(since + 1))); // No number is that high.

    Register nodes;
    auto dying = nodes.starts();
    const auto living = nodes.starts();
    nodes.desk.house.pool.take()->execute("UPDATE nodes SET process = $process WHERE number = $number",
                                          {{"process", own.substr(0, since) + " 1"}, {"number", dying->number()}});
    nodes.beats(*living);
    CHECK(nodes.buried.empty()); // It holds its lock.
    dying.reset();
    nodes.beats(*living);
    CHECK(nodes.buried.size() == 1);
}

TEST_CASE("who takes a dead node's number knows that there is something to clear up")
{
    Register nodes;
    auto dying = nodes.starts();
    const auto number = dying->number();
    dying.reset();

    const auto heir = nodes.starts();
    CHECK(heir->number() == number);
    CHECK(heir->inherits());
}

TEST_CASE("a node that was taken for dead is told so at its next beat")
{
    Register nodes;
    const auto asleep = nodes.starts();
    CHECK(nodes.beats(*asleep) == Node::Beat::alive);
    strike_off(*nodes.desk.house.pool.take(), asleep->number());
    CHECK(nodes.beats(*asleep) == Node::Beat::lost);
}

TEST_CASE("a mailbox is read by one node, and by another after its death")
{
    Mailbox nodes;
    House other(nodes.desk.house.config, nodes.desk.clock);
    other.open();
    const auto first = hold_line(nodes.desk.house, nodes.line);
    REQUIRE(first);
    CHECK(!hold_line(other, nodes.line));
    nodes.keep("5", *first);

    strike_off(*nodes.desk.house.pool.take(), nodes.desk.house.node_number());
    const auto second = hold_line(other, nodes.line);
    REQUIRE(second);
    CHECK(*second > *first);

    // The dead one wakes up: what it read is not kept by it, and the cursor stays.
    CHECK_THROWS_AS(nodes.keep("4", *first), Busy);
    CHECK(nodes.count("raw_messages") == 1);
    CHECK(nodes.count("channels WHERE read_position = '1/5'") == 1);
}
