// SPDX-License-Identifier: Apache-2.0
// The job that reads a mail which was kept raw: understood, stored as a message, placed in a case or in triage. What
// cannot be read is quarantined with its reason, its team and a time by which somebody must have looked at it.
#pragma once

#include "app/house.h"
#include "app/jobs.h"

namespace amends {

void understand_mail(House& house, sql::Session& session, BrandId brand, const Job& job);

// The small and harmless ones of many in one transaction; answers those that must be read alone.
[[nodiscard]] std::vector<Job> understand_mails(House& house, sql::Session& session, BrandId brand,
                                                std::span<const Job> jobs);

} // namespace amends
