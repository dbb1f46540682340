// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/runner.h"

namespace amends {

// Finds what a kind of job means, and runs it. The whole of it is one table in job_table.cpp.
void run_job(House& house, sql::Session& session, BrandId brand, const Job& job);

} // namespace amends
