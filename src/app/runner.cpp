// SPDX-License-Identifier: Apache-2.0
#include "app/runner.h"

#include <fmt/format.h>

#include <algorithm>

namespace amends {
namespace {

using namespace std::chrono_literals;

constexpr int batch = 16;
constexpr auto between_looks = 30s;
constexpr auto longest_sleep = 1000ms; // Other nodes ring no bell here, and clocks may be set.

void run_one(House& house, sql::Session& session, BrandId brand, const Job& job, const RunJob& run)
{
    try {
        run(house, session, brand, job);
    } catch (const std::exception& failure) {
        fmt::print(stderr, "job kind={} subject={} attempt={} failed: {}\n", job.kind, job.subject, job.attempts,
                   failure.what());
        JobTable(session, brand).fail(job, house.clock.now(), failure.what());
    }
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

int run_due_jobs(House& house, sql::Session& session, Lane lane, const RunJob& run)
{
    int done = 0;
    for (const BrandId brand : brands_of(session)) {
        // Looking costs a read, claiming a write: claim only when something is due.
        const auto due = JobTable(session, brand).next_due(lane);
        if (!due || *due > house.clock.now()) continue;
        for (const Job& job : JobTable(session, brand).claim(lane, house.clock.now(), batch)) {
            run_one(house, session, brand, job, run);
            ++done;
        }
    }
    return done;
}

Runner::Runner(House& house, RunJob run, std::function<void(House&)> look_after)
    : house_(house), run_(std::move(run)), look_after_(std::move(look_after))
{
    for (unsigned count = 0; count < house.config.job_workers; ++count)
        threads_.emplace_back([this](const std::stop_token& stop) { work(stop, Lane::inside); });
    for (unsigned count = 0; count < 2; ++count)
        threads_.emplace_back([this](const std::stop_token& stop) { work(stop, Lane::outgoing); });
    threads_.emplace_back([this](const std::stop_token& stop) { keep_looking(stop); });
}

Runner::~Runner()
{
    for (auto& thread : threads_) thread.request_stop();
    house_.jobs_bell.ring();
    threads_.clear();
}

void Runner::work(const std::stop_token& stop, Lane lane)
{
    while (!stop.stop_requested()) {
        const auto heard = house_.jobs_bell.count();
        auto sleep = longest_sleep;
        try {
            const auto session = house_.pool.take();
            if (run_due_jobs(house_, *session, lane, run_) > 0) continue;
            sleep = until_next(house_, *session, lane);
        } catch (const std::exception& failure) { // The database is away: it may come back.
            fmt::print(stderr, "jobs: {}\n", failure.what());
        }
        house_.jobs_bell.wait(heard, sleep);
    }
}

void Runner::keep_looking(const std::stop_token& stop)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    while (!stopped_.wait_for(lock, stop, between_looks, [] { return false; }) && !stop.stop_requested()) {
        try {
            look_after_(house_);
        } catch (const std::exception& failure) {
            fmt::print(stderr, "jobs: {}\n", failure.what());
        }
    }
}

} // namespace amends
