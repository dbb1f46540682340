// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "target/target_store.h"

namespace amends::target {

// A target as somebody wishes it.
struct SetTarget {
    std::string name{};
    Metric metric{};
    std::optional<std::string> within{};
    std::optional<std::string> deadline_rule{}; // Either a length or a rule.
    std::optional<Counted> counted{};           // In opening hours, where nothing is said.
    std::optional<AccountId> account_id{};
    std::optional<std::int64_t> severity_least{};
    std::optional<std::string> channel{};
    std::optional<cases::Type> type{};
    std::optional<bool> pauses_on_customer{};
    std::int64_t share{};
};
BOOST_DESCRIBE_STRUCT(SetTarget, (),
                      (name, metric, within, deadline_rule, counted, account_id, severity_least, channel, type,
                       pauses_on_customer, share))

struct ChangeTarget {
    std::optional<std::string> name{};
    std::optional<std::int64_t> share{};
};
BOOST_DESCRIBE_STRUCT(ChangeTarget, (), (name, share))

// What is wished, or the field that is wrong with it. A preview may be without a name.
enum class Named : std::uint8_t { yes, perhaps };
[[nodiscard]] Result<Target> sound_target(const Deadlines& deadlines, const SetTarget& wish, Named named);

[[nodiscard]] Result<Target> set_target(const Ports& ports, const SetTarget& wish);
[[nodiscard]] Result<Target> change_target(const Ports& ports, TargetId id, const ChangeTarget& wish);
[[nodiscard]] Result<Target> end_target(const Ports& ports, TargetId id);

} // namespace amends::target
