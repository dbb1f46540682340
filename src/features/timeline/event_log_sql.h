// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/ids.h"
#include "platform/sql/session.h"
#include "timeline/agenda.h"
#include "timeline/event_log.h"

namespace amends::timeline {

class EventSqlLog final : public EventLog {
public:
    EventSqlLog(sql::Session& session, BrandId brand, const Clock& clock, Actor actor)
        : session_(session), brand_(brand), clock_(clock), actor_(actor)
    {
    }
    void append(std::string type, Subject subject, std::string payload = "{}") override;
    [[nodiscard]] Actor actor() const override { return actor_; }
    [[nodiscard]] std::vector<Event> after(std::int64_t seq, int at_most) const override;
    [[nodiscard]] std::vector<Event> of_case(CaseId id, int at_most) const override;

    // What was appended since the last call, for the reactions; at the end everything is still there for write().
    [[nodiscard]] std::vector<Event> fresh();

    // Numbers and stores what was appended, and answers the highest number. Call it right before the commit: from here
    // on the brand's other writers wait, and whoever asked for another lock after this one could wait for them for
    // ever.
    std::int64_t write();

    // The hash of an event covers a format version, the hash before it and the event's JSON.
    [[nodiscard]] static sql::Bytes hash_of(const Event& event, const sql::Bytes& before);
    // The first event whose hash does not follow from the one before, if there is one.
    [[nodiscard]] std::optional<std::int64_t> first_broken_link() const;

private:
    sql::Session& session_;
    BrandId brand_;
    const Clock& clock_;
    Actor actor_;
    std::vector<Event> appended_;
    std::size_t reacted_to_ = 0;
};

class AgendaSql final : public Agenda {
public:
    AgendaSql(sql::Session& session, BrandId brand, Ids& ids) : session_(session), brand_(brand), ids_(ids) {}
    void put(std::string_view kind, std::int64_t subject, Instant run_at, std::string_view key = "") override;
    void strike(std::string_view kind, std::int64_t subject, std::string_view key = "") override;
    [[nodiscard]] bool written() const { return written_; }

private:
    sql::Session& session_;
    BrandId brand_;
    Ids& ids_;
    bool written_ = false;
};

} // namespace amends::timeline
