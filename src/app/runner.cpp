// SPDX-License-Identifier: Apache-2.0
#include "app/runner.h"

#include "app/clock_watch.h"
#include "base/away.h"

#include <fmt/format.h>

#include <algorithm>

namespace amends {
namespace {

using namespace std::chrono_literals;

constexpr unsigned outgoing_threads = 4; // Two may hang with one line, and mail of others still leaves.
constexpr auto between_looks = 30s;
constexpr auto until_back = 2s; // What the desk stands on may be there again.
constexpr auto between_looks_at_the_clock = 1s;
constexpr auto longest_sleep = 1000ms; // Other nodes ring no bell here, and clocks may be set.

// How many are claimed at once, and how long the first waits for others that come with it. Of mails that leave the
// process dies with as many unconfirmed as were claimed: fewer.
struct Pace {
    int batch{};
    std::chrono::milliseconds gather{};
};
constexpr Pace pace_of(Lane lane) { return lane == Lane::inside ? Pace{32, 120ms} : Pace{8, 50ms}; }

void run_one(House& house, sql::Session& session, BrandId brand, const Job& job, const RunJobs& run)
{
    try {
        run.alone(house, session, brand, job);
    } catch (const Away& missing) { // No fault of the job's: no attempt is counted, however long it lasts.
        fmt::print(stderr, "job kind={} subject={} waits: {}\n", job.kind, job.subject, missing.what());
        JobTable(session, brand).postpone(job, house.clock.now() + until_back);
    } catch (const std::exception& failure) {
        fmt::print(stderr, "job kind={} subject={} attempt={} failed: {}\n", job.kind, job.subject, job.attempts,
                   failure.what());
        JobTable(session, brand).fail(job, house.clock.now(), failure.what());
    }
}

std::vector<Job> run_crowd(House& house, sql::Session& session, BrandId brand, const std::vector<Job>& jobs,
                           const RunJobs& run)
{
    if (jobs.size() < 2) return jobs;
    try {
        return run.together(house, session, brand, jobs);
    } catch (const std::exception& failure) { // Who of them it was shows when each is run alone.
        fmt::print(stderr, "jobs={} together failed: {}\n", jobs.size(), failure.what());
        return jobs;
    }
}

void catch_up(House& house, std::chrono::milliseconds set_back)
{
    const auto session = house.pool.take();
    for (const BrandId brand : brands_of(*session)) JobTable(*session, brand).catch_up(house.clock.now(), set_back);
    house.jobs_bell.ring();
}

std::chrono::milliseconds until_next(House& house, sql::Session& session, Lane lane)
{
    std::optional<Instant> next;
    for (const BrandId brand : brands_of(session)) {
        const auto due = JobTable(session, brand).next_due(lane);
        if (due && (!next || *due < *next)) next = due;
    }
    if (!next) return longest_sleep;
    return std::clamp<std::chrono::milliseconds>(*next - house.clock.now(), 1ms, longest_sleep);
}

} // namespace

ClaimedJobs claim_due(House& house, sql::Session& session, Lane lane)
{
    ClaimedJobs claimed;
    for (const BrandId brand : brands_of(session)) {
        // Looking costs a read, claiming a write: claim only when something is due.
        const auto due = JobTable(session, brand).next_due(lane);
        if (!due || *due > house.clock.now()) continue;
        auto jobs = JobTable(session, brand).claim(lane, house.clock.now(), pace_of(lane).batch, house.node_number());
        if (!jobs.empty()) claimed.emplace_back(brand, std::move(jobs));
    }
    return claimed;
}

void run_claimed(House& house, sql::Session& session, ClaimedJobs& claimed, const RunJobs& run)
{
    while (!claimed.empty()) {
        auto& [brand, jobs] = claimed.back();
        jobs = run_crowd(house, session, brand, jobs, run);
        for (; !jobs.empty(); jobs.erase(jobs.begin())) run_one(house, session, brand, jobs.front(), run);
        claimed.pop_back();
    }
}

int run_due_jobs(House& house, sql::Session& session, Lane lane, const RunJobs& run)
{
    auto claimed = claim_due(house, session, lane);
    int count = 0;
    for (const auto& [brand, jobs] : claimed) count += static_cast<int>(jobs.size());
    run_claimed(house, session, claimed, run);
    return count;
}

Runner::Runner(House& house, RunJobs run, std::function<void(House&)> look_after)
    : house_(house), run_(std::move(run)), look_after_(std::move(look_after))
{
    for (unsigned count = 0; count < house.config.job_workers; ++count)
        threads_.emplace_back([this](const std::stop_token& stop) { work(stop, Lane::inside); });
    for (unsigned count = 0; count < outgoing_threads; ++count)
        threads_.emplace_back([this](const std::stop_token& stop) { work(stop, Lane::outgoing); });
    threads_.emplace_back([this](const std::stop_token& stop) { keep_looking(stop); });
}

Runner::~Runner()
{
    for (auto& thread : threads_) thread.request_stop();
    house_.jobs_bell.ring();
    threads_.clear();
}

ClaimedJobs Runner::look(const std::stop_token& stop, Lane lane)
{
    const std::scoped_lock turn(turns_.at(static_cast<std::size_t>(lane)));
    while (!stop.stop_requested()) {
        const auto heard = house_.jobs_bell.count();
        auto sleep = longest_sleep;
        try {
            const auto session = house_.pool.take();
            if (auto claimed = claim_due(house_, *session, lane); !claimed.empty()) return claimed;
            sleep = until_next(house_, *session, lane);
        } catch (const std::exception& failure) { // The database is away: it may come back.
            fmt::print(stderr, "jobs: {}\n", failure.what());
        }
        if (house_.jobs_bell.wait(heard, sleep) != heard) std::this_thread::sleep_for(pace_of(lane).gather);
    }
    return {};
}

void Runner::work(const std::stop_token& stop, Lane lane)
{
    while (!stop.stop_requested()) {
        auto claimed = look(stop, lane);
        const auto until = house_.clock.now() + claim_time;
        while (!run(claimed) && !stop.stop_requested() && house_.clock.now() < until)
            std::this_thread::sleep_for(longest_sleep);
    }
}

// False when the database went away in the midst of it. What was done before then is not done again.
bool Runner::run(ClaimedJobs& claimed)
{
    try {
        if (!claimed.empty()) run_claimed(house_, *house_.pool.take(), claimed, run_);
        return true;
    } catch (const std::exception& failure) {
        fmt::print(stderr, "jobs: {}\n", failure.what());
        return false;
    }
}

void Runner::keep_looking(const std::stop_token& stop)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    ClockWatch watch(house_.clock.now(), moment());
    auto looked = moment();
    const auto pause = between_looks_at_the_clock;
    while (!stopped_.wait_for(lock, stop, pause, [] { return false; }) && !stop.stop_requested()) {
        try {
            if (const auto back = watch.set_back(house_.clock.now(), moment()); back > 0ms) {
                catch_up(house_, back);
                watch.settled();
            }
            if (moment() - looked < between_looks) continue;
            looked = moment();
            look_after_(house_);
        } catch (const std::exception& failure) {
            fmt::print(stderr, "jobs: {}\n", failure.what());
        }
    }
}

} // namespace amends
