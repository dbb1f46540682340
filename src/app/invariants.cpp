// SPDX-License-Identifier: Apache-2.0
#include "app/invariants.h"

#include "app/figure_log.h"
#include "app/house.h"
#include "brand/brand_sql.h"
#include "figure/figure_sql.h"
#include "platform/calendar/zone.h"
#include "timeline/event_log_sql.h"

#include <array>
#include <cmath>

namespace amends {
namespace {

struct Question {
    std::string_view invariant;
    std::string_view what;
    std::string_view sql; // With $brand; answers ids.
};

constexpr std::array questions{
    Question{"I1", "a live case without a next update",
             "SELECT id FROM cases WHERE brand_id = $brand AND status IN ('queued', 'open', 'waiting')"
             " AND next_update_at IS NULL"},
    Question{"I1", "a settling case that never settles",
             "SELECT id FROM cases WHERE brand_id = $brand AND status IN ('resolved', 'final_response')"
             " AND settles_at IS NULL"},
    Question{"I2", "an open or waiting case without an owner",
             "SELECT id FROM cases WHERE brand_id = $brand AND status IN ('open', 'waiting') AND owner_id IS NULL"},
    Question{"I2", "a queued case without a team and a time to be pulled by, or with an owner",
             "SELECT id FROM cases WHERE brand_id = $brand AND status = 'queued'"
             " AND (team_id IS NULL OR pull_by IS NULL OR owner_id IS NOT NULL)"},
    Question{"I3", "a waiting case without a party or a review date",
             "SELECT cases.id FROM cases LEFT JOIN waits ON waits.brand_id = cases.brand_id"
             " AND waits.case_id = cases.id AND waits.ends_at IS NULL"
             " WHERE cases.brand_id = $brand AND cases.status = 'waiting'"
             " AND (waits.id IS NULL OR waits.waits_on = 'us' OR waits.review_at IS NULL)"},
    Question{"I4", "a promise whose end does not fit its due time",
             "SELECT id FROM promises WHERE brand_id = $brand AND ((state = 'broken' AND ended_at <> due_at)"
             " OR (state IN ('kept', 'moved', 'released') AND ended_at >"
             " due_at + CASE WHEN kind = 'appointment' THEN 900000 ELSE 0 END)"
             " OR (state = 'open') <> (ended_at IS NULL))"},
    Question{"I4", "a promise that the event log does not know",
             "SELECT promises.id FROM promises WHERE promises.brand_id = $brand AND NOT EXISTS (SELECT 1 FROM events"
             " WHERE events.brand_id = $brand AND events.case_id = promises.case_id"
             " AND events.subject = promises.id AND events.type = 'promise.made')"},
    Question{"I4", "a moved promise whose successor does not carry its first date on",
             "SELECT old.id FROM promises old LEFT JOIN promises next ON next.brand_id = $brand"
             " AND next.id = old.successor_id WHERE old.brand_id = $brand AND old.state = 'moved'"
             " AND (next.id IS NULL OR next.original_due_at <> old.original_due_at OR next.text_id IS DISTINCT FROM"
             " old.text_id OR next.beneficiary_id IS DISTINCT FROM old.beneficiary_id)"},
    Question{"I4", "a promise that was moved or released without a word of whom it was made to",
             "SELECT id FROM promises WHERE brand_id = $brand AND agreed_id IS NULL AND agreed_message IS NULL"
             " AND (state = 'moved' OR (state = 'released' AND kind <> 'update'))"},
    Question{"I23", "a result that was promised on no ground",
             "SELECT id FROM promises WHERE brand_id = $brand AND side = 'us' AND kind = 'outcome'"
             " AND ((basis = 'own_word') OR (basis IN ('clause', 'fact', 'judgement') AND ground_id IS NULL)"
             " OR (basis IN ('history', 'judgement') AND (history_n IS NULL OR history_n < 20 OR honest_at IS NULL))"
             " OR (basis = 'history' AND original_due_at < honest_at))"},
    Question{"I6", "a live case without exactly one open wait",
             "SELECT cases.id FROM cases WHERE cases.brand_id = $brand"
             " AND cases.status IN ('queued', 'open', 'waiting')"
             " AND (SELECT count(*) FROM waits WHERE waits.brand_id = $brand AND waits.case_id = cases.id"
             " AND waits.ends_at IS NULL) <> 1"},
    Question{"I6", "an ended case that still waits",
             "SELECT cases.id FROM cases JOIN waits ON waits.brand_id = cases.brand_id AND waits.case_id = cases.id"
             " AND waits.ends_at IS NULL WHERE cases.brand_id = $brand"
             " AND cases.status IN ('resolved', 'final_response', 'closed', 'closed_unrecovered')"},
    Question{"I6", "waits that overlap",
             "SELECT case_id FROM (SELECT case_id, starts_at, lag(ends_at) OVER (PARTITION BY case_id"
             " ORDER BY starts_at, id) AS before FROM waits WHERE brand_id = $brand) AS steps"
             " WHERE before > starts_at"},
    Question{"I6", "a gap between the waits of a case that never ended",
             "SELECT case_id FROM (SELECT case_id, starts_at, lag(ends_at) OVER (PARTITION BY case_id"
             " ORDER BY starts_at, id) AS before FROM waits WHERE brand_id = $brand) AS steps"
             " WHERE before < starts_at AND NOT EXISTS (SELECT 1 FROM events WHERE events.brand_id = $brand"
             " AND events.case_id = steps.case_id AND events.type IN ('case.reopened', 'case.unmerged',"
             " 'case.spam_unmarked'))"},
    Question{"I10", "an inbound message that lies nowhere",
             "SELECT messages.id FROM messages WHERE messages.brand_id = $brand AND direction = 'inbound'"
             " AND case_id IS NULL AND NOT EXISTS (SELECT 1 FROM raw_messages WHERE raw_messages.brand_id = $brand"
             " AND raw_messages.id = messages.raw_id AND state IN ('unverified', 'filed', 'quarantined'))"},
    Question{"I10", "mail that is said to be placed and lies in no case",
             "SELECT raw_messages.id FROM raw_messages WHERE raw_messages.brand_id = $brand AND state = 'placed'"
             " AND NOT EXISTS (SELECT 1 FROM messages WHERE messages.brand_id = $brand"
             " AND messages.raw_id = raw_messages.id AND messages.raw_id IS NOT NULL AND case_id IS NOT NULL)"},
    Question{"I10", "a case that counts its messages wrong",
             "SELECT cases.id FROM cases WHERE cases.brand_id = $brand AND message_count <> (SELECT count(*)"
             " FROM messages WHERE messages.brand_id = $brand AND messages.case_id = cases.id)"
             " AND NOT EXISTS (SELECT 1 FROM case_merges WHERE case_merges.brand_id = $brand"
             " AND (source = cases.id OR target = cases.id))"},
    Question{"I11", "an unconfirmed message that nobody is asked about",
             "SELECT recipients.id FROM recipients WHERE recipients.brand_id = $brand AND reach = 'unconfirmed'"
             " AND NOT EXISTS (SELECT 1 FROM signals WHERE signals.brand_id = $brand"
             " AND detector = 'unconfirmed_send' AND (subject = recipients.id OR subject = recipients.message_id))"},
    Question{"I11", "a message to be sent that nothing will send",
             "SELECT recipients.id FROM recipients JOIN messages ON messages.brand_id = recipients.brand_id"
             " AND messages.id = recipients.message_id WHERE recipients.brand_id = $brand AND reach = 'pending'"
             " AND messages.direction = 'outbound' AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.brand_id = $brand"
             " AND jobs.kind = 'send' AND jobs.subject = recipients.id)"},
    Question{"I12", "an open promise without its timer",
             "SELECT promises.id FROM promises JOIN cases ON cases.brand_id = promises.brand_id"
             " AND cases.id = promises.case_id WHERE promises.brand_id = $brand AND state = 'open'"
             " AND cases.status <> 'spam'"
             " AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.brand_id = $brand AND jobs.kind = 'promise_due'"
             " AND jobs.subject = promises.id)"},
    Question{"I24", "a hand-over that lost where the case began",
             "SELECT hand_overs.id FROM hand_overs JOIN cases ON cases.brand_id = hand_overs.brand_id"
             " AND cases.id = hand_overs.case_id WHERE hand_overs.brand_id = $brand"
             " AND kept_origin_at IS NOT NULL AND kept_origin_at <> cases.origin_at"},
    Question{"I24", "a hand-over that lost its place: nothing but changes of hands since, and another time",
             "SELECT hand_overs.id FROM hand_overs JOIN cases ON cases.brand_id = hand_overs.brand_id"
             " AND cases.id = hand_overs.case_id WHERE hand_overs.brand_id = $brand"
             " AND kept_origin_at IS NOT NULL AND cases.status IN ('queued', 'open')"
             " AND kept_waiting_since IS DISTINCT FROM cases.waiting_since"
             " AND NOT EXISTS (SELECT 1 FROM events WHERE events.brand_id = $brand"
             " AND events.case_id = hand_overs.case_id AND events.at >= hand_overs.at AND events.type NOT IN"
             " ('case.handed_over', 'case.released', 'case.taken', 'case.pulled', 'case.seen', 'note.written',"
             " 'promise.made', 'promise.broken', 'case.not_pulled', 'signal.opened', 'signal.owned',"
             " 'signal.explained', 'relief.asked', 'relief.decided'))"},
    Question{"I24", "a promise of the log that is gone",
             "SELECT events.subject FROM events WHERE events.brand_id = $brand AND events.type = 'promise.made'"
             " AND NOT EXISTS (SELECT 1 FROM promises WHERE promises.brand_id = $brand"
             " AND promises.id = events.subject)"},
    Question{"I12", "mail to be read that nothing will read",
             "SELECT raw_messages.id FROM raw_messages WHERE raw_messages.brand_id = $brand AND state = 'unread'"
             " AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.brand_id = $brand AND jobs.kind = 'understand'"
             " AND jobs.subject = raw_messages.id)"},
};

constexpr int most_named = 20;

constexpr int weeks_of_figures = 12;
constexpr double one_act = 1000; // Events and rows of one act may lie milliseconds apart.

bool same(const figure::Figure& a, const figure::Figure& b)
{
    if (a.n != b.n || a.value.has_value() != b.value.has_value()) return false;
    const double apart = a.value ? std::abs(*a.value - *b.value) : 0;
    return a.unit == figure::Unit::share ? apart < 1e-12 : apart <= one_act;
}

FigureLog whole_log(const timeline::EventSqlLog& log)
{
    FigureLog figures;
    std::int64_t seq = 0;
    for (auto events = log.after(seq, 1000); !events.empty(); events = log.after(seq, 1000)) {
        for (const auto& event : events) figures.hear(event);
        seq = events.back().seq;
    }
    return figures;
}

// Each published figure must come out of the event log, and none is shown of fewer than five.
void check_figures(sql::Session& session, BrandId brand, const Clock& clock, std::vector<Violation>& found)
{
    const auto log = whole_log(timeline::EventSqlLog(session, brand, clock, {}));
    const Instant now = clock.now();
    const calendar::Zone zone(brand::BrandSqlStore(session, brand).brand().zone);
    const figure::Window window{figure::weeks_before(zone, now, weeks_of_figures), now};
    const auto shown = figure::figures_of(figure::facts_in(session, brand, window), window).items;
    const auto logged = figure::figures_of(log.facts(), window).items;
    for (std::size_t at = 0; at < shown.size(); ++at) {
        const std::string name(name_of(shown[at].name));
        const auto number = static_cast<std::int64_t>(brand);
        if (log.complete() && !same(shown[at], logged.at(at)))
            found.push_back({"I13", "a figure that the event log does not give: " + name, number, shown[at].n});
        if (shown[at].n < figure::fewest && shown[at].value)
            found.push_back({"I14", "a figure of too few that is shown: " + name, number, shown[at].n});
    }
}

} // namespace

std::vector<Violation> violations_in(sql::Session& session, const Clock& clock)
{
    std::vector<Violation> found;
    for (const BrandId brand : brands_of(session)) {
        const auto number = static_cast<std::int64_t>(brand);
        for (const auto& question : questions)
            for (auto& row :
                 session.query(std::string(question.sql) + " LIMIT $most", {{"brand", brand}, {"most", most_named}}))
                found.push_back({std::string(question.invariant), std::string(question.what), number,
                                 sql::from_value<std::int64_t>(std::move(row.at(0)))});
        const timeline::EventSqlLog log(session, brand, clock, {});
        if (const auto seq = log.first_broken_link())
            found.push_back({"I20", "the hash chain of events breaks", number, *seq});
        check_figures(session, brand, clock, found);
    }
    return found;
}

} // namespace amends
