// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/sql/session.h"
#include "staff/staff_store.h"

namespace amends::staff {

class UserSqlStore final : public UserStore {
public:
    UserSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    void add(const User& user, Role role) override;
    [[nodiscard]] std::optional<User> find(UserId id) const override;
    [[nodiscard]] std::optional<User> with_email(std::string_view email) const override;
    [[nodiscard]] bool any() const override;
    [[nodiscard]] bool change(const User& from, const User& to) override;
    [[nodiscard]] bool use_code(UserId id, std::int64_t step) override;
    [[nodiscard]] std::optional<Role> role(UserId id) const override;
    void grant(UserId id, Role role) override;
    [[nodiscard]] std::vector<Member> members() const override;
    void keep_roles_still() override;
    void set_recovery_codes(UserId id, const std::vector<std::string>& hashes) override;
    [[nodiscard]] bool use_recovery_code(UserId id, std::string_view hash, Instant now) override;

private:
    sql::Session& session_;
    BrandId brand_;
};

} // namespace amends::staff
