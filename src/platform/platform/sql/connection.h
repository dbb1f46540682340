// SPDX-License-Identifier: Apache-2.0
// What an engine must offer. Only session.cpp and the engines include this.
#pragma once

#include "platform/sql/session.h"

#include <memory>
#include <span>
#include <string>

namespace amends::sql {

struct Outcome {
    std::vector<Row> rows{};
    std::int64_t changed{};
};

struct Statement {
    virtual ~Statement() = default;
    virtual Outcome run(std::span<const Value> values) = 0;
    // With whatever the connection is asked next, where that saves a round trip.
    virtual void later(std::vector<Value> values) { run(values); }
};

// A statement with all it needs to run.
struct Ready {
    Statement* statement{};
    std::vector<Value> values{};
};

struct Connection {
    virtual ~Connection() = default;
    [[nodiscard]] virtual Dialect dialect() const = 0;
    [[nodiscard]] virtual bool alive() const = 0;
    // Parameters are $1 to $n, numbered in the order in which they first appear.
    [[nodiscard]] virtual std::unique_ptr<Statement> prepare(const std::string& text) = 0;
    virtual void script(const std::string& text) = 0;
    // One after the other, in as few round trips as the engine can; the first error ends it.
    virtual std::vector<Outcome> run_all(std::span<const Ready> batch)
    {
        std::vector<Outcome> outcomes;
        for (const auto& [statement, values] : batch) outcomes.push_back(statement->run(values));
        return outcomes;
    }
    virtual void settle() {} // What statements have put off.
    virtual void begin(Durability durability) = 0;
    virtual void commit() = 0;
    virtual void rollback() noexcept = 0;
};

[[nodiscard]] std::unique_ptr<Connection> open_sqlite(const std::string& path);
[[nodiscard]] std::unique_ptr<Connection> open_postgres(const std::string& url);

} // namespace amends::sql
