// SPDX-License-Identifier: Apache-2.0
// One connection to SQLite or PostgreSQL, and one SQL text for both.
//
// Parameters are named, $due_at, and bound by name; a name that is missing, unknown or cast with :: fails at once, on
// both engines alike. A session belongs to one thread at a time: take one from a Pool.
#pragma once

#include "platform/sql/value.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace amends::sql {

struct Connection;
struct Ready;
struct Statement;

enum class Dialect : std::uint8_t { sqlite, postgres };

struct Step {
    std::string_view text{};
    Params params{};
};

class Session {
public:
    // "sqlite:desk.db", "sqlite::memory:" or "postgresql://…"
    explicit Session(std::string url);
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;
    ~Session();

    [[nodiscard]] Dialect dialect() const;
    [[nodiscard]] bool alive() const;
    void reconnect();

    std::vector<Row> query(std::string_view text, const Params& params = {});
    // Answers how many rows changed.
    std::int64_t execute(std::string_view text, const Params& params = {});
    // The same where nobody needs to know at once: within a transaction it may go with the next question or the commit,
    // and an error is thrown there. Whoever asks afterwards finds it done.
    void later(std::string_view text, const Params& params = {});
    // Does what is put off; throws what fails of it.
    void settle();
    // Many small statements in one round trip where the engine can; answers how many rows each changed. Belongs into a
    // transaction: the first error ends it and those before it may have been done.
    std::vector<std::int64_t> pipeline(std::span<const Step> steps);
    // Many questions in one round trip where the engine can; answers the rows of each. See Questions.
    std::vector<std::vector<Row>> answers(std::span<const Step> steps);
    // Several statements without parameters: migrations.
    void script(const std::string& text);

    template <Described T>
    [[nodiscard]] std::vector<T> all(std::string_view text, const Params& params = {})
    {
        std::vector<T> records;
        for (Row& row : query(text, params)) records.push_back(read<T>(std::move(row)));
        return records;
    }

    template <Described T>
    [[nodiscard]] std::optional<T> one(std::string_view text, const Params& params = {})
    {
        auto rows = query(text, params);
        if (rows.empty()) return std::nullopt;
        return read<T>(std::move(rows.front()));
    }

    // The first column of the first row, which must be there.
    template <class V>
    [[nodiscard]] V value(std::string_view text, const Params& params = {})
    {
        return from_value<V>(std::move(query(text, params).at(0).at(0)));
    }

private:
    friend class Snapshot;
    friend class Transaction;

    struct Cached {
        std::vector<std::string> names{};
        std::unique_ptr<Statement> statement{};
    };
    Cached& prepared(std::string_view text);
    std::vector<Ready> ready(std::span<const Step> steps);

    std::string url_;
    std::unique_ptr<Connection> connection_;
    std::map<std::string, Cached, std::less<>> cache_; // Bounded by the SQL texts that the program makes.
};

// Everything that the session reads while this lives is as it was at one moment, whatever others write meanwhile. It
// reads only: what it wrote would be lost or refused.
class Snapshot {
public:
    explicit Snapshot(Session& session);
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    ~Snapshot();

private:
    Connection* open_;
};

// What a commit waits for. `synced` survives a power cut once it has returned. `later` survives the death of the
// process and is synced by the next synced commit: for what nobody was told of and may be done again, such as a job's
// claim.
enum class Durability : std::uint8_t { synced, later };

// Everything or nothing. Writers on SQLite queue up here, before they have read anything.
class Transaction {
public:
    explicit Transaction(Session& session, Durability durability = Durability::synced);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction(); // Rolls back unless committed.

    void commit();

private:
    Connection* open_;
};

} // namespace amends::sql
