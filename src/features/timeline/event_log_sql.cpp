// SPDX-License-Identifier: Apache-2.0
#include "timeline/event_log_sql.h"

namespace amends::timeline {

void EventSqlLog::append(std::string type, std::int64_t subject, Instant at)
{
    appended_.push_back({.at = at, .type = std::move(type), .subject = subject});
}

void EventSqlLog::write()
{
    if (appended_.empty()) return;
    // The row lock makes commits follow the numbers: whoever has read event 7 will never see a new event 6.
    auto seq = session_.value<std::int64_t>(
        "UPDATE brands SET last_event = last_event + $count WHERE id = $brand RETURNING last_event - $count",
        {{"brand", brand_}, {"count", appended_.size()}});
    for (Event& event : appended_) {
        event.seq = ++seq;
        session_.execute("INSERT INTO events (brand_id, " + sql::columns<Event>() + ") VALUES ($brand, " +
                             sql::placeholders<Event>() + ")",
                         {event, {{"brand", brand_}}});
    }
    appended_.clear();
}

std::vector<Event> EventSqlLog::after(std::int64_t seq, int at_most) const
{
    return session_.all<Event>("SELECT " + sql::columns<Event>() +
                                   " FROM events WHERE brand_id = $brand AND seq > $seq ORDER BY seq LIMIT $at_most",
                               {{"brand", brand_}, {"seq", seq}, {"at_most", at_most}});
}

} // namespace amends::timeline
