// SPDX-License-Identifier: Apache-2.0
// Finds documents by their words (platform/text), newest first, within one brand. SQLite does it with FTS5, PostgreSQL
// with a GIN index; both get the same tokens and find the same. It neither begins nor commits a transaction: a document
// becomes findable together with whatever else the caller writes.
#pragma once

#include "base/time.h"
#include "platform/sql/session.h"
#include "platform/text/query.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace amends::search {

struct Document {
    std::int64_t brand{};
    std::int64_t id{}; // Of the message; one document each.
    std::int64_t case_id{};
    Instant at{};
    std::string tokens{}; // text::search_tokens() of everything by which it is to be found.
};

struct Hit {
    std::int64_t id{};
    std::int64_t case_id{};
    Instant at{};

    friend bool operator==(const Hit&, const Hit&) = default;
};
BOOST_DESCRIBE_STRUCT(Hit, (), (id, case_id, at))

// The last hit of the page before; what comes next is older, or as old with a smaller id.
struct Cursor {
    Instant at{};
    std::int64_t id{};
};

class SearchIndex {
public:
    explicit SearchIndex(sql::Session& session) : session_(session) {}

    // A document that is there already is replaced.
    void put(const Document& document) { put(std::vector{document}); }
    // Many at once, last in a transaction, cost half: FTS5 writes a part of its index before each other write.
    void put(std::vector<Document> documents);
    void remove(std::int64_t brand, std::int64_t id);
    // When a message moves to another case.
    void move(std::int64_t brand, std::int64_t id, std::int64_t case_id);

    // The last word may be unfinished: when no document has it as it stands, those with words that begin so are found.
    [[nodiscard]] std::vector<Hit> find(std::int64_t brand, const text::Query& query, std::optional<Cursor> before,
                                        int limit);

    // After an erasure: until then removed words stay in the file, unreachable but readable by whoever has the disk.
    void wipe_removed();

private:
    [[nodiscard]] std::vector<Hit> page(std::int64_t brand, const text::Query& query, std::optional<Cursor> before,
                                        int limit);

    sql::Session& session_;
};

} // namespace amends::search
