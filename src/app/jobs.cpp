// SPDX-License-Identifier: Apache-2.0
#include "app/jobs.h"

#include <algorithm>
#include <array>

namespace amends {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::milliseconds, 5> waits{1s, 5s, 30s, 5min, 1h};
constexpr std::string_view outgoing_kinds = "('send', 'sent_copy')";

constexpr std::string_view work_kinds = "('understand', 'send', 'sent_copy')";

std::string in_lane(Lane lane)
{
    return std::string(lane == Lane::outgoing ? "kind IN " : "kind NOT IN ").append(outgoing_kinds);
}

// Timers wait by the thousand, mails by the handful: of those the first in the order of time is wanted, of these all
// are looked at. The plus keeps SQLite from the indexes that begin with the brand.
std::string brand_in(Lane lane) { return lane == Lane::outgoing ? "brand_id" : "+brand_id"; }

} // namespace

std::vector<Job> JobTable::claim(Lane lane, Instant now, int at_most, unsigned node)
{
    // Nobody is told of a claim: one that a power cut takes back leaves the job as it was.
    sql::Transaction transaction(session_, sql::Durability::later);
    const std::string lock = session_.dialect() == sql::Dialect::postgres ? " FOR UPDATE SKIP LOCKED" : "";
    auto jobs = session_.all<Job>("SELECT " + sql::columns<Job>() + " FROM jobs WHERE " + brand_in(lane) +
                                      " = $brand AND parked_at IS NULL AND run_at <= $now"
                                      " AND (claimed_until IS NULL OR claimed_until < $now) AND " +
                                      in_lane(lane) + " ORDER BY run_at, id LIMIT " + std::to_string(at_most) + lock,
                                  {{"brand", brand_}, {"now", now}});
    const auto tried = std::ranges::find_if(jobs, [](const Job& job) { return job.attempts > 0; });
    if (tried != jobs.end()) jobs.erase(tried == jobs.begin() ? std::next(tried) : tried, jobs.end());
    std::vector<sql::Step> steps;
    for (Job& job : jobs) {
        job.attempts += 1;
        steps.push_back({"UPDATE jobs SET claimed_until = $until, claimed_by = $node, attempts = $attempts"
                         " WHERE brand_id = $brand AND id = $id",
                         {{"until", now + claim_time},
                          {"node", node},
                          {"attempts", job.attempts},
                          {"brand", brand_},
                          {"id", job.id}}});
    }
    session_.pipeline(steps);
    transaction.commit();
    return jobs;
}

bool JobTable::finish(const Job& job)
{
    return session_.execute("DELETE FROM jobs WHERE brand_id = $brand AND id = $id AND attempts = $attempts"
                            " AND due_at = $due_at AND claimed_until IS NOT NULL",
                            {{"brand", brand_}, {"id", job.id}, {"attempts", job.attempts}, {"due_at", job.due_at}}) ==
           1;
}

void JobTable::postpone(const Job& job, Instant run_at)
{
    session_.execute("UPDATE jobs SET run_at = $run_at, claimed_until = NULL, claimed_by = NULL, attempts = 0"
                     " WHERE brand_id = $brand AND id = $id AND attempts = $attempts",
                     {{"run_at", run_at}, {"brand", brand_}, {"id", job.id}, {"attempts", job.attempts}});
}

bool JobTable::fail(const Job& job, Instant now, std::string_view why)
{
    const bool parked = job.attempts >= most_attempts;
    const auto step = std::min(static_cast<std::size_t>(job.attempts), waits.size()) - 1;
    session_.execute(
        "UPDATE jobs SET run_at = $run_at, claimed_until = NULL, claimed_by = NULL, last_error = $why, parked_at = $parked"
        " WHERE brand_id = $brand AND id = $id AND attempts = $attempts",
        {{"run_at", now + waits.at(step)},
         {"why", why},
         {"parked", parked ? std::optional(now) : std::nullopt},
         {"brand", brand_},
         {"id", job.id},
         {"attempts", job.attempts}});
    return parked;
}

void JobTable::catch_up(Instant now, std::chrono::milliseconds set_back)
{
    constexpr auto just_before = 5min; // What was put on the agenda since the jump lies near the new time.
    session_.execute("UPDATE jobs SET run_at = $now WHERE brand_id = $brand AND run_at > $then AND kind IN " +
                         std::string(work_kinds),
                     {{"now", now}, {"then", now + set_back - just_before}, {"brand", brand_}});
    session_.execute("UPDATE jobs SET claimed_until = $until WHERE brand_id = $brand AND claimed_until > $until",
                     {{"until", now + claim_time}, {"brand", brand_}});
}

std::optional<Instant> JobTable::next_due(Lane lane) const
{
    const auto rows =
        session_.query("SELECT run_at FROM jobs WHERE parked_at IS NULL AND " + brand_in(lane) +
                           " = $brand AND claimed_until IS NULL AND " + in_lane(lane) + " ORDER BY run_at LIMIT 1",
                       {{"brand", brand_}});
    if (rows.empty()) return std::nullopt;
    return sql::from_value<Instant>(sql::Value(rows.front().front()));
}

} // namespace amends
