// SPDX-License-Identifier: Apache-2.0
// What is asked for each mail and each click must find its rows by an index, however large a desk has grown. SQLite
// without statistics prefers an index that gives the order to one that finds the rows, and reads a whole brand.
#include "testing/database.h"

#include <doctest/doctest.h>

using namespace amends;

namespace {

std::string plan_of(sql::Session& session, const std::string& question)
{
    std::string plan;
    for (auto& row : session.query("EXPLAIN QUERY PLAN " + question)) plan += std::get<std::string>(row.at(3)) + "; ";
    return plan;
}

constexpr std::array asked_all_day{
    "SELECT id FROM conversations WHERE brand_id = 1 AND person_id = 2 AND channel_id = 3 ORDER BY id DESC LIMIT 1",
    "SELECT id, address FROM contact_points WHERE brand_id = 1 AND person_id = 2 ORDER BY id",
    "SELECT k.address FROM cases c CROSS JOIN contact_points k WHERE c.brand_id = 1 AND c.id = 2 AND k.brand_id = 1"
    " AND k.person_id = c.person_id",
    "SELECT source FROM case_merges WHERE brand_id = 1 AND target = 2 AND undone_at IS NULL ORDER BY id",
    "SELECT id FROM signals WHERE brand_id = 1 AND case_id = 2 ORDER BY id",
    "SELECT id FROM recipients WHERE brand_id = 1 AND message_id = 2 ORDER BY id",
    "SELECT id FROM attachments WHERE brand_id = 1 AND message_id = 2 ORDER BY id",
    "SELECT id FROM placements WHERE brand_id = 1 AND message_id = 2 ORDER BY id",
    "SELECT id FROM promises WHERE brand_id = 1 AND case_id = 2 ORDER BY id",
    "SELECT id FROM notes WHERE brand_id = 1 AND case_id = 2 ORDER BY at, id",
    "SELECT id FROM cases WHERE brand_id = 1 AND person_id = 2 ORDER BY id DESC LIMIT 20",
    "SELECT id FROM messages WHERE brand_id = 1 AND raw_id = 2",
    "SELECT id FROM cases WHERE brand_id = 1 AND team_id = 2 AND status = 'queued' ORDER BY id",
    "SELECT id FROM handlings WHERE brand_id = 1 AND user_id = 2 AND ends_at > 3 ORDER BY ends_at",
    "SELECT id FROM reliefs WHERE brand_id = 1 AND case_id = 2 AND state = 'asked'",
    "SELECT seq FROM events WHERE brand_id = 1 AND case_id = 2 ORDER BY seq DESC LIMIT 200",
};

} // namespace

TEST_CASE("what is asked all day reads no whole brand")
{
    sql::Session session("sqlite::memory:");
    sql::migrate(session, migrations);
    for (const std::string question : asked_all_day) {
        const auto plan = plan_of(session, question);
        CAPTURE(question);
        CAPTURE(plan);
        CHECK(plan.find("(brand_id=?)") == std::string::npos);
        CHECK(plan.find("SCAN") == std::string::npos);
        CHECK(plan.find("TEMP B-TREE") == std::string::npos);
    }
}
