// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "brand/brand_store.h"
#include "platform/sql/session.h"
#include "promise/capacity.h"

namespace amends {

// What people hold, how long it takes and when they work, for the port that promises ask.
class DeskCapacity final : public promise::Capacity {
public:
    DeskCapacity(sql::Session& session, BrandId brand, const Clock& clock)
        : session_(session), brand_(brand), clock_(clock)
    {
    }
    [[nodiscard]] bool room(const cases::Case& of, Instant due_at) const override;

private:
    sql::Session& session_;
    BrandId brand_;
    const Clock& clock_;
};

} // namespace amends
