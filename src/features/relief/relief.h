// SPDX-License-Identifier: Apache-2.0
// Relief is asked for by whoever holds a case and decided by a lead. It is no mark against anybody.
#pragma once

#include "case/case.h"
#include "handover/hand_over.h"

namespace amends::relief {

enum class ReliefId : std::int64_t {};

enum class State : std::uint8_t { asked, granted, declined };
BOOST_DESCRIBE_ENUM(State, asked, granted, declined)

struct Relief {
    ReliefId id{};
    CaseId case_id{};
    UserId asked_by{};
    cases::HandOverReason reason{};
    Instant asked_at{};
    State state{};
    std::optional<UserId> decided_by{};
    std::optional<Instant> decided_at{};
};
BOOST_DESCRIBE_STRUCT(Relief, (), (id, case_id, asked_by, reason, asked_at, state, decided_by, decided_at))

struct ReliefStore {
    virtual ~ReliefStore() = default;
    [[nodiscard]] virtual bool add(const Relief& relief) = 0; // False when it is asked for already.
    [[nodiscard]] virtual std::optional<Relief> asked(CaseId id) const = 0;
    [[nodiscard]] virtual bool decide(const Relief& decided) = 0; // False when somebody was faster.
};

struct Ports {
    handover::Ports hands;
    ReliefStore& reliefs;
    const handover::DraftWords& draft;
};

struct Decision {
    CaseId case_id{};
    bool grant = false;
    std::optional<UserId> to_user{};
    std::optional<TeamId> to_team{}; // Neither: back into the queue of its team.
};

[[nodiscard]] Result<Relief> ask_relief(const Ports& ports, CaseId id, UserId by, cases::HandOverReason reason);
[[nodiscard]] Result<Relief> decide_relief(const Ports& ports, const Decision& wish, UserId by);

struct GiveOn {
    CaseId case_id{};
    UserId from{};
    std::optional<UserId> to_user{}; // Without one: into the queue of the case's team.
    std::optional<TeamId> to_team{};
    cases::HandOverKind kind{};
    cases::HandOverReason reason{};
};
// With a summary drafted from the timeline. Refuses when it is no longer with whom it was to be taken from.
[[nodiscard]] Result<cases::Case> give_on(const Ports& ports, const GiveOn& wish);

} // namespace amends::relief
