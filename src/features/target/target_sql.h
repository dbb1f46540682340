// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/sql/session.h"
#include "target/target_store.h"

namespace amends::target {

class TargetSqlStore final : public TargetStore {
public:
    TargetSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    void add(const Target& target) override;
    void change(const Target& target) override;
    [[nodiscard]] std::optional<Target> find(TargetId id) const override;
    [[nodiscard]] std::vector<Target> all() const override;
    [[nodiscard]] std::vector<Score> scores() const override;

    [[nodiscard]] bool add(const TargetClock& clock) override;
    [[nodiscard]] bool change(const TargetClock& from, const TargetClock& to) override;
    void remove(const TargetClock& clock) override;
    [[nodiscard]] std::optional<TargetClock> find(TargetClockId id) const override;
    [[nodiscard]] std::vector<TargetClock> of_case(CaseId id) const override;
    [[nodiscard]] std::vector<TargetClockId> running_after(TargetClockId after, int at_most) const override;

    [[nodiscard]] std::optional<History> history(CaseId id) const override;
    [[nodiscard]] std::vector<History> histories_since(Instant since, int at_most) const override;

private:
    sql::Session& session_;
    BrandId brand_;
    mutable std::optional<std::vector<Target>> all_{}; // Read once a request.
};

} // namespace amends::target
