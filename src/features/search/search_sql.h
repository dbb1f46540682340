// SPDX-License-Identifier: Apache-2.0
// Puts what people write and who they are among what can be found, and finds it. One document for a message, a note or
// a case: their ids never collide, because all ids come from one source.
#pragma once

#include "brand/brand.h"
#include "case/case_view.h"
#include "platform/search/search_index.h"
#include "search/search_row.h"

namespace amends::search {

struct Question {
    std::string words{};
    std::string language{}; // Of the person who asks.
    int limit = 50;
    std::optional<cases::Cursor> after{};
};

// What is to be found by its words. A case: its number and subject, its customer's names, addresses and numbers.
struct Findable {
    enum Kind : std::uint8_t { message, note, whole_case };
    Kind kind{};
    std::int64_t id{};

    friend auto operator<=>(const Findable&, const Findable&) = default;
};

class CaseSearch {
public:
    CaseSearch(sql::Session& session, const brand::Brand& brand)
        : session_(session), index_(session), brand_(brand.id), prefix_(brand.prefix)
    {
    }

    // May be called again: what is known of each now replaces what was. What lies in no case is not found. Cheapest
    // once at the end of a transaction.
    void index(std::vector<Findable> things);

    [[nodiscard]] SearchPage find(const Question& question);

private:
    [[nodiscard]] std::optional<Document> document_of(const Findable& thing);
    [[nodiscard]] std::optional<Document> message(MessageId id);
    [[nodiscard]] std::optional<Document> note(NoteId id);
    [[nodiscard]] std::optional<Document> whole_case(CaseId id);
    [[nodiscard]] std::int64_t brand_number() const { return static_cast<std::int64_t>(brand_); }
    [[nodiscard]] std::optional<SearchRow> row(const Hit& hit, const text::Query& query);
    [[nodiscard]] std::optional<Hit> numbered(std::string_view words);

    sql::Session& session_;
    SearchIndex index_;
    BrandId brand_;
    std::string prefix_;
};

} // namespace amends::search
