// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/sql/session.h"
#include "workload/worker_store.h"

namespace amends::workload {

class WorkerSqlStore final : public WorkerStore {
public:
    WorkerSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    [[nodiscard]] std::vector<Worker> all() const override;
    void set(UserId id, const ChangeWorker& wish) override;
    void be(UserId id, Presence presence, Instant since) override;

private:
    void set_words(std::string_view table, std::string_view column, UserId id, const std::vector<std::string>& words);
    void set_shifts(UserId id, const std::vector<Shift>& shifts);

    sql::Session& session_;
    BrandId brand_;
};

} // namespace amends::workload
