// SPDX-License-Identifier: Apache-2.0
#include "platform/sql/session.h"

#include "platform/sql/connection.h"

#include <algorithm>

namespace amends::sql {
namespace {

struct Numbered {
    std::string text{};
    std::vector<std::string> names{};
};

// Where the quoted text or comment that begins at `from` ends; `from` itself when nothing begins there.
std::size_t end_of_quotation(std::string_view text, std::size_t from)
{
    const auto rest = text.substr(from);
    const auto past = [&](std::string_view end) {
        const auto found = text.find(end, from + end.size());
        return found == std::string_view::npos ? text.size() : found + end.size();
    };
    if (rest.starts_with('\'')) return past("'");
    if (rest.starts_with('"')) return past("\"");
    if (rest.starts_with("--")) return std::min(text.find('\n', from), text.size());
    if (rest.starts_with("/*")) return past("*/");
    return from;
}

std::string_view name_at(std::string_view text, std::size_t from)
{
    const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz_", from);
    return text.substr(from, std::min(end, text.size()) - from);
}

// Turns $name into $1, $2 … in order of first appearance: the order in which SQLite numbers parameters by itself.
Numbered number(std::string_view text)
{
    Numbered result;
    for (std::size_t at = 0; at < text.size();) {
        if (const auto end = end_of_quotation(text, at); end != at) {
            result.text += text.substr(at, end - at);
            at = end;
        } else if (text[at] != '$') {
            result.text += text[at++];
        } else {
            const auto name = name_at(text, at + 1);
            at += 1 + name.size();
            if (name.empty()) throw Failure("a parameter needs a name in small letters: " + std::string(text));
            // SQLite would take "$due_at::bigint" for the name and bind NULL.
            if (text.substr(at).starts_with("::")) throw Failure("write CAST($" + std::string(name) + " AS …)");
            auto known = std::ranges::find(result.names, name);
            if (known == result.names.end()) known = result.names.emplace(known, name);
            result.text += '$' + std::to_string(known - result.names.begin() + 1);
        }
    }
    return result;
}

std::vector<Value> in_order(const std::vector<std::string>& names, const Params& params)
{
    std::vector<Value> values(names.size());
    std::vector<bool> bound(names.size());
    for (const Param& param : params.list()) {
        const auto at = static_cast<std::size_t>(std::ranges::find(names, param.name) - names.begin());
        if (at == names.size()) throw Failure("unknown parameter $" + std::string(param.name));
        values[at] = param.value;
        bound[at] = true;
    }
    const auto missing = static_cast<std::size_t>(std::ranges::find(bound, false) - bound.begin());
    if (missing != names.size()) throw Failure("missing parameter $" + names[missing]);
    return values;
}

std::unique_ptr<Connection> connect(const std::string& url)
{
    constexpr std::string_view sqlite = "sqlite:";
    return url.starts_with(sqlite) ? open_sqlite(url.substr(sqlite.size())) : open_postgres(url);
}

} // namespace

Session::Session(std::string url) : url_(std::move(url)), connection_(connect(url_)) {}
Session::~Session() = default;

Dialect Session::dialect() const { return connection_->dialect(); }

bool Session::alive() const { return connection_->alive(); }

void Session::reconnect()
{
    cache_.clear();
    connection_ = connect(url_);
}

std::vector<Row> Session::query(std::string_view text, const Params& params)
{
    auto& [names, statement] = prepared(text);
    return statement->run(in_order(names, params)).rows;
}

std::int64_t Session::execute(std::string_view text, const Params& params)
{
    auto& [names, statement] = prepared(text);
    return statement->run(in_order(names, params)).changed;
}

void Session::later(std::string_view text, const Params& params)
{
    auto& [names, statement] = prepared(text);
    statement->later(in_order(names, params));
}

void Session::settle() { connection_->settle(); }

std::vector<Ready> Session::ready(std::span<const Step> steps)
{
    std::vector<Ready> batch;
    for (const auto& [text, params] : steps) {
        auto& [names, statement] = prepared(text);
        batch.push_back({.statement = statement.get(), .values = in_order(names, params)});
    }
    return batch;
}

std::vector<std::int64_t> Session::pipeline(std::span<const Step> steps)
{
    constexpr std::size_t most = 100; // More could fill the buffers of both ends while each waits for the other.
    std::vector<std::int64_t> changed;
    for (std::size_t at = 0; at < steps.size(); at += most)
        for (const auto& outcome : connection_->run_all(ready(steps.subspan(at, std::min(most, steps.size() - at)))))
            changed.push_back(outcome.changed);
    return changed;
}

std::vector<std::vector<Row>> Session::answers(std::span<const Step> steps)
{
    std::vector<std::vector<Row>> answers;
    for (auto& outcome : connection_->run_all(ready(steps))) answers.push_back(std::move(outcome.rows));
    return answers;
}

void Session::script(const std::string& text) { connection_->script(text); }

Session::Cached& Session::prepared(std::string_view text)
{
    if (const auto known = cache_.find(text); known != cache_.end()) return known->second;
    auto [numbered, names] = number(text);
    auto statement = connection_->prepare(numbered);
    return cache_.emplace(text, Cached{std::move(names), std::move(statement)}).first->second;
}

Snapshot::Snapshot(Session& session) : open_(session.connection_.get())
{
    const bool postgres = session.dialect() == Dialect::postgres;
    session.script(postgres ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN");
}

Snapshot::~Snapshot() { open_->rollback(); }

Transaction::Transaction(Session& session, Durability durability) : open_(session.connection_.get())
{
    open_->begin(durability);
}

Transaction::~Transaction()
{
    if (open_ != nullptr) open_->rollback();
}

void Transaction::commit()
{
    open_->commit();
    open_ = nullptr;
}

} // namespace amends::sql
