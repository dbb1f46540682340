// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.h"
#include "platform/sql/session.h"
#include "timeline/event_log.h"

namespace amends::timeline {

class EventSqlLog final : public EventLog {
public:
    EventSqlLog(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    void append(std::string type, std::int64_t subject, Instant at) override;
    [[nodiscard]] std::vector<Event> after(std::int64_t seq, int at_most) const override;

    // Numbers and stores what was appended. Call it right before the commit: from here on the brand's other writers
    // wait, and whoever asked for another lock after this one could wait for them for ever.
    void write();

private:
    sql::Session& session_;
    BrandId brand_;
    std::vector<Event> appended_;
};

} // namespace amends::timeline
