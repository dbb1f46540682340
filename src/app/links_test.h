// SPDX-License-Identifier: Apache-2.0
// The customer's link to a case, as a mail would carry it.
#pragma once

#include "app/desk.h"
#include "testing/house.h"

namespace amends::testing {

inline std::string link_to(TestHouse& desk, std::int64_t of_case, BrandId brand = BrandId{1})
{
    const auto session = desk.house.pool.take();
    Desk there(desk.house, *session, brand, {});
    const auto found = there.cases.find(static_cast<CaseId>(of_case));
    REQUIRE(found);
    return reply::link_path(there.links, brand, *found, found->person_id).substr(3);
}

} // namespace amends::testing
