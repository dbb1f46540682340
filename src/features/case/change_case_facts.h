// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"

namespace amends::cases {

// What an agent may correct. How severe the customer said it is has no field here: that is never changed.
struct ChangeCaseFacts {
    std::optional<std::string> subject{};
    std::optional<Type> type{};
    std::optional<std::string> language{};
    std::optional<std::int64_t> severity_assessed{}; // 0 none, 1 minor, 2 failure, 3 grave.
};
BOOST_DESCRIBE_STRUCT(ChangeCaseFacts, (), (subject, type, language, severity_assessed))

[[nodiscard]] Result<Case> change_case_facts(const Ports& ports, CaseId id, const ChangeCaseFacts& wish);

} // namespace amends::cases
