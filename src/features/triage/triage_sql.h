// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/sql/session.h"
#include "triage/triage_store.h"

namespace amends::triage {

class TriageSqlStore final : public TriageStore {
public:
    TriageSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    void add(const UnverifiedJoin& join) override;
    [[nodiscard]] std::optional<UnverifiedJoin> find(RawMessageId id) const override;

private:
    sql::Session& session_;
    BrandId brand_;
};

} // namespace amends::triage
