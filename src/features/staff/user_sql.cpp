// SPDX-License-Identifier: Apache-2.0
#include "staff/user_sql.h"

namespace amends::staff {

void UserSqlStore::add(const User& user, Role role)
{
    session_.execute("INSERT INTO users (" + sql::columns<User>() + ") VALUES (" + sql::placeholders<User>() + ")",
                     user);
    grant(user.id, role);
}

std::optional<User> UserSqlStore::find(UserId id) const
{
    return session_.one<User>("SELECT " + sql::columns<User>() + " FROM users WHERE id = $id", {{"id", id}});
}

std::optional<User> UserSqlStore::with_email(std::string_view email) const
{
    return session_.one<User>("SELECT " + sql::columns<User>() + " FROM users WHERE email = $email",
                              {{"email", email}});
}

bool UserSqlStore::any() const { return !session_.query("SELECT id FROM users LIMIT 1").empty(); }

bool UserSqlStore::change(const User& from, const User& to)
{
    return session_.execute("UPDATE users SET name = $name, language = $language, zone = $zone,"
                            " password_hash = $password_hash, totp_secret = $totp_secret,"
                            " totp_confirmed_at = $totp_confirmed_at,"
                            " second_factor_put_off_at = $second_factor_put_off_at, disabled_at = $disabled_at,"
                            " version = version + 1 WHERE id = $id AND version = $version",
                            {{"name", to.name},
                             {"language", to.language},
                             {"zone", to.zone},
                             {"password_hash", to.password_hash},
                             {"totp_secret", to.totp_secret},
                             {"totp_confirmed_at", to.totp_confirmed_at},
                             {"second_factor_put_off_at", to.second_factor_put_off_at},
                             {"disabled_at", to.disabled_at},
                             {"id", from.id},
                             {"version", from.version}}) == 1;
}

bool UserSqlStore::use_code(UserId id, std::int64_t step)
{
    return session_.execute("UPDATE users SET totp_last_step = $step WHERE id = $id AND totp_last_step < $step",
                            {{"id", id}, {"step", step}}) == 1;
}

std::optional<Role> UserSqlStore::role(UserId id) const
{
    auto rows = session_.query("SELECT role FROM memberships WHERE brand_id = $brand AND user_id = $id",
                               {{"brand", brand_}, {"id", id}});
    if (rows.empty()) return std::nullopt;
    return sql::from_value<Role>(std::move(rows[0][0]));
}

void UserSqlStore::grant(UserId id, Role role)
{
    session_.execute("INSERT INTO memberships (brand_id, user_id, role) VALUES ($brand, $id, $role)"
                     " ON CONFLICT (brand_id, user_id) DO UPDATE SET role = excluded.role",
                     {{"brand", brand_}, {"id", id}, {"role", role}});
}

std::vector<Member> UserSqlStore::members() const
{
    return session_.all<Member>(
        "SELECT u.id, u.name, u.email, m.role, u.language, u.disabled_at IS NOT NULL, u.totp_confirmed_at IS NOT NULL"
        " FROM memberships m JOIN users u ON u.id = m.user_id WHERE m.brand_id = $brand ORDER BY u.name, u.id",
        {{"brand", brand_}});
}

void UserSqlStore::keep_roles_still()
{
    session_.execute("UPDATE brands SET name = name WHERE id = $brand", {{"brand", brand_}});
}

void UserSqlStore::set_recovery_codes(UserId id, const std::vector<std::string>& hashes)
{
    session_.execute("DELETE FROM recovery_codes WHERE user_id = $id", {{"id", id}});
    for (const auto& hash : hashes)
        session_.execute("INSERT INTO recovery_codes (user_id, hash) VALUES ($id, $hash)",
                         {{"id", id}, {"hash", hash}});
}

bool UserSqlStore::use_recovery_code(UserId id, std::string_view hash, Instant now)
{
    return session_.execute("UPDATE recovery_codes SET used_at = $now"
                            " WHERE user_id = $id AND hash = $hash AND used_at IS NULL",
                            {{"id", id}, {"hash", hash}, {"now", now}}) == 1;
}

} // namespace amends::staff
