// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/runner.h"

namespace amends {

// Finds what a kind of job means, and runs it. The whole of it is one table in job_table.cpp.
[[nodiscard]] RunJobs run_jobs();

} // namespace amends
