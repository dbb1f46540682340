// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/sql/session.h"
#include "portal/portal_ports.h"

namespace amends::portal {

class NamesSql final : public Names {
public:
    NamesSql(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    [[nodiscard]] std::string user(UserId id) const override;
    [[nodiscard]] std::string team(TeamId id) const override;

private:
    sql::Session& session_;
    BrandId brand_;
};

} // namespace amends::portal
