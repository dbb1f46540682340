// SPDX-License-Identifier: Apache-2.0
#include "platform/search/search_index.h"

#include "platform/search/question.h"

#include <algorithm>
#include <limits>

namespace amends::search {
namespace {

// On SQLite a document's place is its time in milliseconds since 2026, then 22 bits to tell apart those of one moment.
constexpr std::int64_t in_one_moment = std::int64_t{1} << 22;
constexpr Instant epoch{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};

std::int64_t first_place(Instant at)
{
    constexpr std::int64_t farthest = std::int64_t{1} << 40; // 35 years either way; a mail may claim any date.
    return std::clamp((at - epoch).count(), -farthest, farthest) * in_one_moment;
}

bool newer(const Hit& one, const Hit& other) { return one.at != other.at ? one.at > other.at : one.id > other.id; }

class Fts5 {
public:
    explicit Fts5(sql::Session& session) : session_(session) {}

    // FTS5 keeps what it is given in memory as long as the places ascend and nothing else is written.
    void put(std::vector<Document> documents)
    {
        std::ranges::stable_sort(documents, {}, &Document::at);
        std::vector<std::pair<std::int64_t, std::string>> words;
        for (const auto& document : documents) words.push_back(place(document));
        for (const auto& [place, tokens] : words)
            session_.execute("INSERT INTO search_index (rowid, words) VALUES ($place, $words)",
                             {{"place", place}, {"words", tokens}});
    }

    void remove(std::int64_t brand, std::int64_t id)
    {
        const auto known = session_.query("SELECT place, words FROM search_documents"
                                          " WHERE brand_id = $brand AND id = $id",
                                          {{"brand", brand}, {"id", id}});
        if (known.empty()) return;
        const auto place = std::get<std::int64_t>(known[0][0]);
        session_.execute("INSERT INTO search_index (search_index, rowid, words) VALUES ('delete', $place, $words)",
                         {{"place", place}, {"words", std::get<std::string>(known[0][1])}});
        session_.execute("DELETE FROM search_documents WHERE place = $place", {{"place", place}});
    }

    std::vector<Hit> find(std::int64_t brand, const text::Query& query, std::optional<Cursor> before, int limit)
    {
        const auto question = fts5_question(brand, query);
        const std::int64_t last =
            before ? first_place(before->at) + in_one_moment - 1 : std::numeric_limits<std::int64_t>::max();
        const Cursor from = before.value_or(Cursor{Instant::max(), 0});
        auto hits = page(question, {std::numeric_limits<std::int64_t>::min(), last}, from, limit);
        if (hits.size() < static_cast<std::size_t>(limit)) return in_order(std::move(hits), limit);
        // Those of one moment have their places in the order of their coming, so the last moment is looked at whole.
        const auto moment = first_place(hits.back().at);
        std::erase_if(hits, [&](const Hit& hit) { return first_place(hit.at) == moment; });
        const auto rest = page(question, {moment, std::min(moment + in_one_moment - 1, last)}, from, -1);
        hits.insert(hits.end(), rest.begin(), rest.end());
        return in_order(std::move(hits), limit);
    }

private:
    std::pair<std::int64_t, std::string> place(const Document& document)
    {
        remove(document.brand, document.id);
        const auto first = first_place(document.at);
        const auto place = session_.value<std::int64_t>(
            "SELECT coalesce(max(place) + 1, $first) FROM search_documents WHERE place BETWEEN $first AND $last",
            {{"first", first}, {"last", first + in_one_moment - 1}});
        auto words = branded(document.brand, document.tokens);
        session_.execute("INSERT INTO search_documents (place, brand_id, id, case_id, at, words)"
                         " VALUES ($place, $brand, $id, $case, $at, $words)",
                         {{"place", place},
                          {"brand", document.brand},
                          {"id", document.id},
                          {"case", document.case_id},
                          {"at", document.at},
                          {"words", words}});
        return {place, std::move(words)};
    }

    struct Places {
        std::int64_t first;
        std::int64_t last;
    };

    std::vector<Hit> page(const std::string& question, Places places, Cursor from, int limit)
    {
        // CROSS JOIN: SQLite then starts with the words, never with all documents.
        return session_.all<Hit>("SELECT d.id, d.case_id, d.at FROM search_index"
                                 " CROSS JOIN search_documents AS d ON d.place = search_index.rowid"
                                 " WHERE search_index MATCH $question AND search_index.rowid BETWEEN $first AND $last"
                                 " AND (d.at, d.id) < ($at, $id)"
                                 " ORDER BY search_index.rowid DESC LIMIT $limit",
                                 {{"question", question},
                                  {"first", places.first},
                                  {"last", places.last},
                                  {"at", from.at},
                                  {"id", from.id},
                                  {"limit", limit}});
    }

    static std::vector<Hit> in_order(std::vector<Hit> hits, int limit)
    {
        std::ranges::sort(hits, newer);
        if (hits.size() > static_cast<std::size_t>(limit)) hits.resize(static_cast<std::size_t>(limit));
        return hits;
    }

    sql::Session& session_;
};

void put_on_postgres(sql::Session& session, const Document& document)
{
    session.later("INSERT INTO search_documents (brand_id, id, case_id, at, words)"
                  " VALUES ($brand, $id, $case, $at,"
                  " array_to_tsvector(string_to_array(CAST($tokens AS TEXT), ' ')))"
                  " ON CONFLICT (brand_id, id) DO UPDATE SET"
                  " case_id = excluded.case_id, at = excluded.at, words = excluded.words",
                  {{"brand", document.brand},
                   {"id", document.id},
                   {"case", document.case_id},
                   {"at", document.at},
                   {"tokens", document.tokens}});
}

std::vector<Hit> find_on_postgres(sql::Session& session, std::int64_t brand, const text::Query& query,
                                  std::optional<Cursor> before, int limit)
{
    const Cursor from = before.value_or(Cursor{Instant::max(), 0});
    // Whether a word is common decides how it is best looked for: by the index of words, or by reading the newest
    // first. PostgreSQL must see the word to know; a plan for any word would always take the same way.
    session.script("SET plan_cache_mode = force_custom_plan");
    auto hits = session.all<Hit>(
        "SELECT id, case_id, at FROM search_documents"
        " WHERE brand_id = $brand AND words @@ CAST($question AS TSQUERY)"
        " AND (at, id) < ($at, $id)"
        " ORDER BY at DESC, id DESC LIMIT $limit",
        {{"brand", brand}, {"question", tsquery_question(query)}, {"at", from.at}, {"id", from.id}, {"limit", limit}});
    session.script("SET plan_cache_mode = auto");
    return hits;
}

text::Query without_beginnings(text::Query query)
{
    for (auto& term : query.terms)
        for (auto& way : term.ways)
            for (auto& wanted : way) wanted.beginning = false;
    return query;
}

} // namespace

void SearchIndex::put(std::vector<Document> documents)
{
    if (session_.dialect() == sql::Dialect::sqlite) return Fts5(session_).put(std::move(documents));
    for (const auto& document : documents) put_on_postgres(session_, document);
}

void SearchIndex::remove(std::int64_t brand, std::int64_t id)
{
    if (session_.dialect() == sql::Dialect::sqlite) return Fts5(session_).remove(brand, id);
    session_.later("DELETE FROM search_documents WHERE brand_id = $brand AND id = $id", {{"brand", brand}, {"id", id}});
}

void SearchIndex::move(std::int64_t brand, std::int64_t id, std::int64_t case_id)
{
    session_.later("UPDATE search_documents SET case_id = $case WHERE brand_id = $brand AND id = $id",
                   {{"brand", brand}, {"id", id}, {"case", case_id}});
}

std::vector<Hit> SearchIndex::page(std::int64_t brand, const text::Query& query, std::optional<Cursor> before,
                                   int limit)
{
    if (session_.dialect() == sql::Dialect::sqlite) return Fts5(session_).find(brand, query, before, limit);
    return find_on_postgres(session_, brand, query, before, limit);
}

std::vector<Hit> SearchIndex::find(std::int64_t brand, const text::Query& query, std::optional<Cursor> before,
                                   int limit)
{
    if (query.empty() || limit <= 0) return {};
    // A word as it was typed is a hundred times cheaper to find than all words that begin so.
    const auto finished = without_beginnings(query);
    auto hits = page(brand, finished, before, limit);
    if (!hits.empty() || finished == query) return hits;
    if (before && !page(brand, finished, {}, 1).empty()) return {};
    return page(brand, query, before, limit);
}

void SearchIndex::wipe_removed()
{
    if (session_.dialect() == sql::Dialect::sqlite)
        session_.execute("INSERT INTO search_index (search_index) VALUES ('optimize')");
}

} // namespace amends::search
