// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "brand/brand.h"
#include "figure/figure_view.h"
#include "platform/sql/session.h"

namespace amends::figure {

// What is counted, from the rows of the desk. Spam is left out.
[[nodiscard]] Facts facts_in(sql::Session& session, BrandId brand, const Window& window);

class FigureSql final : public FigureStore {
public:
    FigureSql(sql::Session& session, const brand::Brand& brand, const Clock& clock)
        : session_(session), brand_(brand), clock_(clock)
    {
    }
    [[nodiscard]] FiguresView figures(int weeks) const override;
    [[nodiscard]] BehindList behind(const BehindWish& wish) const override;

private:
    [[nodiscard]] Window window(int weeks) const;
    [[nodiscard]] std::optional<FigureCase> named(CaseId id, std::string* person) const;

    sql::Session& session_;
    const brand::Brand& brand_;
    const Clock& clock_;
};

} // namespace amends::figure
