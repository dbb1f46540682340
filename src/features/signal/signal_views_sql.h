// SPDX-License-Identifier: Apache-2.0
// Signals as the workspace lists them: what stands, the oldest first.
#pragma once

#include "base/json_text.h"
#include "brand/brand.h"
#include "platform/sql/session.h"
#include "signal/signal.h"

#include <vector>

namespace amends::signal {

struct SignalCase {
    CaseId id{};
    std::string ref{};
    std::string subject{};
};
BOOST_DESCRIBE_STRUCT(SignalCase, (), (id, ref, subject))

struct SignalOwner {
    UserId id{};
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(SignalOwner, (), (id, name))

struct SignalView {
    SignalId id{};
    std::string detector{};
    Instant at{};
    std::optional<SignalCase> case_{};
    std::int64_t subject_id{};
    JsonText evidence{};
    std::optional<SignalOwner> owner{};
    State state{};
};
BOOST_DESCRIBE_STRUCT(SignalView, (), (id, detector, at, case_, subject_id, evidence, owner, state))

[[nodiscard]] std::vector<SignalView> views(sql::Session& session, const brand::Brand& brand);

} // namespace amends::signal
