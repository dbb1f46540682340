// SPDX-License-Identifier: Apache-2.0
#include "triage/triage_sql.h"

namespace amends::triage {

void TriageSqlStore::add(const UnverifiedJoin& join)
{
    session_.later("INSERT INTO unverified_joins (brand_id, " + sql::columns<UnverifiedJoin>() + ") VALUES ($brand, " +
                       sql::placeholders<UnverifiedJoin>() + ")",
                   {join, {{"brand", brand_}}});
}

std::optional<UnverifiedJoin> TriageSqlStore::find(RawMessageId id) const
{
    return session_.one<UnverifiedJoin>("SELECT " + sql::columns<UnverifiedJoin>() +
                                            " FROM unverified_joins WHERE brand_id = $brand AND raw_id = $raw",
                                        {{"brand", brand_}, {"raw", id}});
}

} // namespace amends::triage
