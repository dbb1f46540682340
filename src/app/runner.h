// SPDX-License-Identifier: Apache-2.0
// Threads that do what the agenda says when its time has come. Each sleeps until the next time or the bell.
#pragma once

#include "app/house.h"
#include "app/jobs.h"

#include <functional>
#include <thread>

namespace amends {

// Runs one claimed job to its end, whatever that is; throws when it must be tried again.
using RunJob = std::function<void(House&, sql::Session&, BrandId, const Job&)>;

class Runner {
public:
    Runner(House& house, RunJob run);
    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;
    ~Runner(); // Lets what is running come to its end.

private:
    void work(const std::stop_token& stop, Lane lane);

    House& house_;
    RunJob run_;
    std::vector<std::jthread> threads_;
};

// One round over all brands; answers how many jobs were run. For tests, and for the threads.
int run_due_jobs(House& house, sql::Session& session, Lane lane, const RunJob& run);

} // namespace amends
