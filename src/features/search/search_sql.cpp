// SPDX-License-Identifier: Apache-2.0
#include "search/search_sql.h"

#include "conversation/token.h"
#include "platform/text/tokens.h"

#include <algorithm>
#include <charconv>

namespace amends::search {
namespace {

constexpr std::string_view body =
    "(SELECT x.body FROM texts x WHERE x.brand_id = $brand AND x.id = t.text_id ORDER BY x.version DESC LIMIT 1)";

struct Words {
    std::optional<CaseId> case_id{};
    Instant at{};
    std::string language{};
    std::string names{};
    std::optional<std::string> text{};
};
BOOST_DESCRIBE_STRUCT(Words, (), (case_id, at, language, names, text))

struct Found {
    std::int64_t number{};
    std::string subject{};
    cases::Status status{};
    std::string customer{};
    std::optional<MessageId> message_id{};
    std::optional<std::string> text{};
};
BOOST_DESCRIBE_STRUCT(Found, (), (number, subject, status, customer, message_id, text))

// "1001" and "am-1001", and nothing else.
std::optional<std::int64_t> only_number(std::string_view words, std::string_view prefix)
{
    while (words.ends_with(' ')) words.remove_suffix(1);
    while (words.starts_with(' ') || words.starts_with('#')) words.remove_prefix(1);
    if (const auto number = conversation::case_number_in(words, prefix))
        return words.size() == prefix.size() + 1 + std::to_string(*number).size() ? number : std::nullopt;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(words.data(), words.data() + words.size(), number);
    return error == std::errc{} && end == words.data() + words.size() ? std::optional(number) : std::nullopt;
}

} // namespace

void CaseSearch::index(std::vector<Findable> things)
{
    std::ranges::sort(things);
    const auto twice = std::ranges::unique(things);
    things.erase(twice.begin(), twice.end());
    std::vector<Document> documents;
    for (const auto& thing : things) {
        auto document = document_of(thing);
        if (document) documents.push_back(*std::move(document));
        else index_.remove(brand_number(), thing.id);
    }
    index_.put(std::move(documents));
}

std::optional<Document> CaseSearch::document_of(const Findable& thing)
{
    switch (thing.kind) {
    case Findable::message: return message(static_cast<MessageId>(thing.id));
    case Findable::note: return note(static_cast<NoteId>(thing.id));
    case Findable::whole_case: return whole_case(static_cast<CaseId>(thing.id));
    }
    return std::nullopt;
}

std::optional<Document> CaseSearch::message(MessageId id)
{
    static const std::string text =
        "SELECT t.case_id, t.at, t.language, t.subject || ' ' || t.from_name || ' ' || t.from_address, " +
        std::string(body) + " FROM messages t WHERE t.brand_id = $brand AND t.id = $id";
    const auto words = session_.one<Words>(text, {{"brand", brand_}, {"id", id}});
    if (!words || !words->case_id) return std::nullopt;
    return Document{brand_number(), static_cast<std::int64_t>(id), static_cast<std::int64_t>(*words->case_id),
                    words->at, text::search_tokens(words->names + "\n" + words->text.value_or(""), words->language)};
}

std::optional<Document> CaseSearch::note(NoteId id)
{
    static const std::string text = "SELECT t.case_id, t.at, '', '', " + std::string(body) +
                                    " FROM notes t WHERE t.brand_id = $brand AND t.id = $id";
    const auto words = session_.one<Words>(text, {{"brand", brand_}, {"id", id}});
    if (!words || !words->case_id) return std::nullopt;
    return Document{brand_number(), static_cast<std::int64_t>(id), static_cast<std::int64_t>(*words->case_id),
                    words->at, text::search_tokens(words->text.value_or(""), "")};
}

std::optional<Document> CaseSearch::whole_case(CaseId id)
{
    const auto words =
        session_.one<Words>("SELECT c.id, c.origin_at, c.language, c.subject || ' ' || CAST(c.number AS TEXT) || ' ' ||"
                            " $prefix || '-' || CAST(c.number AS TEXT) || ' ' || coalesce(p.name, ''), NULL"
                            " FROM cases c LEFT JOIN people p ON p.brand_id = $brand AND p.id = c.person_id"
                            " WHERE c.brand_id = $brand AND c.id = $id",
                            {{"brand", brand_}, {"id", id}, {"prefix", prefix_}});
    if (!words) return std::nullopt;
    std::string all = words->names;
    // The cross join tells SQLite to begin with the one case, not with every contact point of the brand.
    for (auto& row : session_.query("SELECT k.address FROM cases c CROSS JOIN contact_points k"
                                    " WHERE c.brand_id = $brand AND c.id = $id"
                                    " AND k.brand_id = $brand AND k.person_id = c.person_id",
                                    {{"brand", brand_}, {"id", id}}))
        all += " " + sql::from_value<std::string>(std::move(row.at(0)));
    const auto number = static_cast<std::int64_t>(id);
    return Document{brand_number(), number, number, words->at, text::search_tokens(all, words->language)};
}

std::optional<SearchRow> CaseSearch::row(const Hit& hit, const text::Query& query)
{
    static const std::string text =
        "SELECT c.number, c.subject, c.status, coalesce(p.name, ''), m.id, (SELECT substr(x.body, 1, 60000)"
        " FROM texts x WHERE x.brand_id = $brand AND x.id = coalesce(m.text_id, n.text_id)"
        " ORDER BY x.version DESC LIMIT 1) FROM cases c"
        " LEFT JOIN people p ON p.brand_id = $brand AND p.id = c.person_id"
        " LEFT JOIN messages m ON m.brand_id = $brand AND m.id = $id"
        " LEFT JOIN notes n ON n.brand_id = $brand AND n.id = $id WHERE c.brand_id = $brand AND c.id = $case";
    auto found = session_.one<Found>(text, {{"brand", brand_}, {"id", hit.id}, {"case", hit.case_id}});
    if (!found) return std::nullopt;
    return SearchRow{.case_id = static_cast<CaseId>(hit.case_id),
                     .number = found->number,
                     .ref = prefix_ + "-" + std::to_string(found->number),
                     .subject = found->subject,
                     .snippet = text::snippet_of(found->text.value_or(found->subject), query),
                     .at = hit.at,
                     .customer = std::move(found->customer),
                     .status = found->status,
                     .message_id = found->message_id};
}

// Whoever types a number wants that case, however old it is.
std::optional<Hit> CaseSearch::numbered(std::string_view words)
{
    const auto number = only_number(words, prefix_);
    if (!number) return std::nullopt;
    return session_.one<Hit>("SELECT id, id, origin_at FROM cases WHERE brand_id = $brand AND number = $number",
                             {{"brand", brand_}, {"number", *number}});
}

SearchPage CaseSearch::find(const Question& question)
{
    const auto query = text::parse_query(question.words, question.language);
    SearchPage page;
    const auto first = question.after ? std::nullopt : numbered(question.words);
    if (first)
        if (auto its_row = row(*first, query)) page.items.push_back(*std::move(its_row));
    if (query.empty()) return page;

    std::optional<Cursor> before;
    if (question.after) before = Cursor{Instant{Instant::duration{question.after->at}}, question.after->id};
    const auto hits = index_.find(brand_number(), query, before, question.limit + 1);
    const auto shown = std::min(hits.size(), static_cast<std::size_t>(question.limit));
    for (std::size_t at = 0; at < shown; ++at) {
        if (first && hits[at].id == first->id) continue;
        if (auto its_row = row(hits[at], query)) page.items.push_back(*std::move(its_row));
    }
    if (hits.size() > shown)
        page.next = cases::text_of(cases::Cursor{hits[shown - 1].at.time_since_epoch().count(), hits[shown - 1].id});
    return page;
}

} // namespace amends::search
