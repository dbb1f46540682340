// SPDX-License-Identifier: Apache-2.0
// A case with all that hangs on it.
#include "case/case_views_sql.h"
#include "platform/json/read.h"
#include "platform/sql/questions.h"

#include <algorithm>

namespace amends::cases {
namespace {

constexpr int newest_messages = 20;

struct Facts {
    Type type{};
    std::string topic{};
    Instant origin_at{};
    std::optional<Instant> resolved_at{};
    std::optional<Instant> closed_at{};
    std::optional<Instant> settles_at{};
    std::int64_t severity_stated{};
    std::int64_t severity_assessed{};
    std::optional<std::string> what_happened{};
    std::optional<std::string> desired_remedy{};
    std::optional<std::string> resolution{};
    std::string mark{};
    std::optional<CaseId> merged_into{};
    std::optional<std::int64_t> merged_number{};
};
BOOST_DESCRIBE_STRUCT(Facts, (),
                      (type, topic, origin_at, resolved_at, closed_at, settles_at, severity_stated, severity_assessed,
                       what_happened, desired_remedy, resolution, mark, merged_into, merged_number))

std::string text_at(std::string_view column)
{
    return "(SELECT x.body FROM texts x WHERE x.brand_id = $brand AND x.id = " + std::string(column) +
           " ORDER BY x.version DESC LIMIT 1)";
}

struct NoteLine {
    NoteId id{};
    Instant at{};
    std::int64_t author{};
    std::string name{};
    std::string text{};
};
BOOST_DESCRIBE_STRUCT(NoteLine, (), (id, at, author, name, text))

const std::string& note_lines()
{
    static const std::string text = "SELECT n.id, n.at, n.author_id, coalesce(u.name, ''), coalesce(" +
                                    text_at("n.text_id") +
                                    ", '') FROM notes n LEFT JOIN users u ON u.id = n.author_id"
                                    " WHERE n.brand_id = $brand AND ";
    return text;
}

NoteView note_from(NoteLine line)
{
    return {line.id, line.at, {line.author, std::move(line.name)}, std::move(line.text)};
}

struct PromiseLine {
    PromiseId id{};
    std::string kind{};
    std::string side{};
    std::string text{};
    std::optional<std::int64_t> keeper{};
    std::string keeper_name{};
    std::string maker{};
    Instant made_at{};
    Instant due_at{};
    Instant original_due_at{};
    std::string state{};
    std::optional<Instant> ended_at{};
    std::optional<Instant> fulfilled_late_at{};
    std::optional<std::string> basis{};
    std::string told_how{};
    std::optional<std::string> partner{};
    std::string ground{};
    std::optional<std::int64_t> history_n{};
    std::optional<Instant> honest_at{};
    std::optional<Instant> warned_at{};
    std::optional<Instant> asked_at{};
    std::optional<Instant> answered_at{};
    std::string evidence{};
    std::string agreed{};
    std::optional<MessageId> agreed_message{};
    std::optional<PromiseId> successor_id{};
};
BOOST_DESCRIBE_STRUCT(PromiseLine, (),
                      (id, kind, side, text, keeper, keeper_name, maker, made_at, due_at, original_due_at, state,
                       ended_at, fulfilled_late_at, basis, told_how, partner, ground, history_n, honest_at, warned_at,
                       asked_at, answered_at, evidence, agreed, agreed_message, successor_id))

PromiseView promise_from(PromiseLine line)
{
    return {.id = line.id,
            .kind = std::move(line.kind),
            .side = std::move(line.side),
            .text = std::move(line.text),
            .keeper = line.keeper ? std::optional(Who{*line.keeper, std::move(line.keeper_name)}) : std::nullopt,
            .maker = std::move(line.maker),
            .made_at = line.made_at,
            .due_at = line.due_at,
            .original_due_at = line.original_due_at,
            .state = std::move(line.state),
            .ended_at = line.ended_at,
            .fulfilled_late_at = line.fulfilled_late_at,
            .basis = std::move(line.basis),
            .told_how = std::move(line.told_how),
            .partner = std::move(line.partner),
            .ground = std::move(line.ground),
            .history_n = line.history_n,
            .honest_at = line.honest_at,
            .warned_at = line.warned_at,
            .asked_at = line.asked_at,
            .answered_at = line.answered_at,
            .evidence = std::move(line.evidence),
            .agreed = std::move(line.agreed),
            .agreed_message = line.agreed_message,
            .successor_id = line.successor_id};
}

struct EventLine {
    std::int64_t seq{};
    Instant at{};
    std::string type{};
    std::string kind{};
    std::int64_t actor{};
    std::optional<std::string> name{};
    std::string payload{};
};
BOOST_DESCRIBE_STRUCT(EventLine, (), (seq, at, type, kind, actor, name, payload))

EventView event_from(EventLine line)
{
    const bool somebody = line.actor != 0;
    return {.seq = line.seq,
            .at = line.at,
            .type = std::move(line.type),
            .actor = {std::move(line.kind), somebody ? std::optional(line.actor) : std::nullopt, std::move(line.name)},
            .payload = {std::move(line.payload)}};
}

struct DraftFile {
    AttachmentId id{};
    std::string name{};
    std::string mime{};
    std::int64_t size{};
    bool in_line{};
    std::string handle{};
};
BOOST_DESCRIBE_STRUCT(DraftFile, (), (id, name, mime, size, in_line, handle))

constexpr std::string_view draft_line =
    "SELECT kind, text, next_update_at, attachments, seen_message, promises, saved_at FROM drafts"
    " WHERE brand_id = $brand AND case_id = $id AND user_id = $user ORDER BY saved_at DESC LIMIT 1";

struct OtherLine {
    CaseId id{};
    std::int64_t number{};
    std::string subject{};
    Status status{};
    std::optional<Instant> closed_at{};
    std::optional<std::int64_t> kept{};
};
BOOST_DESCRIBE_STRUCT(OtherLine, (), (id, number, subject, status, closed_at, kept))

} // namespace

std::optional<CaseView> CaseViewsSql::find(CaseId id, UserId viewer) const
{
    CaseView view;
    std::vector<CaseRow> its_row;
    std::vector<CaseId> merged;
    MessageList newest;
    std::vector<DraftLine> drafts;
    const MessagesWish wish{.case_id = id, .limit = newest_messages};
    sql::Questions questions(session_);
    ask_row(questions, id, its_row);
    ask_merged(questions, id, merged);
    ask_messages(questions, id, wish, newest.items);
    ask_facts(questions, id, view);
    ask_ledger(questions, id, view);
    ask_target_clocks(questions, id, view);
    ask_around(questions, id, view);
    questions.all<DraftLine>(std::string(draft_line), {{"brand", brand_}, {"id", id}, {"user", viewer}}, drafts);
    questions.answer();
    if (its_row.empty()) return std::nullopt;
    static_cast<CaseRow&>(view) = std::move(its_row.front());

    const auto cases = merged.empty() ? std::vector{id} : with_merged(id);
    add_merged(view, cases, wish, newest.items);
    cut(newest, wish, cases);
    ask_details(questions, newest.items, cases);
    ask_others(questions, view);
    if (!drafts.empty()) ask_draft(questions, std::move(drafts.front()), viewer, view);
    questions.answer();
    settle_states(newest.items);
    std::ranges::reverse(newest.items);
    view.messages = std::move(newest.items);
    view.older = std::move(newest.next);
    return view;
}

// What came with other cases, which have their messages, notes and promises still.
void CaseViewsSql::add_merged(CaseView& view, const std::vector<CaseId>& cases, const MessagesWish& wish,
                              std::vector<MessageView>& messages) const
{
    std::vector<CaseRow> sources;
    sql::Questions questions(session_);
    for (const CaseId id : cases) {
        if (id == view.id) continue;
        ask_row(questions, id, sources);
        ask_messages(questions, id, wish, messages);
        ask_ledger(questions, id, view);
        ask_target_clocks(questions, id, view);
    }
    questions.answer();
    for (auto& source : sources) view.merged_from.push_back({source.id, std::move(source.ref)});
    std::ranges::stable_sort(view.notes, {}, &NoteView::at);
}

void CaseViewsSql::ask_facts(sql::Questions& questions, CaseId id, CaseView& view) const
{
    static const std::string text =
        "SELECT c.type, c.topic, c.origin_at, c.resolved_at, c.closed_at, c.settles_at, c.severity_stated, "
        "c.severity_assessed, " +
        text_at("c.what_happened") + ", " + text_at("c.desired_remedy") + ", " + text_at("c.resolution") +
        ", c.mark, o.id, o.number FROM cases c"
        " LEFT JOIN case_merges g ON g.brand_id = $brand AND g.source = c.id AND g.undone_at IS NULL"
        " LEFT JOIN cases o ON o.brand_id = $brand AND o.id = g.target"
        " WHERE c.brand_id = $brand AND c.id = $id";
    questions.each<Facts>(text, {{"brand", brand_}, {"id", id}}, [this, &view](Facts facts) {
        view.type = facts.type;
        view.topic = std::move(facts.topic);
        view.origin_at = facts.origin_at;
        view.resolved_at = facts.resolved_at;
        view.closed_at = facts.closed_at;
        view.settles_at = facts.settles_at;
        view.severity_stated = facts.severity_stated;
        view.severity_assessed = facts.severity_assessed;
        view.what_happened = std::move(facts.what_happened);
        view.desired_remedy = std::move(facts.desired_remedy);
        view.resolution = std::move(facts.resolution);
        if (!facts.mark.empty()) view.mark = std::move(facts.mark);
        if (facts.merged_into) view.merged_into = CasePointer{*facts.merged_into, ref(facts.merged_number.value_or(0))};
    });
}

void CaseViewsSql::ask_ledger(sql::Questions& questions, CaseId id, CaseView& view) const
{
    static const std::string notes = note_lines() + "n.case_id = $id ORDER BY n.at, n.id";
    questions.each<NoteLine>(notes, {{"brand", brand_}, {"id", id}},
                             [&view](NoteLine line) { view.notes.push_back(note_from(std::move(line))); });
    static const std::string promises =
        "SELECT p.id, p.kind, p.side, coalesce(" + text_at("p.text_id") +
        ", ''), p.keeper_id, coalesce(k.name, ''), coalesce(m.name, ''), p.made_at, p.due_at, p.original_due_at,"
        " p.state, p.ended_at, p.fulfilled_late_at, p.basis, p.told_how, p.partner, coalesce(" +
        text_at("p.ground_id") + ", ''), p.history_n, p.honest_at, p.warned_at, p.asked_at, p.answered_at, coalesce(" +
        text_at("p.evidence_id") + ", ''), coalesce(" + text_at("p.agreed_id") +
        ", ''), p.agreed_message, p.successor_id FROM promises p"
        " LEFT JOIN users k ON k.id = p.keeper_id LEFT JOIN users m ON m.id = p.made_by"
        " WHERE p.brand_id = $brand AND p.case_id = $id ORDER BY p.id";
    questions.each<PromiseLine>(promises, {{"brand", brand_}, {"id", id}},
                                [&view](PromiseLine line) { view.promises.push_back(promise_from(std::move(line))); });
}

void CaseViewsSql::ask_target_clocks(sql::Questions& questions, CaseId id, CaseView& view) const
{
    questions.all<TargetClockView>(
        "SELECT k.id, t.name, t.metric, k.state, k.started_at, k.due_at, k.warned_at, k.stopped_at FROM target_clocks k"
        " JOIN targets t ON t.brand_id = $brand AND t.id = k.target_id"
        " WHERE k.brand_id = $brand AND k.case_id = $id ORDER BY k.target_id",
        {{"brand", brand_}, {"id", id}}, view.target_clocks);
}

// Whom it waits for, who takes part, and what happened to it.
void CaseViewsSql::ask_around(sql::Questions& questions, CaseId id, CaseView& view) const
{
    questions.all<WaitView>("SELECT id, waits_on, partner, reason, starts_at, ends_at, review_at FROM waits"
                            " WHERE brand_id = $brand AND case_id = $id ORDER BY starts_at, id",
                            {{"brand", brand_}, {"id", id}}, view.waits);
    questions.each<ParticipantView>("SELECT 0, person_id, name, address, role FROM case_participants"
                                    " WHERE brand_id = $brand AND case_id = $id ORDER BY address",
                                    {{"brand", brand_}, {"id", id}}, [&view](ParticipantView found) {
                                        found.id = static_cast<std::int64_t>(view.participants.size()) + 1;
                                        view.participants.push_back(std::move(found));
                                    });
    // The newest, oldest first.
    questions.each<EventLine>(
        "SELECT * FROM (SELECT e.seq, e.at, e.type, e.actor_kind, e.actor, coalesce(u.name, p.name), e.payload"
        " FROM events e LEFT JOIN users u ON u.id = e.actor AND e.actor_kind IN ('user', 'api')"
        " LEFT JOIN people p ON p.brand_id = $brand AND p.id = e.actor AND e.actor_kind = 'customer'"
        " WHERE e.brand_id = $brand AND e.case_id = $id ORDER BY e.seq DESC LIMIT 200) newest ORDER BY seq",
        {{"brand", brand_}, {"id", id}},
        [&view](EventLine line) { view.events.push_back(event_from(std::move(line))); });
}

std::optional<NoteView> CaseViewsSql::note(NoteId id) const
{
    static const std::string text = note_lines() + "n.id = $id";
    auto found = session_.one<NoteLine>(text, {{"brand", brand_}, {"id", id}});
    return found ? std::optional(note_from(*std::move(found))) : std::nullopt;
}

void CaseViewsSql::ask_others(sql::Questions& questions, CaseView& view) const
{
    questions.each<OtherLine>(
        "SELECT c.id, c.number, c.subject, c.status, c.closed_at,"
        " (SELECT min(CASE WHEN p.state = 'broken' THEN 0 ELSE 1 END) FROM promises p WHERE p.brand_id = $brand"
        " AND p.case_id = c.id AND p.side = 'us' AND p.state IN ('kept', 'released', 'broken'))"
        " FROM cases c WHERE c.brand_id = $brand AND c.person_id = $person AND c.id <> $but"
        " ORDER BY c.id DESC LIMIT 20",
        {{"brand", brand_}, {"person", view.customer.id}, {"but", view.id}}, [this, &view](OtherLine line) {
            view.others.push_back({line.id, ref(line.number), std::move(line.subject), line.status, line.closed_at,
                                   line.kept ? std::optional(*line.kept != 0) : std::nullopt});
        });
}

// A file that was taken out of the desk meanwhile, or belongs to somebody else, is left out.
void CaseViewsSql::ask_draft(sql::Questions& questions, DraftLine line, UserId user, CaseView& view) const
{
    auto& draft = view.draft.emplace(DraftView{line.kind,
                                               std::move(line.text),
                                               line.next_update_at,
                                               {},
                                               line.seen_message,
                                               {std::move(line.promises)},
                                               line.saved_at});
    const auto list = json::Node::parse(line.attachments);
    if (!list) return;
    for (const AttachmentId id : json::read<std::vector<AttachmentId>>(*list).value_or(std::vector<AttachmentId>{}))
        questions.each<DraftFile>(
            "SELECT id, name, mime, size, in_line, handle FROM attachments"
            " WHERE brand_id = $brand AND id = $id AND message_id IS NULL AND uploaded_by = $user",
            {{"brand", brand_}, {"id", id}, {"user", user}}, [&draft](DraftFile file) {
                draft.attachments.push_back({file.id, std::move(file.name), std::move(file.mime), file.size,
                                             file.in_line, "/files/" + file.handle});
            });
}

} // namespace amends::cases
