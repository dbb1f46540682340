// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/sql/session.h"
#include "relief/relief.h"

#include <vector>

namespace amends::relief {

// What a lead decides on: who asks, since when, on which case.
struct ReliefLine {
    CaseId case_id{};
    std::int64_t number{};
    std::string subject{};
    UserId asked_by{};
    std::string asker{};
    cases::HandOverReason reason{};
    Instant asked_at{};
};
BOOST_DESCRIBE_STRUCT(ReliefLine, (), (case_id, number, subject, asked_by, asker, reason, asked_at))

class ReliefSqlStore final : public ReliefStore {
public:
    ReliefSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    [[nodiscard]] bool add(const Relief& relief) override;
    [[nodiscard]] std::optional<Relief> asked(CaseId id) const override;
    [[nodiscard]] bool decide(const Relief& decided) override;
    [[nodiscard]] std::vector<ReliefLine> lines() const; // Asked and still with the one who asked, oldest first.

private:
    sql::Session& session_;
    BrandId brand_;
};

} // namespace amends::relief
