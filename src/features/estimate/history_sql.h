// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.h"
#include "estimate/calibration.h"
#include "estimate/replay.h"
#include "platform/sql/session.h"

namespace amends::estimate {

inline constexpr int remembered = 1500; // Cases; older ones say little of today.

// The newest cases of a brand, in order of start: from first contact to the last resolution. What was spam, merged
// away, found late or disowned is left out: none of these has an end that a customer would call one.
[[nodiscard]] std::vector<PastCase> newest_cases(sql::Session& session, BrandId brand);

// Of the results that were promised with a date of history beside them: was it done by that date?
[[nodiscard]] Calibration calibration_of(sql::Session& session, BrandId brand, Instant now);

} // namespace amends::estimate
