// SPDX-License-Identifier: Apache-2.0
#include "platform/sql/connection.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <charconv>
#include <cstring>

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

class PostgresStatement final : public Statement {
public:
    PostgresStatement(PGconn* server, std::string name) : server_(server), name_(std::move(name)) {}

    // Values go out as text and the server infers their types; bytes go out as they are.
    Outcome run(std::span<const Value> values) override
    {
        std::vector<std::string> texts;
        std::vector<const char*> pointers;
        std::vector<int> lengths;
        std::vector<int> binary;
        texts.reserve(values.size()); // So that the pointers stay good.
        for (const Value& value : values) {
            const auto& text =
                texts.emplace_back(std::visit([](const auto& held) { return on_the_wire(held); }, value));
            pointers.push_back(std::holds_alternative<std::monostate>(value) ? nullptr : text.c_str());
            lengths.push_back(static_cast<int>(text.size()));
            binary.push_back(std::holds_alternative<Bytes>(value) ? 1 : 0);
        }
        const auto reply = checked(PQexecPrepared(server_, name_.c_str(), static_cast<int>(values.size()),
                                                  pointers.data(), lengths.data(), binary.data(), 0),
                                   server_);
        return outcome(reply.get());
    }

private:
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

    PGconn* server_;
    std::string name_;
};

class PostgresConnection final : public Connection {
public:
    explicit PostgresConnection(const std::string& url) : server_(PQconnectdb(url.c_str()))
    {
        if (!alive()) throw Failure(std::string("postgresql: ") + PQerrorMessage(server_.get()));
        script("SET client_min_messages = warning");
        // SQLite compares text byte by byte, so PostgreSQL must too, or lists would differ in order.
        const auto order = checked(PQexec(server_.get(), "SELECT 'B' < 'a' COLLATE \"default\""), server_.get());
        if (std::strcmp(PQgetvalue(order.get(), 0, 0), "t") != 0)
            throw Failure("create the database with LC_COLLATE 'C.UTF-8' TEMPLATE template0");
    }

    [[nodiscard]] Dialect dialect() const override { return Dialect::postgres; }
    [[nodiscard]] bool alive() const override { return PQstatus(server_.get()) == CONNECTION_OK; }

    [[nodiscard]] std::unique_ptr<Statement> prepare(const std::string& text) override
    {
        auto name = "s" + std::to_string(++prepared_);
        const auto reply = checked(PQprepare(server_.get(), name.c_str(), text.c_str(), 0, nullptr), server_.get());
        return std::make_unique<PostgresStatement>(server_.get(), std::move(name));
    }

    void script(const std::string& text) override { checked(PQexec(server_.get(), text.c_str()), server_.get()); }

    void begin() override { script("BEGIN"); }

    void commit() override
    {
        const auto reply = checked(PQexec(server_.get(), "COMMIT"), server_.get());
        // After an error that somebody swallowed, COMMIT rolls back and calls that a success.
        if (std::strcmp(PQcmdStatus(reply.get()), "COMMIT") != 0)
            throw Failure("postgresql: rolled back, not committed");
    }

    void rollback() noexcept override { const Reply ignored(PQexec(server_.get(), "ROLLBACK")); }

private:
    Server server_;
    int prepared_ = 0;
};

} // namespace

std::unique_ptr<Connection> open_postgres(const std::string& url) { return std::make_unique<PostgresConnection>(url); }

} // namespace amends::sql
