// SPDX-License-Identifier: Apache-2.0
#include "portal/names_sql.h"

namespace amends::portal {
namespace {

std::string only(std::vector<sql::Row> rows)
{
    return rows.empty() ? std::string() : sql::from_value<std::string>(std::move(rows[0].at(0)));
}

} // namespace

std::string NamesSql::user(UserId id) const
{
    return only(session_.query("SELECT name FROM users WHERE id = $id", {{"id", id}}));
}

std::string NamesSql::team(TeamId id) const
{
    return only(
        session_.query("SELECT name FROM teams WHERE brand_id = $brand AND id = $id", {{"brand", brand_}, {"id", id}}));
}

} // namespace amends::portal
