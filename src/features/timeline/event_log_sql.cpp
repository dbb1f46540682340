// SPDX-License-Identifier: Apache-2.0
#include "timeline/event_log_sql.h"

#include "platform/crypto/hash.h"
#include "platform/json/write.h"

#include <utility>

namespace amends::timeline {
namespace {

constexpr std::string_view hash_format = "amends-event-1\n";
constexpr int page = 1000;

struct Hashed {
    std::int64_t seq{};
    sql::Bytes hash{};
};
BOOST_DESCRIBE_STRUCT(Hashed, (), (seq, hash))

std::string_view chars_of(const sql::Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

} // namespace

void EventSqlLog::append(std::string type, Subject subject, std::string payload)
{
    appended_.push_back({.at = clock_.now(),
                         .actor_kind = actor_.kind,
                         .actor = actor_.id,
                         .subject_kind = std::move(subject.kind),
                         .subject = subject.id,
                         .case_id = subject.case_id,
                         .type = std::move(type),
                         .payload = std::move(payload)});
}

std::vector<Event> EventSqlLog::fresh()
{
    std::vector<Event> fresh(appended_.begin() + static_cast<std::ptrdiff_t>(reacted_to_), appended_.end());
    reacted_to_ = appended_.size();
    return fresh;
}

sql::Bytes EventSqlLog::hash_of(const Event& event, const sql::Bytes& before)
{
    std::string covered(hash_format);
    covered.append(chars_of(before)).append("\n").append(json::text_of(event));
    const auto digest = crypto::sha256(covered);
    const auto* first = reinterpret_cast<const std::byte*>(digest.data());
    return {first, first + digest.size()};
}

std::int64_t EventSqlLog::write()
{
    static const std::string insert = "INSERT INTO events (brand_id, hash, " + sql::columns<Event>() +
                                      ") VALUES ($brand, $hash, " + sql::placeholders<Event>() + ")";
    if (appended_.empty()) return 0;
    // The row lock makes commits follow the numbers: whoever has read event 7 will never see a new event 6.
    auto rows = session_.query("UPDATE brands SET last_event = last_event + $count WHERE id = $brand"
                               " RETURNING last_event - $count, last_hash",
                               {{"brand", brand_}, {"count", appended_.size()}});
    auto seq = sql::from_value<std::int64_t>(std::move(rows.at(0).at(0)));
    auto hash = sql::from_value<std::optional<sql::Bytes>>(std::move(rows[0].at(1))).value_or(sql::Bytes{});
    std::vector<sql::Step> steps; // One round trip: meanwhile nobody else of the brand can number an event.
    for (Event& event : appended_) {
        event.seq = ++seq;
        hash = hash_of(event, hash);
        steps.push_back({insert, {event, {{"brand", brand_}, {"hash", hash}}}});
    }
    steps.push_back({"UPDATE brands SET last_hash = $hash WHERE id = $brand", {{"brand", brand_}, {"hash", hash}}});
    session_.pipeline(steps);
    appended_.clear();
    reacted_to_ = 0;
    return seq;
}

std::vector<Event> EventSqlLog::after(std::int64_t seq, int at_most) const
{
    return session_.all<Event>("SELECT " + sql::columns<Event>() +
                                   " FROM events WHERE brand_id = $brand AND seq > $seq ORDER BY seq LIMIT $at_most",
                               {{"brand", brand_}, {"seq", seq}, {"at_most", at_most}});
}

std::vector<Event> EventSqlLog::of_case(CaseId id, int at_most) const
{
    auto events = session_.all<Event>("SELECT " + sql::columns<Event>() +
                                          " FROM events WHERE brand_id = $brand AND case_id = $case"
                                          " ORDER BY seq DESC LIMIT $at_most",
                                      {{"brand", brand_}, {"case", id}, {"at_most", at_most}});
    return {std::make_move_iterator(events.rbegin()), std::make_move_iterator(events.rend())};
}

std::optional<std::int64_t> EventSqlLog::first_broken_link() const
{
    sql::Bytes before;
    std::int64_t seq = 0;
    for (;;) {
        const auto events = after(seq, page);
        const auto hashes = session_.all<Hashed>("SELECT seq, hash FROM events WHERE brand_id = $brand AND seq > $seq"
                                                 " ORDER BY seq LIMIT $at_most",
                                                 {{"brand", brand_}, {"seq", seq}, {"at_most", page}});
        for (std::size_t at = 0; at < events.size(); ++at) {
            if (events[at].seq != ++seq || at >= hashes.size()) return seq;
            before = hash_of(events[at], before);
            if (hashes[at].hash != before) return seq;
        }
        if (events.size() < static_cast<std::size_t>(page)) break;
    }
    const auto last = session_.value<std::optional<sql::Bytes>>("SELECT last_hash FROM brands WHERE id = $brand",
                                                                {{"brand", brand_}});
    return last.value_or(sql::Bytes{}) == before ? std::nullopt : std::optional(seq + 1);
}

void AgendaSql::put(std::string_view kind, std::int64_t subject, Instant run_at, std::string_view key)
{
    written_ = true;
    session_.later("INSERT INTO jobs (brand_id, id, run_at, kind, subject, key, due_at)"
                   " VALUES ($brand, $id, $run_at, $kind, $subject, $key, $run_at)"
                   " ON CONFLICT (brand_id, kind, subject, key) DO UPDATE SET run_at = excluded.run_at,"
                   " due_at = excluded.due_at, attempts = 0, claimed_until = NULL, claimed_by = NULL, parked_at = NULL",
                   {{"brand", brand_},
                    {"id", ids_.next<JobId>()},
                    {"run_at", run_at},
                    {"kind", kind},
                    {"subject", subject},
                    {"key", key}});
}

void AgendaSql::strike(std::string_view kind, std::int64_t subject, std::string_view key)
{
    session_.later("DELETE FROM jobs WHERE brand_id = $brand AND kind = $kind AND subject = $subject AND key = $key",
                   {{"brand", brand_}, {"kind", kind}, {"subject", subject}, {"key", key}});
}

} // namespace amends::timeline
