// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/sql/session.h"
#include "staff/staff_store.h"

namespace amends::staff {

class TeamSqlStore final : public TeamStore {
public:
    TeamSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    void add(const Team& team) override;
    void change(const Team& team) override;
    [[nodiscard]] std::optional<Team> find(TeamId id) const override;
    [[nodiscard]] std::vector<Team> all() const override;
    [[nodiscard]] std::vector<Who> of_user(UserId id) const override;

private:
    void write_members(const Team& team);
    [[nodiscard]] std::vector<UserId> members_of(TeamId id) const;

    sql::Session& session_;
    BrandId brand_;
};

} // namespace amends::staff
