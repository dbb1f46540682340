// SPDX-License-Identifier: Apache-2.0
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

[[noreturn]] void fail(sqlite3* database)
{
    const int code = sqlite3_errcode(database) & 0xff;
    const std::string why = std::string("sqlite: ") + sqlite3_errmsg(database);
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) throw Busy(why);
    throw Failure(why);
}

class SqliteStatement final : public Statement {
public:
    SqliteStatement(sqlite3* database, Prepared prepared) : database_(database), prepared_(std::move(prepared)) {}

    Outcome run(std::span<const Value> values) override
    {
        const std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_reset)> afterwards(prepared_.get(), sqlite3_reset);
        for (int at = 1; const Value& value : values) bind(at++, value);

        Outcome outcome;
        int step = sqlite3_step(prepared_.get());
        for (; step == SQLITE_ROW; step = sqlite3_step(prepared_.get())) outcome.rows.push_back(row());
        if (step != SQLITE_DONE) fail(database_);
        if (sqlite3_stmt_readonly(prepared_.get()) == 0) outcome.changed = sqlite3_changes64(database_);
        return outcome;
    }

private:
    // The values outlive the run, so SQLite need not copy them.
    void bind(int at, const Value& value)
    {
        sqlite3_stmt* const to = prepared_.get();
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
        Row row(static_cast<std::size_t>(sqlite3_column_count(prepared_.get())));
        std::ranges::generate(row, [this, at = 0]() mutable { return column(at++); });
        return row;
    }

    Value column(int at)
    {
        sqlite3_stmt* const from = prepared_.get();
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

    sqlite3* database_;
    Prepared prepared_;
};

// SQLite lets one writer in at a time and makes the others sleep and retry. Within one process they queue here instead.
std::shared_ptr<std::mutex> writers_of(const std::string& path)
{
    static std::mutex guard;
    static std::map<std::string, std::weak_ptr<std::mutex>> queues;
    const std::scoped_lock lock(guard);
    auto queue = path == ":memory:" ? nullptr : queues[path].lock();
    if (!queue) queue = std::make_shared<std::mutex>();
    if (path != ":memory:") queues[path] = queue;
    return queue;
}

class SqliteConnection final : public Connection {
public:
    explicit SqliteConnection(const std::string& path) : database_(open(path)), writers_(writers_of(path))
    {
        sqlite3_extended_result_codes(database_.get(), 1);
        // As on PostgreSQL, "text" in double quotes is a column, never a string.
        sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
        sqlite3_db_config(database_.get(), SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
        // FULL: what we acknowledged survives a power cut.
        script("PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
               "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON;");
        require("PRAGMA synchronous", 2);
        require("PRAGMA foreign_keys", 1);
        add_functions(database_.get());
    }

    [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }
    [[nodiscard]] bool alive() const override { return true; }

    [[nodiscard]] std::unique_ptr<Statement> prepare(const std::string& text) override
    {
        sqlite3_stmt* raw = nullptr;
        const int code =
            sqlite3_prepare_v3(database_.get(), text.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
        if (code != SQLITE_OK) fail(database_.get());
        return std::make_unique<SqliteStatement>(database_.get(), Prepared(raw));
    }

    void script(const std::string& text) override
    {
        if (sqlite3_exec(database_.get(), text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(database_.get());
    }

    void begin() override
    {
        std::unique_lock turn(*writers_);
        script("BEGIN IMMEDIATE");
        turn_ = std::move(turn);
    }

    void commit() override
    {
        script("COMMIT");
        turn_ = {};
    }

    void rollback() noexcept override
    {
        sqlite3_exec(database_.get(), "ROLLBACK", nullptr, nullptr, nullptr);
        turn_ = {};
    }

private:
    // A build of SQLite may ignore what it is asked for; then we would acknowledge what a power cut takes back.
    void require(const std::string& setting, std::int64_t value)
    {
        const auto rows = prepare(setting)->run({}).rows;
        if (rows.empty() || rows[0][0] != Value(value)) throw Failure("sqlite: " + setting + " is not what it must be");
    }

    static Database open(const std::string& path)
    {
        sqlite3* raw = nullptr;
        const int code = sqlite3_open_v2(path.c_str(), &raw,
                                         SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
        Database database(raw);
        if (code != SQLITE_OK) throw Failure("sqlite: cannot open " + path);
        return database;
    }

    Database database_;
    std::shared_ptr<std::mutex> writers_;
    std::unique_lock<std::mutex> turn_;
};

} // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& path) { return std::make_unique<SqliteConnection>(path); }

} // namespace amends::sql
