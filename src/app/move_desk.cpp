// SPDX-License-Identifier: Apache-2.0
// `amends move`: a desk in a file becomes the same desk on PostgreSQL. Rows keep their ids, the chain of events its
// hashes; files go into the database, where every node finds them. All or nothing; the file stays as it was.
#include "app/commands.h"

#include "app/desk_clock.h"
#include "app/heart.h"
#include "app/table_dump.h"
#include "platform/search/search_index.h"
#include "platform/sql/dialect.h"
#include "timeline/event_log_sql.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <limits>

namespace amends {
namespace {

namespace fs = std::filesystem;

constexpr int rows_at_once = 1000;
constexpr std::string_view found_words = "search_documents"; // Kept in another form on each engine.

int said(const std::string& sentence)
{
    fmt::print(stderr, "amends: {}\n", sentence);
    return 1;
}

std::int64_t rows_in(sql::Session& session, std::string_view table)
{
    return session.value<std::int64_t>("SELECT count(*) FROM " + std::string(table));
}

// Calls `take(rows)` with a crowd at a time, in the order in which the rows were made; a row begins with its rowid.
template <class Take>
void read_rows(sql::Session& from, std::string_view table, const std::string& columns, Take take)
{
    const auto text = fmt::format("SELECT rowid, {} FROM {} WHERE rowid > $after ORDER BY rowid LIMIT {}", columns,
                                  table, rows_at_once);
    std::int64_t after = std::numeric_limits<std::int64_t>::min();
    for (auto rows = from.query(text, {{"after", after}}); !rows.empty(); rows = from.query(text, {{"after", after}})) {
        after = std::get<std::int64_t>(rows.back().front());
        take(rows);
    }
}

void copy_rows(sql::Session& from, sql::Session& to, const std::string& table)
{
    const auto columns = column_names_of(to, table);
    const std::string insert =
        fmt::format("INSERT INTO {} ({}) VALUES (${})", table, fmt::join(columns, ", "), fmt::join(columns, ", $"));
    read_rows(from, table, fmt::format("{}", fmt::join(columns, ", ")), [&](std::vector<sql::Row>& rows) {
        std::vector<sql::Step> steps;
        for (auto& row : rows) {
            sql::Params params;
            for (std::size_t at = 0; at < columns.size(); ++at) params.add_value(columns[at], std::move(row[at + 1]));
            steps.push_back({insert, std::move(params)});
        }
        to.pipeline(steps);
    });
}

void copy_words(sql::Session& from, sql::Session& to)
{
    search::SearchIndex index(to);
    read_rows(from, found_words, "brand_id, id, case_id, at, words", [&](std::vector<sql::Row>& rows) {
        for (auto& row : rows)
            index.put({.brand = std::get<std::int64_t>(row[1]),
                       .id = std::get<std::int64_t>(row[2]),
                       .case_id = std::get<std::int64_t>(row[3]),
                       .at = sql::from_value<Instant>(std::move(row[4])),
                       .tokens = std::get<std::string>(row[5])});
    });
}

std::string bytes_of(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (in.bad()) throw Failure("cannot read " + file.string());
    return bytes;
}

// A file's name tells by its hash whose it is. What is nobody's is what was not finished when a process died.
void copy_files(House& from, House& to, sql::Session& session)
{
    const auto folder = from.config.data / "blobs";
    if (!fs::exists(folder)) return;
    const auto brands = brands_of(session);
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const auto bytes = bytes_of(entry.path());
        for (const BrandId brand : brands)
            if (blobs::name_of(brand, bytes) == entry.path().filename())
                static_cast<void>(to.blobs.put(session, brand, bytes));
    }
}

// Nothing but what the migrations put there.
bool holds_nothing(sql::Session& session) { return rows_in(session, "users") == 0; }

void require_the_same(House& from_house, sql::Session& from, sql::Session& to, const std::vector<std::string>& tables)
{
    for (const auto& table : tables)
        if (rows_in(from, table) != rows_in(to, table)) throw Failure("not every row of " + table + " has arrived");
    for (const BrandId brand : brands_of(to)) {
        const timeline::EventSqlLog events(to, brand, from_house.clock, {});
        if (const auto broken = events.first_broken_link())
            throw Failure(fmt::format("the chain of events does not hold at {}", *broken));
    }
}

void move_rows(House& from_house, House& to_house, sql::Session& from, sql::Session& to)
{
    sql::Transaction transaction(to);
    auto tables = tables_in_order(to);
    std::erase_if(tables, [](const auto& table) { return table == "nodes" || table == "blob_parts"; });
    for (auto table = tables.rbegin(); table != tables.rend(); ++table) to.execute("DELETE FROM " + *table);
    for (const auto& table : tables) {
        if (table == found_words) copy_words(from, to);
        else copy_rows(from, to, table);
    }
    copy_files(from_house, to_house, to);
    require_the_same(from_house, from, to, tables);
    transaction.commit();
}

} // namespace

int move_desk(const Config& config, const std::string& to)
{
    if (!to.starts_with("postgresql://") && !to.starts_with("postgres://"))
        return said("name a PostgreSQL database: --to postgresql://…");
    if (!config.database.empty() && !config.sqlite()) return said("only a desk in a file can be moved");
    if (!fs::exists(config.data / "desk.db")) return said(config.data.string() + " holds no desk");
    const Clock& clock = desk_clock();
    House from(config, clock);
    from.open(NodeKind::server); // Nobody serves it meanwhile.
    if (from.node->inherits()) bury(from, from.node_number());
    Config there = config;
    there.database = to;
    House target(there, clock);
    target.open();
    const auto reading = from.pool.take();
    const auto writing = target.pool.take();
    if (!holds_nothing(*writing)) return said("there is a desk in that database already");
    move_rows(from, target, *reading, *writing);
    sql::take_stock(*writing);
    fmt::print("The desk lies in PostgreSQL now: {} cases, {} messages, and every event in its place.\n"
               "Start it with --database and the same folder, which holds the key. desk.db and blobs are as they were;"
               " take them away when you no longer want to go back.\n",
               rows_in(*writing, "cases"), rows_in(*writing, "messages"));
    return 0;
}

} // namespace amends
