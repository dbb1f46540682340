// SPDX-License-Identifier: Apache-2.0
// Threads that do what the agenda says when its time has come. In each lane one looks for work, asleep until the next
// time or the bell, while the others are at it or wait for their turn to look. What came in a crowd is done as one.
#pragma once

#include "app/house.h"
#include "app/jobs.h"

#include <array>
#include <condition_variable>
#include <functional>
#include <thread>

namespace amends {

struct RunJobs {
    // Runs one claimed job to its end, whatever that is; throws when it must be tried again.
    std::function<void(House&, sql::Session&, BrandId, const Job&)> alone{};
    // Runs what it can of many in few transactions; answers those that are left to be run alone. May throw: then all
    // are.
    std::function<std::vector<Job>(House&, sql::Session&, BrandId, std::span<const Job>)> together{};
};

using ClaimedJobs = std::vector<std::pair<BrandId, std::vector<Job>>>;

// What is due, oldest first, a crowd of each brand at most.
[[nodiscard]] ClaimedJobs claim_due(House& house, sql::Session& session, Lane lane);
// Takes away what is done. Throws when the database has gone away: what is left then can be run again.
void run_claimed(House& house, sql::Session& session, ClaimedJobs& claimed, const RunJobs& run);

class Runner {
public:
    // `look_after` is called now and then by one of the threads, for what no job says.
    Runner(House& house, RunJobs run, std::function<void(House&)> look_after);
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;
    ~Runner(); // Lets what is running come to its end.

private:
    // Returns with work, or at the stop.
    [[nodiscard]] ClaimedJobs look(const std::stop_token& stop, Lane lane);
    [[nodiscard]] bool run(ClaimedJobs& claimed);
    void work(const std::stop_token& stop, Lane lane);
    void keep_looking(const std::stop_token& stop);

    House& house_;
    RunJobs run_;
    std::array<std::mutex, 2> turns_; // To look for work, one a lane.
    std::function<void(House&)> look_after_;
    std::condition_variable_any stopped_{};
    std::vector<std::jthread> threads_;
};

// One round over all brands; answers how many jobs were run. For commands and tests.
int run_due_jobs(House& house, sql::Session& session, Lane lane, const RunJobs& run);

} // namespace amends
