// SPDX-License-Identifier: Apache-2.0
// SQLite alone: writes the rows of SOURCE into a new file TARGET, so many of each table in one transaction as belong to
// one of MAILS mails, each transaction with a sync. Prints transactions a second and CPU milliseconds of one.
#include <sqlite3.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

namespace {

struct Table {
    std::string name{};
    std::string made_by{};
    std::vector<std::vector<sqlite3_value*>> rows{};
};

[[noreturn]] void fail(sqlite3* database)
{
    std::fprintf(stderr, "rows: %s\n", sqlite3_errmsg(database));
    std::exit(1);
}

void run(sqlite3* database, const std::string& sql)
{
    if (sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(database);
}

sqlite3_stmt* prepared(sqlite3* database, const std::string& sql)
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) fail(database);
    return statement;
}

std::string text_at(sqlite3_stmt* row, int column)
{
    return reinterpret_cast<const char*>(sqlite3_column_text(row, column));
}

// As the desk opens its own: what is committed survives a power cut.
sqlite3* open(const char* path)
{
    sqlite3* database = nullptr;
    if (sqlite3_open(path, &database) != SQLITE_OK) fail(database);
    run(database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000;"
                  "PRAGMA wal_autocheckpoint = 4000; PRAGMA secure_delete = ON;");
    return database;
}

void read_rows(sqlite3* source, Table& table)
{
    auto* all = prepared(source, "SELECT * FROM " + table.name + " ORDER BY rowid");
    while (sqlite3_step(all) == SQLITE_ROW) {
        auto& row = table.rows.emplace_back();
        for (int column = 0; column < sqlite3_column_count(all); ++column)
            row.push_back(sqlite3_value_dup(sqlite3_column_value(all, column)));
    }
    sqlite3_finalize(all);
}

// The tables and indexes of the source, empty, in the target; and what is to be written.
std::vector<Table> prepare(sqlite3* source, sqlite3* target)
{
    std::vector<Table> tables;
    auto* all = prepared(source, "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
                                 " AND name NOT LIKE 'search_index_%' AND name NOT LIKE 'sqlite_%' ORDER BY type DESC");
    while (sqlite3_step(all) == SQLITE_ROW) {
        run(target, text_at(all, 2));
        const auto name = text_at(all, 1);
        if (text_at(all, 0) != "table" || name == "search_index") continue;
        read_rows(source, tables.emplace_back(Table{.name = name}));
    }
    sqlite3_finalize(all);
    return tables;
}

struct Writing {
    sqlite3_stmt* into{};
    sqlite3_stmt* words{}; // The index of the search, which is told beside its table.
};

Writing writing_of(sqlite3* target, const Table& table)
{
    std::string places = "?";
    for (std::size_t column = 1; column < table.rows.front().size(); ++column) places += ", ?";
    Writing writing{.into = prepared(target, "INSERT INTO " + table.name + " VALUES (" + places + ")")};
    if (table.name == "search_documents")
        writing.words = prepared(target, "INSERT INTO search_index (rowid, words)"
                                         " SELECT place, words FROM search_documents WHERE place = ?");
    return writing;
}

void step(sqlite3* target, sqlite3_stmt* statement)
{
    if (sqlite3_step(statement) != SQLITE_DONE) fail(target);
    sqlite3_reset(statement);
}

void write(sqlite3* target, const Writing& writing, const std::vector<sqlite3_value*>& row)
{
    int column = 0;
    for (const auto* value : row) sqlite3_bind_value(writing.into, ++column, value);
    step(target, writing.into);
    if (!writing.words) return;
    sqlite3_bind_value(writing.words, 1, row.front());
    step(target, writing.words);
}

void write_all(sqlite3* target, const std::vector<Table>& tables, std::size_t mails)
{
    std::vector<std::pair<const Table*, Writing>> work;
    for (const auto& table : tables)
        if (!table.rows.empty()) work.emplace_back(&table, writing_of(target, table));
    for (std::size_t mail = 0; mail < mails; ++mail) {
        run(target, "BEGIN IMMEDIATE");
        for (const auto& [table, writing] : work) {
            const auto end = (mail + 1) * table->rows.size() / mails;
            for (auto at = mail * table->rows.size() / mails; at < end; ++at) write(target, writing, table->rows[at]);
        }
        run(target, "COMMIT");
    }
}

} // namespace

int main(int count, char** words)
{
    if (count != 4) return std::fprintf(stderr, "rows SOURCE TARGET MAILS\n"), 2;
    auto* source = open(words[1]);
    auto* target = open(words[2]);
    const auto mails = static_cast<std::size_t>(std::atoll(words[3]));
    const auto tables = prepare(source, target);
    const auto began = std::chrono::steady_clock::now();
    const auto used = std::clock();
    write_all(target, tables, mails);
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    const double cpu = 1000.0 * static_cast<double>(std::clock() - used) / CLOCKS_PER_SEC;
    std::printf("%.2f %.4f\n", static_cast<double>(mails) / took.count(), cpu / static_cast<double>(mails));
    return 0;
}
