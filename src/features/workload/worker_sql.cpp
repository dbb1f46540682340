// SPDX-License-Identifier: Apache-2.0
#include "workload/worker_sql.h"

#include "platform/sql/questions.h"

#include <algorithm>

namespace amends::workload {
namespace {

struct Line {
    UserId id{};
    std::string name{};
    staff::Role role{};
    std::string zone{};
    std::int64_t cap{};
    Presence presence{};
    Instant presence_since{};
    std::int64_t in_hand{};
};
BOOST_DESCRIBE_STRUCT(Line, (), (id, name, role, zone, cap, presence, presence_since, in_hand))

struct Word {
    UserId user{};
    std::string word{};
};
BOOST_DESCRIBE_STRUCT(Word, (), (user, word))

struct Membership {
    UserId user{};
    TeamId team{};
};
BOOST_DESCRIBE_STRUCT(Membership, (), (user, team))

struct ShiftLine : Shift {
    UserId user{};
};
BOOST_DESCRIBE_STRUCT(ShiftLine, (Shift), (user))

constexpr std::string_view lines =
    "SELECT u.id, u.name, m.role, u.zone, coalesce(w.cap, CAST($cap AS BIGINT)), coalesce(w.presence, 'here'),"
    " coalesce(w.presence_since, 0), (SELECT count(*) FROM cases c WHERE c.brand_id = $brand AND c.owner_id = u.id"
    " AND c.status IN ('queued', 'open', 'waiting'))"
    " FROM memberships m JOIN users u ON u.id = m.user_id"
    " LEFT JOIN work_settings w ON w.brand_id = $brand AND w.user_id = u.id"
    " WHERE m.brand_id = $brand AND u.disabled_at IS NULL AND m.role IN ('admin', 'lead', 'agent')"
    " ORDER BY u.name, u.id";

Worker worker_from(Line line)
{
    return {.id = line.id,
            .name = std::move(line.name),
            .role = line.role,
            .zone = std::move(line.zone),
            .cap = line.cap,
            .presence = line.presence,
            .presence_since = line.presence_since,
            .in_hand = line.in_hand};
}

Worker* in(std::vector<Worker>& workers, UserId id)
{
    const auto found = std::ranges::find(workers, id, &Worker::id);
    return found == workers.end() ? nullptr : &*found;
}

} // namespace

std::vector<Worker> WorkerSqlStore::all() const
{
    std::vector<Worker> workers;
    sql::Questions questions(session_);
    const sql::Params brand{{"brand", brand_}};
    questions.each<Line>(std::string(lines), {{"brand", brand_}, {"cap", usual_cap}},
                         [&](Line line) { workers.push_back(worker_from(std::move(line))); });
    questions.each<Membership>("SELECT user_id, team_id FROM team_members WHERE brand_id = $brand ORDER BY team_id",
                               brand, [&](const Membership& is) {
                                   if (auto* worker = in(workers, is.user)) worker->teams.push_back(is.team);
                               });
    questions.each<Word>("SELECT user_id, skill FROM user_skills WHERE brand_id = $brand ORDER BY skill", brand,
                         [&](Word has) {
                             if (auto* worker = in(workers, has.user)) worker->skills.push_back(std::move(has.word));
                         });
    questions.each<Word>("SELECT user_id, language FROM user_languages WHERE brand_id = $brand ORDER BY language",
                         brand, [&](Word has) {
                             if (auto* worker = in(workers, has.user)) worker->languages.push_back(std::move(has.word));
                         });
    questions.each<ShiftLine>("SELECT weekday, starts_minute, ends_minute, user_id FROM shifts WHERE brand_id = $brand"
                              " ORDER BY weekday, starts_minute",
                              brand, [&](const ShiftLine& works) {
                                  if (auto* worker = in(workers, works.user)) worker->shifts.push_back(works);
                              });
    questions.answer();
    return workers;
}

void WorkerSqlStore::set(UserId id, const ChangeWorker& wish)
{
    if (wish.cap)
        session_.execute("INSERT INTO work_settings (brand_id, user_id, cap, presence, presence_since)"
                         " VALUES ($brand, $user, $cap, 'here', 0)"
                         " ON CONFLICT (brand_id, user_id) DO UPDATE SET cap = excluded.cap",
                         {{"brand", brand_}, {"user", id}, {"cap", *wish.cap}});
    if (wish.skills) set_words("user_skills", "skill", id, *wish.skills);
    if (wish.languages) set_words("user_languages", "language", id, *wish.languages);
    if (wish.shifts) set_shifts(id, *wish.shifts);
}

void WorkerSqlStore::be(UserId id, Presence presence, Instant since)
{
    session_.execute("INSERT INTO work_settings (brand_id, user_id, cap, presence, presence_since)"
                     " VALUES ($brand, $user, $cap, $presence, $since) ON CONFLICT (brand_id, user_id)"
                     " DO UPDATE SET presence = excluded.presence, presence_since = excluded.presence_since",
                     {{"brand", brand_}, {"user", id}, {"cap", usual_cap}, {"presence", presence}, {"since", since}});
}

// Table and column come from above, never from a caller.
void WorkerSqlStore::set_words(std::string_view table, std::string_view column, UserId id,
                               const std::vector<std::string>& words)
{
    const std::string into(table);
    session_.execute("DELETE FROM " + into + " WHERE brand_id = $brand AND user_id = $user",
                     {{"brand", brand_}, {"user", id}});
    for (const auto& word : words)
        session_.execute("INSERT INTO " + into + " (brand_id, user_id, " + std::string(column) +
                             ") VALUES ($brand, $user, $word) ON CONFLICT DO NOTHING",
                         {{"brand", brand_}, {"user", id}, {"word", word}});
}

void WorkerSqlStore::set_shifts(UserId id, const std::vector<Shift>& shifts)
{
    session_.execute("DELETE FROM shifts WHERE brand_id = $brand AND user_id = $user",
                     {{"brand", brand_}, {"user", id}});
    for (const auto& shift : shifts)
        session_.execute("INSERT INTO shifts (brand_id, user_id, weekday, starts_minute, ends_minute)"
                         " VALUES ($brand, $user, $weekday, $starts, $ends)",
                         {{"brand", brand_},
                          {"user", id},
                          {"weekday", shift.weekday},
                          {"starts", shift.starts_minute},
                          {"ends", shift.ends_minute}});
}

} // namespace amends::workload
