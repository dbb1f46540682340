// SPDX-License-Identifier: Apache-2.0
// One request's view of the desk: the stores on its session, and what the world outside provides. The only place where
// ports and SQL meet.
#pragma once

#include "base/ids.h"
#include "platform/sql/pool.h"
#include "promise/promise_sql.h"
#include "timeline/event_log_sql.h"

namespace amends {

class Desk {
public:
    Desk(sql::Session& session, BrandId brand, Ids& ids, const Clock& clock)
        : promises_(session, brand), events_(session, brand), ids_(ids), clock_(clock)
    {
    }

    [[nodiscard]] promise::Ports promise() { return {promises_, events_, ids_, clock_}; }
    void write_events() { events_.write(); }

private:
    promise::PromiseSqlStore promises_;
    timeline::EventSqlLog events_;
    Ids& ids_;
    const Clock& clock_;
};

} // namespace amends
