// SPDX-License-Identifier: Apache-2.0
// Whom a case may be given to, as the case's rules ask it.
#pragma once

#include "case/case_store.h"
#include "platform/sql/session.h"

namespace amends::cases {

class StaffSql final : public Staff {
public:
    StaffSql(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    [[nodiscard]] bool may_own(UserId id) const override;
    [[nodiscard]] bool senior(UserId id) const override;
    [[nodiscard]] bool team_exists(TeamId id) const override;
    void touch(std::optional<UserId> user, std::optional<TeamId> team) const override;
    [[nodiscard]] bool may_take_more(UserId id) const override;

private:
    sql::Session& session_;
    BrandId brand_;
};

} // namespace amends::cases
