// SPDX-License-Identifier: Apache-2.0
// What happened on cases, from where each thing is kept. Of one case or of a stretch of cases: the same statements.
#include "platform/sql/dialect.h"
#include "platform/sql/questions.h"
#include "target/target_sql.h"

#include <algorithm>
#include <map>

namespace amends::target {
namespace {

struct Facts {
    CaseId case_id{};
    std::int64_t number{};
    cases::Type type{};
    cases::Status status{};
    std::string channel{};
    std::optional<AccountId> account_id{};
    std::int64_t severity_stated{};
    std::int64_t severity_assessed{};
    std::optional<Instant> resolved_at{};
};
BOOST_DESCRIBE_STRUCT(Facts, (),
                      (case_id, number, type, status, channel, account_id, severity_stated, severity_assessed,
                       resolved_at))

struct Moment {
    CaseId case_id{};
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Moment, (), (case_id, at))

struct WaitLine {
    CaseId case_id{};
    cases::Side waits_on{};
    std::string reason{};
    Instant starts_at{};
    std::optional<Instant> ends_at{};
};
BOOST_DESCRIBE_STRUCT(WaitLine, (), (case_id, waits_on, reason, starts_at, ends_at))

constexpr std::string_view facts =
    "SELECT id, number, type, status, channel_kind, account_id, severity_stated, severity_assessed, resolved_at"
    " FROM cases WHERE brand_id = $brand AND ";

// As case/place_message.h says: what a person wrote, also from an address that takes no answer or by way of a list.
constexpr std::string_view heard =
    "SELECT case_id, at FROM messages WHERE brand_id = $brand AND case_id >= $first AND case_id <= $last"
    " AND direction = 'inbound' AND automatic IN ('', 'no_reply', 'list') ORDER BY case_id, at, id";

// A receipt that the desk wrote by itself is no answer, and what reached nobody is none either.
constexpr std::string_view answered =
    "SELECT r.case_id, r.told_at FROM replies r JOIN messages m ON m.brand_id = $brand AND m.id = r.message_id"
    " WHERE r.brand_id = $brand AND r.case_id >= $first AND r.case_id <= $last AND r.told_at IS NOT NULL"
    " AND r.untold_at IS NULL AND m.author = 'agent' ORDER BY r.case_id, r.told_at";

constexpr std::string_view waits =
    "SELECT case_id, waits_on, reason, starts_at, ends_at FROM waits WHERE brand_id = $brand AND case_id >= $first"
    " AND case_id <= $last ORDER BY case_id, starts_at, id";

constexpr std::string_view resolved =
    "SELECT case_id, at FROM events WHERE brand_id = $brand AND case_id >= $first AND case_id <= $last"
    " AND type = 'case.resolved' ORDER BY case_id, at";

struct Told {
    std::vector<Instant> heard{};
    std::vector<Instant> answered{};
    std::vector<WaitLine> waits{};
    std::vector<Instant> resolved{};
};

// It was over from when it was solved until somebody had to wait again.
std::vector<Stretch> settled(const Told& told)
{
    std::vector<Stretch> list;
    for (const Instant from : told.resolved) {
        if (!list.empty() && (!list.back().to || from < *list.back().to)) continue;
        const auto again = std::ranges::find_if(told.waits, [&](const auto& wait) { return wait.starts_at >= from; });
        list.push_back({from, again == told.waits.end() ? std::nullopt : std::optional(again->starts_at)});
    }
    return list;
}

// A case from before the desk listened was never waited for, until the customer wrote again: then it begins.
std::vector<Instant> since_it_lives(Told& told)
{
    if (told.waits.empty()) return {};
    const auto& first = told.waits.front();
    if (first.reason == "received") return std::move(told.heard);
    auto begin = std::ranges::upper_bound(told.heard, first.starts_at);
    if (begin != told.heard.begin()) --begin;
    return {begin, told.heard.end()};
}

History history_from(const Facts& of, Told told)
{
    // The event of this very transaction is not written yet.
    if (of.resolved_at && (told.resolved.empty() || told.resolved.back() < *of.resolved_at))
        told.resolved.push_back(*of.resolved_at);
    History history{.case_id = of.case_id,
                    .number = of.number,
                    .type = of.type,
                    .status = of.status,
                    .channel = of.channel,
                    .account_id = of.account_id,
                    .severity = std::max(of.severity_stated, of.severity_assessed),
                    .answered = std::move(told.answered),
                    .settled = settled(told)};
    // An answer that would have ended it was taken back before it left.
    if (cases::live(of.status) && !history.settled.empty() && !history.settled.back().to) history.settled.pop_back();
    for (const auto& wait : told.waits)
        if (wait.waits_on == cases::Side::customer && wait.ends_at != wait.starts_at)
            history.on_customer.push_back({wait.starts_at, wait.ends_at});
    history.heard = since_it_lives(told);
    return history;
}

std::vector<History> histories_of(sql::Session& session, BrandId brand, const std::vector<Facts>& cases)
{
    if (cases.empty()) return {};
    const auto [first, last] = std::ranges::minmax(cases, {}, &Facts::case_id);
    const sql::Params params{{"brand", brand}, {"first", first.case_id}, {"last", last.case_id}};
    std::map<CaseId, Told> told;
    for (const auto& of : cases) told[of.case_id];
    const auto put = [&](auto member) {
        return [&told, member](const Moment& moment) {
            if (const auto found = told.find(moment.case_id); found != told.end())
                (found->second.*member).push_back(moment.at);
        };
    };
    sql::Questions questions(session);
    questions.each<Moment>(std::string(heard), params, put(&Told::heard));
    questions.each<Moment>(std::string(answered), params, put(&Told::answered));
    questions.each<Moment>(std::string(resolved), params, put(&Told::resolved));
    questions.each<WaitLine>(std::string(waits), params, [&](WaitLine wait) {
        if (const auto found = told.find(wait.case_id); found != told.end())
            found->second.waits.push_back(std::move(wait));
    });
    questions.answer();
    std::vector<History> list;
    for (const auto& of : cases) list.push_back(history_from(of, std::move(told.at(of.case_id))));
    return list;
}

} // namespace

std::optional<History> TargetSqlStore::history(CaseId id) const
{
    static const std::string text = std::string(facts) + "id = $id";
    auto found = histories_of(session_, brand_, session_.all<Facts>(text, {{"brand", brand_}, {"id", id}}));
    return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

std::vector<History> TargetSqlStore::histories_since(Instant since, int at_most) const
{
    static const std::string text = std::string(facts) + "id >= $least AND status <> 'spam' ORDER BY id DESC";
    return histories_of(session_, brand_,
                        session_.all<Facts>(text + sql::limit(static_cast<std::size_t>(at_most)),
                                            {{"brand", brand_}, {"least", Ids::least_at(since)}}));
}

} // namespace amends::target
