// SPDX-License-Identifier: Apache-2.0
#include "case/case_sql.h"

#include "platform/sql/statements.h"

namespace amends::cases {
namespace {

// Those that never change, and that the store itself counts.
bool fixed(std::string_view column)
{
    return column == "id" || column == "number" || column == "origin_at" || column == "version";
}

} // namespace

void CaseSqlStore::add(const Case& added)
{
    static const std::string text = sql::insert_into<Case>("cases");
    session_.later(text, {added, {{"brand", brand_}}});
    know(added);
}

// Only what differs is written: each column named costs the indexes it stands in.
bool CaseSqlStore::change(const Case& from, const Case& to)
{
    std::string text = "UPDATE cases SET ";
    sql::Params params{{"brand", brand_}, {"id", to.id}, {"old_version", from.version}};
    each_field<Case>([&](auto field) {
        if (fixed(field.name) || from.*field.pointer == to.*field.pointer) return;
        text.append(field.name).append(" = $").append(field.name).append(", ");
        params.add(field.name, to.*field.pointer);
    });
    text += "version = version + 1 WHERE brand_id = $brand AND id = $id AND version = $old_version";
    known_.erase(to.id);
    if (session_.execute(text, params) != 1) return false;
    know(to);
    known_.at(to.id).version = from.version + 1;
    return true;
}

void CaseSqlStore::know(const Case& which) const
{
    constexpr std::size_t most = 1000; // Those that make a whole desk in one go ask for the newest only.
    if (known_.size() >= most) known_.clear();
    known_.insert_or_assign(which.id, which);
}

std::optional<Case> CaseSqlStore::find(CaseId id) const
{
    if (const auto known = known_.find(id); known != known_.end()) return known->second;
    static const std::string text = sql::select_from<Case>("cases", "id = $id");
    auto found = session_.one<Case>(text, {{"brand", brand_}, {"id", id}});
    if (found) know(*found);
    return found;
}

std::optional<Case> CaseSqlStore::numbered(std::int64_t number) const
{
    static const std::string text = sql::select_from<Case>("cases", "number = $number");
    return session_.one<Case>(text, {{"brand", brand_}, {"number", number}});
}

void CaseSqlStore::add(const Participant& participant)
{
    static const std::string text =
        sql::insert_into<Participant>("case_participants", " ON CONFLICT (brand_id, case_id, address) DO NOTHING");
    session_.later(text, {participant, {{"brand", brand_}}});
}

void CaseSqlStore::remove(CaseId id, std::string_view address, Instant added_at)
{
    session_.later("DELETE FROM case_participants WHERE brand_id = $brand AND case_id = $case"
                   " AND address = $address AND added_at = $added_at",
                   {{"brand", brand_}, {"case", id}, {"address", address}, {"added_at", added_at}});
}

std::vector<Participant> CaseSqlStore::participants(CaseId id) const
{
    static const std::string text =
        sql::select_from<Participant>("case_participants", "case_id = $case ORDER BY added_at, address");
    return session_.all<Participant>(text, {{"brand", brand_}, {"case", id}});
}

void CaseSqlStore::add(const Wait& wait)
{
    static const std::string text = sql::insert_into<Wait>("waits");
    session_.later(text, {wait, {{"brand", brand_}}});
}

void CaseSqlStore::end(WaitId id, Instant at)
{
    session_.later("UPDATE waits SET ends_at = $at WHERE brand_id = $brand AND id = $id AND ends_at IS NULL",
                   {{"at", at}, {"brand", brand_}, {"id", id}});
}

std::optional<Wait> CaseSqlStore::open_wait(CaseId id) const
{
    static const std::string text = sql::select_from<Wait>("waits", "case_id = $case AND ends_at IS NULL");
    return session_.one<Wait>(text, {{"brand", brand_}, {"case", id}});
}

std::vector<Wait> CaseSqlStore::waits(CaseId id) const
{
    static const std::string text = sql::select_from<Wait>("waits", "case_id = $case ORDER BY starts_at, id");
    return session_.all<Wait>(text, {{"brand", brand_}, {"case", id}});
}

void CaseSqlStore::add(const Note& note)
{
    static const std::string text = sql::insert_into<Note>("notes");
    session_.later(text, {note, {{"brand", brand_}}});
}

std::vector<Note> CaseSqlStore::notes(CaseId id) const
{
    static const std::string text = sql::select_from<Note>("notes", "case_id = $case ORDER BY at, id");
    return session_.all<Note>(text, {{"brand", brand_}, {"case", id}});
}

void CaseSqlStore::add(const Placement& placement)
{
    static const std::string text = sql::insert_into<Placement>("placements");
    session_.later(text, {placement, {{"brand", brand_}}});
}

std::vector<Placement> CaseSqlStore::placements(MessageId id) const
{
    static const std::string text = sql::select_from<Placement>("placements", "message_id = $message ORDER BY id");
    return session_.all<Placement>(text, {{"brand", brand_}, {"message", id}});
}

void CaseSqlStore::add(const HandOver& hand_over)
{
    static const std::string text = sql::insert_into<HandOver>("hand_overs");
    session_.later(text, {hand_over, {{"brand", brand_}}});
}

std::vector<HandOver> CaseSqlStore::hand_overs(CaseId id) const
{
    static const std::string text = sql::select_from<HandOver>("hand_overs", "case_id = $case ORDER BY at, id");
    return session_.all<HandOver>(text, {{"brand", brand_}, {"case", id}});
}

void CaseSqlStore::add(const CaseMerge& merge)
{
    static const std::string text = sql::insert_into<CaseMerge>("case_merges");
    session_.later(text, {merge, {{"brand", brand_}}});
}

void CaseSqlStore::undo(MergeId id, Instant at)
{
    session_.later("UPDATE case_merges SET undone_at = $at WHERE brand_id = $brand AND id = $id",
                   {{"at", at}, {"brand", brand_}, {"id", id}});
}

std::optional<CaseMerge> CaseSqlStore::merge_of(CaseId source) const
{
    static const std::string text =
        sql::select_from<CaseMerge>("case_merges", "source = $source AND undone_at IS NULL");
    return session_.one<CaseMerge>(text, {{"brand", brand_}, {"source", source}});
}

std::vector<CaseId> CaseSqlStore::merged_into(CaseId target) const
{
    std::vector<CaseId> sources;
    for (auto& row : session_.query("SELECT source FROM case_merges WHERE brand_id = $brand AND target = $target"
                                    " AND undone_at IS NULL ORDER BY at, id",
                                    {{"brand", brand_}, {"target", target}}))
        sources.push_back(sql::from_value<CaseId>(std::move(row.at(0))));
    return sources;
}

void CaseSqlStore::link(CaseId from, CaseId to, std::string_view kind, Instant at)
{
    session_.later("INSERT INTO case_links (brand_id, from_case, to_case, kind, at)"
                   " VALUES ($brand, $from, $to, $kind, $at)"
                   " ON CONFLICT (brand_id, from_case, to_case, kind) DO NOTHING",
                   {{"brand", brand_}, {"from", from}, {"to", to}, {"kind", kind}, {"at", at}});
}

std::vector<std::pair<CaseId, std::string>> CaseSqlStore::links(CaseId id) const
{
    std::vector<std::pair<CaseId, std::string>> found;
    for (auto& row : session_.query("SELECT to_case, kind FROM case_links WHERE brand_id = $brand AND from_case = $id"
                                    " ORDER BY at, to_case",
                                    {{"brand", brand_}, {"id", id}}))
        found.emplace_back(sql::from_value<CaseId>(std::move(row.at(0))),
                           sql::from_value<std::string>(std::move(row.at(1))));
    return found;
}

} // namespace amends::cases
