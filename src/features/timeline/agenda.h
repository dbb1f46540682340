// SPDX-License-Identifier: Apache-2.0
// What must be done later, as rows of the transaction that wants it done. Port; the runner is platform/jobs.
//
// (kind, subject, key) names one entry: putting it again moves it. A timer's effect is guarded by state, so that firing
// twice changes nothing.
#pragma once

#include "base/time.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace amends::timeline {

struct Agenda {
    virtual ~Agenda() = default;
    virtual void put(std::string_view kind, std::int64_t subject, Instant run_at, std::string_view key = "") = 0;
    virtual void strike(std::string_view kind, std::int64_t subject, std::string_view key = "") = 0;
};

} // namespace amends::timeline
