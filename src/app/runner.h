// SPDX-License-Identifier: Apache-2.0
// Threads that do what the agenda says when its time has come. Each sleeps until the next time or the bell.
#pragma once

#include "app/house.h"
#include "app/jobs.h"

#include <condition_variable>
#include <functional>
#include <thread>

namespace amends {

// Runs one claimed job to its end, whatever that is; throws when it must be tried again.
using RunJob = std::function<void(House&, sql::Session&, BrandId, const Job&)>;

class Runner {
public:
    // `look_after` is called now and then by one of the threads, for what no job says.
    Runner(House& house, RunJob run, std::function<void(House&)> look_after);
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;
    ~Runner(); // Lets what is running come to its end.

private:
    void work(const std::stop_token& stop, Lane lane);
    void keep_looking(const std::stop_token& stop);

    House& house_;
    RunJob run_;
    std::function<void(House&)> look_after_;
    std::condition_variable_any stopped_{};
    std::vector<std::jthread> threads_;
};

// One round over all brands; answers how many jobs were run. For tests, and for the threads.
int run_due_jobs(House& house, sql::Session& session, Lane lane, const RunJob& run);

} // namespace amends
