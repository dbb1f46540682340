// SPDX-License-Identifier: Apache-2.0
#include "app/table_dump.h"

#include "platform/crypto/encode.h"
#include "platform/json/read.h"
#include "platform/json/write.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

namespace amends {
namespace {

constexpr int rows_at_once = 1000;

struct Column {
    std::string name{};
    std::string type{};
};
BOOST_DESCRIBE_STRUCT(Column, (), (name, type))

std::vector<Column> columns_of(sql::Session& session, const std::string& table)
{
    return session.all<Column>("SELECT column_name, data_type FROM information_schema.columns"
                               " WHERE table_schema = current_schema() AND table_name = $table"
                               " ORDER BY ordinal_position",
                               {{"table", table}});
}

std::vector<std::string> tables_of(sql::Session& session)
{
    std::vector<std::string> tables;
    for (auto& row : session.query("SELECT table_name FROM information_schema.tables"
                                   " WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'"
                                   " AND table_name <> 'schema_versions' ORDER BY table_name"))
        tables.push_back(sql::from_value<std::string>(std::move(row.at(0))));
    return tables;
}

// Before a table come those that its rows refer to.
std::vector<std::string> in_order(sql::Session& session)
{
    std::map<std::string, std::set<std::string>> needs;
    for (auto& row :
         session.query("SELECT CAST(one.relname AS TEXT), CAST(other.relname AS TEXT) FROM pg_constraint"
                       " JOIN pg_class AS one ON one.oid = conrelid JOIN pg_class AS other ON other.oid = confrelid"
                       " JOIN pg_namespace ON pg_namespace.oid = one.relnamespace"
                       " WHERE contype = 'f' AND nspname = current_schema() AND one.oid <> other.oid"))
        needs[sql::from_value<std::string>(std::move(row.at(0)))].insert(
            sql::from_value<std::string>(std::move(row.at(1))));
    std::vector<std::string> order;
    auto left = tables_of(session);
    while (!left.empty()) {
        const auto ready = std::ranges::find_if(left, [&](const std::string& table) {
            return std::ranges::all_of(needs[table],
                                       [&](const auto& need) { return std::ranges::count(order, need) > 0; });
        });
        if (ready == left.end()) throw Failure("tables refer to each other in a ring");
        order.push_back(*ready);
        left.erase(ready);
    }
    return order;
}

std::string list_of(const std::vector<Column>& columns, std::string_view before)
{
    std::string list;
    for (const auto& column : columns) list.append(list.empty() ? "" : ", ").append(before).append(column.name);
    return list;
}

// Everything travels as text, but bytes as base64url and what is missing as null.
void write_row(std::string& line, const sql::Row& row)
{
    line = "[";
    for (const auto& value : row) {
        if (line.size() > 1) line += ',';
        if (const auto* number = std::get_if<std::int64_t>(&value)) line += fmt::format("{}", *number);
        else if (const auto* text = std::get_if<std::string>(&value)) json::write_text(line, *text);
        else if (const auto* bytes = std::get_if<sql::Bytes>(&value))
            json::write_text(line, crypto::base64url({reinterpret_cast<const char*>(bytes->data()), bytes->size()}));
        else line += "null";
    }
    line += "]\n";
}

void dump_table(sql::Session& session, const std::string& table, const std::filesystem::path& file)
{
    const auto columns = columns_of(session, table);
    session.script("DECLARE rows_of_" + table + " CURSOR FOR SELECT " + list_of(columns, "") + " FROM " + table);
    std::ofstream out(file, std::ios::binary);
    std::string line;
    const auto fetch = fmt::format("FETCH {} FROM rows_of_{}", rows_at_once, table);
    for (auto rows = session.query(fetch); !rows.empty(); rows = session.query(fetch))
        for (const auto& row : rows) {
            write_row(line, row);
            out << line;
        }
    session.script("CLOSE rows_of_" + table);
    out.flush();
    if (!out) throw Failure("cannot write " + file.string());
}

sql::Value value_from(const json::Node& node, const Column& column)
{
    if (node.null()) return {};
    if (const auto number = node.integer()) return *number;
    const auto text = node.text();
    if (!text) throw Failure("a row of the backup cannot be read: " + column.name);
    if (column.type != "bytea") return *text;
    const auto bytes = crypto::from_base64url(*text);
    if (!bytes) throw Failure("bytes of the backup cannot be read: " + column.name);
    const auto* first = reinterpret_cast<const std::byte*>(bytes->data());
    return sql::Bytes(first, first + bytes->size());
}

void load_table(sql::Session& session, const std::string& table, const std::filesystem::path& file)
{
    const auto columns = columns_of(session, table);
    const std::string insert =
        "INSERT INTO " + table + " (" + list_of(columns, "") + ") VALUES (" + list_of(columns, "$") + ")";
    std::ifstream in(file, std::ios::binary);
    for (std::string line; std::getline(in, line);) {
        const auto row = json::Node::parse(line);
        const auto items = row ? row->items() : Result<std::vector<json::Node>>{};
        if (!row || !items || items->size() != columns.size()) throw Failure("the backup of " + table + " is damaged");
        sql::Params params;
        for (std::size_t at = 0; at < columns.size(); ++at)
            params.add_value(columns[at].name, value_from((*items)[at], columns[at]));
        session.execute(insert, params);
    }
}

} // namespace

std::vector<std::string> tables_in_order(sql::Session& session) { return in_order(session); }

std::vector<std::string> column_names_of(sql::Session& session, const std::string& table)
{
    std::vector<std::string> names;
    for (auto& column : columns_of(session, table)) names.push_back(std::move(column.name));
    return names;
}

void dump_tables(sql::Session& session, const std::filesystem::path& folder)
{
    std::filesystem::create_directories(folder);
    session.script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    for (const auto& table : tables_of(session)) dump_table(session, table, folder / table);
    session.script("COMMIT");
}

void load_tables(sql::Session& session, const std::filesystem::path& folder)
{
    sql::Transaction transaction(session);
    auto order = in_order(session);
    for (auto table = order.rbegin(); table != order.rend(); ++table) session.execute("DELETE FROM " + *table);
    for (const auto& table : order)
        if (std::filesystem::exists(folder / table)) load_table(session, table, folder / table);
    transaction.commit();
}

} // namespace amends
