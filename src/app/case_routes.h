// SPDX-License-Identifier: Apache-2.0
// Cases, their messages, replies, triage and signals: what the workspace asks for.
#pragma once

#include "app/requests.h"
#include "case/case_http.h"
#include "case/case_views_sql.h"

namespace amends {

void add_case_routes(RouteTable& table, House& house);

class CustomerPagesOf final : public cases::CustomerPages {
public:
    explicit CustomerPagesOf(Desk& desk) : desk_(desk) {}
    [[nodiscard]] std::string page_of(CaseId id, PersonId person) const override;

private:
    Desk& desk_;
};

// Calls `ask(reader)` with what answering for a case takes.
template <class Ask>
auto with_case_reader(Desk& desk, const Viewer& viewer, Ask ask)
{
    const auto ports = desk.case_ports();
    const cases::CaseViewsSql views(desk.session, desk.brand.brand(), desk.house.clock);
    const CustomerPagesOf pages(desk);
    return ask(cases::Reader{ports, views, pages, viewer.user});
}

// The case as a row of the lists, as JSON, for the live connection.
[[nodiscard]] std::string case_row_text(House& house, sql::Session& session, BrandId brand, CaseId id);

} // namespace amends
