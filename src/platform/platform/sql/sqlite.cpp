// SPDX-License-Identifier: Apache-2.0
#include "base/away.h"
#include "platform/sql/connection.h"
#include "platform/sql/sqlite_functions.h"

#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <mutex>

namespace amends::sql {
namespace {

struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, Close>;
using Prepared = std::unique_ptr<sqlite3_stmt, Close>;

// The disk or the memory, not the statement.
bool away(int code)
{
    return code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_CANTOPEN || code == SQLITE_READONLY ||
           code == SQLITE_NOMEM || code == SQLITE_PROTOCOL;
}

[[noreturn]] void fail(sqlite3* database)
{
    const int code = sqlite3_errcode(database) & 0xff;
    const std::string why = std::string("sqlite: ") + sqlite3_errmsg(database);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) throw Busy(why);
    if (away(code)) throw Away(why);
    throw Failure(why);
}

// Once, before the first connection. A list behind IN is a small table of its own to SQLite, and each table of its own
// would begin with a hundred pages of memory: the indexes of live cases ask eight such lists a change. And nobody here
// asks how much memory SQLite has, so it need not count under a lock.
bool configured()
{
    return sqlite3_config(SQLITE_CONFIG_PAGECACHE, nullptr, 0, 0) == SQLITE_OK &&
           sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
}

Database open_database(const std::string& path)
{
    static const bool once = configured();
    if (!once) throw Failure("sqlite: cannot be configured");
    sqlite3* raw = nullptr;
    const int code =
        sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(raw);
    if (code != SQLITE_OK) throw Away("sqlite: cannot open " + path);
    return database;
}

Prepared prepare_on(sqlite3* database, const std::string& text)
{
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v3(database, text.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr) != SQLITE_OK)
        fail(database);
    return Prepared(raw);
}

void script_on(sqlite3* database, const std::string& text)
{
    if (sqlite3_exec(database, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(database);
}

// A file system without shared memory leaves another journal; the database in memory of a test has none.
void require_wal(sqlite3* database)
{
    const auto asked = prepare_on(database, "PRAGMA journal_mode");
    if (sqlite3_step(asked.get()) != SQLITE_ROW) fail(database);
    const std::string mode(reinterpret_cast<const char*>(sqlite3_column_text(asked.get(), 0)));
    if (mode != "wal" && mode != "memory") throw Failure("sqlite: the journal is " + mode + ", and must be wal");
}

// A build of SQLite may ignore what it is asked for; then we would acknowledge what a power cut takes back.
void require(sqlite3* database, const std::string& setting, std::int64_t value)
{
    const auto asked = prepare_on(database, setting);
    const bool so = sqlite3_step(asked.get()) == SQLITE_ROW && sqlite3_column_int64(asked.get(), 0) == value;
    if (!so) throw Failure("sqlite: " + setting + " is not what it must be");
}

void prepare_database(sqlite3* database)
{
    sqlite3_extended_result_codes(database, 1);
    // As on PostgreSQL, "text" in double quotes is a column, never a string.
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    // FULL: what we acknowledged survives a power cut.
    script_on(database, "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                        "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON;");
    require_wal(database);
    require(database, "PRAGMA synchronous", 2);
    require(database, "PRAGMA foreign_keys", 1);
    add_functions(database);
}

// SQLite lets one writer in at a time, and what one connection commits empties the page caches of all others. So within
// one process all writing goes through one connection, whose cache stays warm, and who wants to write queues for it.
class Writer {
public:
    explicit Writer(const std::string& path) : path_(path) {}

    std::mutex turn;

    // For whoever has the turn.
    [[nodiscard]] sqlite3* database()
    {
        if (!database_) {
            auto opened = open_database(path_);
            prepare_database(opened.get());
            script_on(opened.get(), "PRAGMA cache_size = -16000; PRAGMA wal_autocheckpoint = 4000;");
            database_ = std::move(opened);
        }
        return database_.get();
    }
    // Of the commits that follow. In WAL mode a later sync takes with it what was not synced before.
    void sync(Durability durability)
    {
        if (durability == durability_) return;
        script_on(database(),
                  durability == Durability::synced ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
        durability_ = durability;
    }
    [[nodiscard]] sqlite3_stmt* prepared(const std::string& text)
    {
        auto& known = prepared_[text];
        if (!known) known = prepare_on(database(), text);
        return known.get();
    }

private:
    std::string path_;
    Database database_{};
    Durability durability_ = Durability::synced;
    std::map<std::string, Prepared> prepared_{}; // Bounded by the SQL texts in the program. Goes before the database.
};

std::shared_ptr<Writer> writer_of(const std::string& path)
{
    static std::mutex guard;
    static std::map<std::string, std::weak_ptr<Writer>> writers;
    const std::scoped_lock lock(guard);
    auto writer = writers[path].lock();
    if (!writer) writer = std::make_shared<Writer>(path);
    writers[path] = writer;
    return writer;
}

// What a session has in hand: a connection of its own for reading, and the shared one while it has its turn.
struct Hands {
    Database own{};
    std::shared_ptr<Writer> writer{}; // None in memory.
    std::unique_lock<std::mutex> turn{};

    [[nodiscard]] sqlite3* now() const { return turn.owns_lock() ? writer->database() : own.get(); }
};

class SqliteStatement final : public Statement {
public:
    // Within a transaction it may speak of a table that only the writer's connection knows yet.
    SqliteStatement(Hands& hands, std::string text) : hands_(hands), text_(std::move(text))
    {
        if (!hands_.turn.owns_lock()) own_ = prepare_on(hands_.own.get(), text_);
        reads_ = sqlite3_stmt_readonly(own_ ? own_.get() : hands_.writer->prepared(text_)) != 0;
    }

    Outcome run(std::span<const Value> values) override
    {
        std::unique_lock<std::mutex> alone;
        const bool in_turn = hands_.turn.owns_lock();
        if (hands_.writer && !in_turn && !reads_) {
            alone = std::unique_lock(hands_.writer->turn);
            hands_.writer->sync(Durability::synced);
        }
        const bool by_writer = in_turn || alone.owns_lock();
        database_ = by_writer ? hands_.writer->database() : hands_.own.get();
        if (!by_writer && !own_) own_ = prepare_on(hands_.own.get(), text_);
        prepared_ = by_writer ? hands_.writer->prepared(text_) : own_.get();
        return run_prepared(values);
    }

private:
    Outcome run_prepared(std::span<const Value> values)
    {
        const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_reset)> afterwards(prepared_, sqlite3_reset);
        for (int at = 1; const Value& value : values) bind(at++, value);

        Outcome outcome;
        int step = sqlite3_step(prepared_);
        for (; step == SQLITE_ROW; step = sqlite3_step(prepared_)) outcome.rows.push_back(row());
        if (step != SQLITE_DONE) fail(database_);
        if (!reads_) outcome.changed = sqlite3_changes64(database_);
        return outcome;
    }

    // The values outlive the run, so SQLite need not copy them.
    void bind(int at, const Value& value)
    {
        sqlite3_stmt* const to = prepared_;
        int code = SQLITE_OK;
        if (const auto* number = std::get_if<std::int64_t>(&value)) code = sqlite3_bind_int64(to, at, *number);
        else if (const auto* real = std::get_if<double>(&value)) code = sqlite3_bind_double(to, at, *real);
        else if (const auto* text = std::get_if<std::string>(&value))
            code = sqlite3_bind_text64(to, at, text->data(), text->size(), SQLITE_STATIC, SQLITE_UTF8);
        else if (const auto* bytes = std::get_if<Bytes>(&value)) // A null pointer would bind NULL instead of no bytes.
            code = sqlite3_bind_blob64(to, at, bytes->empty() ? "" : static_cast<const void*>(bytes->data()),
                                       bytes->size(), SQLITE_STATIC);
        else code = sqlite3_bind_null(to, at);
        if (code != SQLITE_OK) fail(database_);
    }

    Row row()
    {
        Row row(static_cast<std::size_t>(sqlite3_column_count(prepared_)));
        std::ranges::generate(row, [this, at = 0]() mutable { return column(at++); });
        return row;
    }

    Value column(int at)
    {
        sqlite3_stmt* const from = prepared_;
        const auto size = [&] { return static_cast<std::size_t>(sqlite3_column_bytes(from, at)); };
        switch (sqlite3_column_type(from, at)) {
        case SQLITE_INTEGER: return std::int64_t{sqlite3_column_int64(from, at)};
        case SQLITE_FLOAT: return sqlite3_column_double(from, at);
        case SQLITE_NULL: return {};
        case SQLITE_BLOB: {
            const auto* first = static_cast<const std::byte*>(sqlite3_column_blob(from, at));
            return Bytes(first, first + size());
        }
        default: return std::string(reinterpret_cast<const char*>(sqlite3_column_text(from, at)), size());
        }
    }

    Hands& hands_;
    std::string text_;
    Prepared own_{};
    bool reads_ = false;
    sqlite3* database_{}; // During a run.
    sqlite3_stmt* prepared_{};
};

class SqliteConnection final : public Connection {
public:
    explicit SqliteConnection(const std::string& path)
    {
        hands_.own = open_database(path);
        prepare_database(hands_.own.get());
        if (path != ":memory:") hands_.writer = writer_of(path);
    }

    [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }
    [[nodiscard]] bool alive() const override { return true; }

    [[nodiscard]] std::unique_ptr<Statement> prepare(const std::string& text) override
    {
        return std::make_unique<SqliteStatement>(hands_, text);
    }

    void script(const std::string& text) override { script_on(hands_.now(), text); }

    void begin(Durability durability) override
    {
        std::unique_lock<std::mutex> turn;
        if (hands_.writer) turn = std::unique_lock(hands_.writer->turn);
        sqlite3* const database = hands_.writer ? hands_.writer->database() : hands_.own.get();
        if (hands_.writer) hands_.writer->sync(durability);
        script_on(database, "BEGIN IMMEDIATE");
        hands_.turn = std::move(turn);
    }

    void commit() override
    {
        script("COMMIT");
        hands_.turn = {};
    }

    void rollback() noexcept override
    {
        sqlite3_exec(hands_.now(), "ROLLBACK", nullptr, nullptr, nullptr);
        hands_.turn = {};
    }

private:
    Hands hands_{};
};

} // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& path) { return std::make_unique<SqliteConnection>(path); }

} // namespace amends::sql
