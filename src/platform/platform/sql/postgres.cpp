// SPDX-License-Identifier: Apache-2.0
#include "base/away.h"
#include "platform/sql/connection.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <charconv>
#include <cstring>
#include <utility>

namespace amends::sql {
namespace {

struct Free {
    void operator()(PGconn* connection) const { PQfinish(connection); }
    void operator()(PGresult* result) const { PQclear(result); }
    void operator()(unsigned char* bytes) const { PQfreemem(bytes); }
};
using Server = std::unique_ptr<PGconn, Free>;
using Reply = std::unique_ptr<PGresult, Free>;

// Type numbers are part of PostgreSQL's catalogue and never change.
constexpr Oid boolean = 16, bytea = 17, int8 = 20, int2 = 21, int4 = 23, float4 = 700, float8 = 701, numeric = 1700;

// The server is gone or going, cannot be written by, or lacks disk, memory or connections (appendix A of its manual).
bool away(std::string_view state, PGconn* server)
{
    return PQstatus(server) != CONNECTION_OK || state.starts_with("08") || state.starts_with("53") ||
           state.starts_with("57P") || state.starts_with("58") || state == "25006";
}

Reply checked(PGresult* raw, PGconn* server)
{
    Reply reply(raw);
    const auto status = PQresultStatus(raw);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return reply;
    const char* const found = PQresultErrorField(raw, PG_DIAG_SQLSTATE);
    const std::string_view state = found != nullptr ? found : "";
    const std::string why = std::string("postgresql: ") + PQerrorMessage(server);
    // Serialisation failure, deadlock, lock not available.
    if (state == "40001" || state == "40P01" || state == "55P03") throw Busy(why);
    if (away(state, server)) throw Away(why);
    throw Failure(why);
}

Value parsed(const char* text, std::size_t size, Oid type)
{
    const char* const end = text + size;
    std::int64_t number = 0;
    double real = 0;
    switch (type) {
    case boolean: return std::int64_t{*text == 't'};
    case bytea: {
        std::size_t length = 0;
        const std::unique_ptr<unsigned char, Free> raw(
            PQunescapeBytea(reinterpret_cast<const unsigned char*>(text), &length));
        const auto* const first = reinterpret_cast<const std::byte*>(raw.get());
        return Bytes(first, first + length);
    }
    case int2:
    case int4:
    case int8:
    case numeric: // What sum() makes of a BIGINT column.
        if (std::from_chars(text, end, number).ptr == end) return number;
        [[fallthrough]];
    case float4:
    case float8: std::from_chars(text, end, real); return real;
    default: return std::string(text, size);
    }
}

std::string on_the_wire(std::monostate /*null*/) { return {}; }
std::string on_the_wire(std::int64_t number) { return std::to_string(number); }
std::string on_the_wire(double number) { return fmt::to_string(number); } // std::to_string rounds to six digits.
std::string on_the_wire(const std::string& text) { return text; }
std::string on_the_wire(const Bytes& bytes) { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

// Values go out as text and the server infers their types; bytes go out as they are.
class OnTheWire {
public:
    explicit OnTheWire(std::span<const Value> values)
    {
        texts_.reserve(values.size()); // So that the pointers stay good.
        for (const Value& value : values) {
            const auto& text =
                texts_.emplace_back(std::visit([](const auto& held) { return on_the_wire(held); }, value));
            pointers_.push_back(std::holds_alternative<std::monostate>(value) ? nullptr : text.c_str());
            lengths_.push_back(static_cast<int>(text.size()));
            binary_.push_back(std::holds_alternative<Bytes>(value) ? 1 : 0);
        }
    }

    [[nodiscard]] int count() const { return static_cast<int>(texts_.size()); }
    [[nodiscard]] const char* const* pointers() const { return pointers_.data(); }
    [[nodiscard]] const int* lengths() const { return lengths_.data(); }
    [[nodiscard]] const int* binary() const { return binary_.data(); }

private:
    std::vector<std::string> texts_{};
    std::vector<const char*> pointers_{};
    std::vector<int> lengths_{};
    std::vector<int> binary_{};
};

class PostgresConnection;

class PostgresStatement final : public Statement {
public:
    PostgresStatement(PostgresConnection& connection, PGconn* server, std::string name)
        : connection_(connection), server_(server), name_(std::move(name))
    {
    }

    Outcome run(std::span<const Value> values) override;
    void later(std::vector<Value> values) override;

    Outcome run_alone(std::span<const Value> values)
    {
        const OnTheWire wire(values);
        const auto reply = checked(
            PQexecPrepared(server_, name_.c_str(), wire.count(), wire.pointers(), wire.lengths(), wire.binary(), 0),
            server_);
        return outcome(reply.get());
    }

    void send(std::span<const Value> values)
    {
        const OnTheWire wire(values);
        if (PQsendQueryPrepared(server_, name_.c_str(), wire.count(), wire.pointers(), wire.lengths(), wire.binary(),
                                0) != 1)
            throw Failure(std::string("postgresql: ") + PQerrorMessage(server_));
    }

    static Outcome outcome(const PGresult* reply)
    {
        Outcome outcome;
        const int columns = PQnfields(reply);
        for (int at = 0; at < PQntuples(reply); ++at) {
            Row row(static_cast<std::size_t>(columns));
            for (int column = 0; column < columns; ++column) {
                if (PQgetisnull(reply, at, column) != 0) continue;
                const auto size = static_cast<std::size_t>(PQgetlength(reply, at, column));
                row[static_cast<std::size_t>(column)] =
                    parsed(PQgetvalue(reply, at, column), size, PQftype(reply, column));
            }
            outcome.rows.push_back(std::move(row));
        }
        const std::string_view changed = PQcmdTuples(const_cast<PGresult*>(reply));
        std::from_chars(changed.data(), changed.data() + changed.size(), outcome.changed);
        return outcome;
    }

private:
    PostgresConnection& connection_;
    PGconn* server_;
    std::string name_;
};

// Sends a batch at once and reads the replies afterwards. Leaves the connection as it was, whatever happens in between.
class Pipeline {
public:
    explicit Pipeline(PGconn* server) : server_(server) { ask(PQenterPipelineMode(server)); }
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;
    ~Pipeline()
    {
        drain();
        PQexitPipelineMode(server_);
    }

    std::vector<Outcome> run(std::span<const Ready> batch)
    {
        for (const auto& [statement, values] : batch) static_cast<PostgresStatement*>(statement)->send(values);
        ask(PQpipelineSync(server_));
        synced_ = true;
        std::vector<Outcome> outcomes;
        for (std::size_t at = 0; at < batch.size(); ++at) {
            const auto reply = checked(PQgetResult(server_), server_);
            outcomes.push_back(PostgresStatement::outcome(reply.get()));
            const Reply end(PQgetResult(server_)); // Null: nothing more of this statement.
        }
        return outcomes;
    }

private:
    void ask(int done)
    {
        if (done != 1) throw Failure(std::string("postgresql: ") + PQerrorMessage(server_));
    }

    // Up to the mark that ends the batch; after an error the server skips everything before it.
    void drain()
    {
        int nothing = 0;
        while (synced_ && nothing < 2 && PQstatus(server_) == CONNECTION_OK) {
            const Reply reply(PQgetResult(server_));
            nothing = reply ? 0 : nothing + 1;
            if (reply && PQresultStatus(reply.get()) == PGRES_PIPELINE_SYNC) return;
        }
    }

    PGconn* server_;
    bool synced_ = false;
};

class PostgresConnection final : public Connection {
public:
    explicit PostgresConnection(const std::string& url) : server_(PQconnectdb(url.c_str()))
    {
        if (!alive()) throw Away(std::string("postgresql: ") + PQerrorMessage(server_.get()));
        // Nothing waits for ever: a statement that hangs would take a worker with it, a transaction its locks.
        script("SET client_min_messages = warning; SET statement_timeout = '30s'; SET lock_timeout = '5s';"
               "SET idle_in_transaction_session_timeout = '60s'");
        if (answer("SHOW synchronous_commit") == "off")
            throw Failure("postgresql: synchronous_commit is off; a power cut would take back what we acknowledged");
        // SQLite compares text byte by byte, so PostgreSQL must too, or lists would differ in order.
        if (answer("SELECT 'B' < 'a' COLLATE \"default\" AND 'z' < 'ä' COLLATE \"default\"") != "t")
            throw Failure("create the database with LC_COLLATE 'C.UTF-8' TEMPLATE template0");
    }

    [[nodiscard]] Dialect dialect() const override { return Dialect::postgres; }
    [[nodiscard]] bool alive() const override { return PQstatus(server_.get()) == CONNECTION_OK; }

    [[nodiscard]] std::unique_ptr<Statement> prepare(const std::string& text) override
    {
        auto name = "s" + std::to_string(++prepared_);
        const auto reply = checked(PQprepare(server_.get(), name.c_str(), text.c_str(), 0, nullptr), server_.get());
        return std::make_unique<PostgresStatement>(*this, server_.get(), std::move(name));
    }

    std::vector<Outcome> run_all(std::span<const Ready> batch) override
    {
        auto all = std::exchange(later_, {});
        const auto first = static_cast<std::ptrdiff_t>(all.size());
        all.insert(all.end(), batch.begin(), batch.end());
        auto outcomes = Pipeline(server_.get()).run(all);
        outcomes.erase(outcomes.begin(), outcomes.begin() + first);
        return outcomes;
    }

    Outcome run(PostgresStatement& statement, std::span<const Value> values)
    {
        if (later_.empty()) return statement.run_alone(values);
        const Ready last{.statement = &statement, .values = {values.begin(), values.end()}};
        return std::move(run_all({&last, 1}).front());
    }

    void later(PostgresStatement& statement, std::vector<Value> values)
    {
        constexpr std::size_t most = 50; // More could fill the buffers of both ends while each waits for the other.
        if (!in_transaction_) statement.run_alone(values);
        else later_.push_back({.statement = &statement, .values = std::move(values)});
        if (later_.size() >= most) settle();
    }

    void script(const std::string& text) override
    {
        settle();
        checked(PQexec(server_.get(), text.c_str()), server_.get());
    }

    void settle() override
    {
        if (!later_.empty()) run_all({});
    }

    void begin(Durability durability) override
    {
        script(durability == Durability::synced ? "BEGIN" : "BEGIN; SET LOCAL synchronous_commit = off");
        in_transaction_ = true;
    }

    void commit() override
    {
        settle();
        const auto reply = checked(PQexec(server_.get(), "COMMIT"), server_.get());
        // After an error that somebody swallowed, COMMIT rolls back and calls that a success.
        if (std::strcmp(PQcmdStatus(reply.get()), "COMMIT") != 0)
            throw Failure("postgresql: rolled back, not committed");
        in_transaction_ = false;
    }

    void rollback() noexcept override
    {
        later_.clear();
        in_transaction_ = false;
        const Reply ignored(PQexec(server_.get(), "ROLLBACK"));
    }

private:
    std::string answer(const char* question)
    {
        const auto reply = checked(PQexec(server_.get(), question), server_.get());
        return PQgetvalue(reply.get(), 0, 0);
    }

    Server server_;
    int prepared_ = 0;
    std::vector<Ready> later_; // What the transaction has still to do; it goes with whatever is asked next.
    bool in_transaction_ = false;
};

Outcome PostgresStatement::run(std::span<const Value> values) { return connection_.run(*this, values); }

void PostgresStatement::later(std::vector<Value> values) { connection_.later(*this, std::move(values)); }

} // namespace

std::unique_ptr<Connection> open_postgres(const std::string& url) { return std::make_unique<PostgresConnection>(url); }

} // namespace amends::sql
