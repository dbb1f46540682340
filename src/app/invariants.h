// SPDX-License-Identifier: Apache-2.0
// What must always hold in a desk (domain.md 8), asked of its rows: each question answers with the ids that break it.
#pragma once

#include "base/ids.h"
#include "platform/sql/session.h"

#include <string>
#include <vector>

namespace amends {

struct Violation {
    std::string invariant{}; // "I2"
    std::string what{};
    std::int64_t brand{};
    std::int64_t id{};
};
BOOST_DESCRIBE_STRUCT(Violation, (), (invariant, what, brand, id))

[[nodiscard]] std::vector<Violation> violations_in(sql::Session& session, const Clock& clock);

} // namespace amends
