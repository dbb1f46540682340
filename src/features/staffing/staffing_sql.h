// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/sql/session.h"
#include "staffing/history.h"
#include "staffing/watch.h"

namespace amends::staffing {

class WatchSqlStore final : public WatchStore {
public:
    WatchSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    [[nodiscard]] std::optional<Watch> watch() const override;
    void put(const Watch& watch) override;

private:
    sql::Session& session_;
    BrandId brand_;
};

class HistorySqlStore final : public HistoryStore {
public:
    HistorySqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    [[nodiscard]] std::vector<Quarter> heard(Instant since) const override;
    [[nodiscard]] std::optional<Instant> first_heard() const override;
    [[nodiscard]] Handled handled(Instant since) const override;
    [[nodiscard]] std::vector<Begun> newest(Instant until, int at_most) const override;

private:
    sql::Session& session_;
    BrandId brand_;
};

} // namespace amends::staffing
