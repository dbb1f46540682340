// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/sql/session.h"
#include "workload/load_store.h"

namespace amends::workload {

class LoadSqlStore final : public LoadStore {
public:
    LoadSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    [[nodiscard]] std::vector<Held> held() const override;
    [[nodiscard]] std::vector<HandledCase> handled(Instant since) const override;
    [[nodiscard]] std::vector<Handling> handlings(UserId of, Instant since) const override;
    void add(const Handling& handling) override;
    [[nodiscard]] bool knows(CaseId id) const override;
    [[nodiscard]] Line line() const override;

private:
    sql::Session& session_;
    BrandId brand_;
};

} // namespace amends::workload
