// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"

namespace amends::cases {

// What an agent may correct. How severe the customer said it is has no field here: that is never changed.
struct ChangeCaseFacts {
    std::optional<std::string> subject{};
    std::optional<Type> type{};
    std::optional<std::string> topic{};
    std::optional<std::string> language{};
    std::optional<std::int64_t> severity_assessed{}; // 0 none, 1 minor, 2 failure, 3 grave.
};
BOOST_DESCRIBE_STRUCT(ChangeCaseFacts, (), (subject, type, topic, language, severity_assessed))

// What went wrong on our side makes a case at least that severe; it never becomes less by it.
[[nodiscard]] Result<Case> raise_severity(const Ports& ports, CaseId id, std::int64_t at_least);

[[nodiscard]] Result<Case> change_case_facts(const Ports& ports, CaseId id, const ChangeCaseFacts& wish);

} // namespace amends::cases
