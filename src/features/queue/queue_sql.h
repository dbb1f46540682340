// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/sql/session.h"
#include "queue/queue_store.h"

namespace amends::queue {

class QueueSqlStore final : public QueueStore {
public:
    QueueSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    [[nodiscard]] std::vector<QueueTeam> teams() const override;
    [[nodiscard]] std::vector<Waiting> waiting(std::span<const TeamId> teams) const override;
    [[nodiscard]] DueInARow due_in_a_row() const override;
    void hold_still(std::span<const TeamId> teams) override;
    void pulled(TeamId team, std::int64_t due_in_a_row) override;

private:
    sql::Session& session_;
    BrandId brand_;
};

} // namespace amends::queue
