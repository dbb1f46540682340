// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/sql/session.h"
#include "promise/promise_store.h"

namespace amends::promise {

class PromiseSqlStore final : public PromiseStore {
public:
    PromiseSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    void add(const Promise& promise) override;
    [[nodiscard]] bool change(const Promise& from, const Promise& to) override;
    void give(CaseId of_case, std::optional<UserId> keeper) override;
    [[nodiscard]] std::optional<Promise> find(PromiseId id) const override;
    [[nodiscard]] std::vector<Instant> call_times(std::optional<UserId> keeper, Instant from,
                                                  Instant to) const override;
    [[nodiscard]] std::vector<Promise> of_case(CaseId id) const override;

private:
    sql::Session& session_;
    BrandId brand_;
};

} // namespace amends::promise
