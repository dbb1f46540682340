// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "brand/brand.h"
#include "platform/sql/session.h"
#include "triage/triage_view.h"

namespace amends::triage {

class TriageViewsSql final : public TriageViews {
public:
    TriageViewsSql(sql::Session& session, const brand::Brand& brand, const Clock& clock)
        : session_(session), brand_(brand.id), prefix_(brand.prefix), clock_(clock)
    {
    }
    [[nodiscard]] TriageList list() const override;

private:
    [[nodiscard]] std::vector<std::string> participants(CaseId id) const;

    sql::Session& session_;
    BrandId brand_;
    std::string prefix_;
    const Clock& clock_;
};

} // namespace amends::triage
