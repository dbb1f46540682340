// SPDX-License-Identifier: Apache-2.0
// `amends backup` and `amends restore`. A backup is a folder: the rows, the files, the key. It is taken from a running
// desk and holds one moment of it; what a row names was on the disk before the row, so files are copied after rows.
#include "app/commands.h"

#include "app/desk_clock.h"
#include "app/table_dump.h"
#include "migrations.gen.h"
#include "platform/sql/dialect.h"

#include <fmt/format.h>

#include <fcntl.h>
#include <unistd.h>

namespace amends {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view rows_of_sqlite = "desk.db";
constexpr std::string_view rows_of_postgres = "rows";
constexpr std::string_view key_file = "master.key";

void copy_files(const fs::path& from, const fs::path& to)
{
    if (!fs::exists(from)) return;
    fs::create_directories(to);
    fs::copy(from, to, fs::copy_options::recursive | fs::copy_options::skip_existing);
}

void copy_key(const fs::path& from, const fs::path& to)
{
    if (fs::exists(to / key_file)) fs::remove(to / key_file);
    fs::copy_file(from / key_file, to / key_file);
    fs::permissions(to / key_file, fs::perms::owner_read);
}

// SQLite does not wait for the disk with what it copies, and we do not for each file.
void sync(const fs::path& folder)
{
    const int opened = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = opened >= 0 && syncfs(opened) == 0;
    if (opened >= 0) close(opened);
    if (!done) throw Failure("the disk does not keep " + folder.string() + ": take another backup, on another disk");
}

// A database that goes on from a backup has another history than the one that readers of its events knew, and nobody
// has said yet where it will be served.
void begin_a_new_epoch(House& house)
{
    const auto session = house.pool.take();
    session->execute("DELETE FROM settings WHERE name IN ('epoch', 'public_address')");
}

int said(const std::string& sentence)
{
    fmt::print(stderr, "amends: {}\n", sentence);
    return 1;
}

bool empty(const fs::path& folder) { return !fs::exists(folder) || fs::is_empty(folder); }

} // namespace

int back_up(const Config& config, const std::string& to)
{
    const fs::path folder(to);
    if (!empty(folder)) return said(to + " is not empty; name a folder that is, or is not there yet");
    if (!fs::exists(config.data / key_file)) return said(config.data.string() + " holds no desk");
    const Clock& clock = desk_clock();
    House house(config, clock);
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::owner_all);
    const auto session = house.pool.take();
    if (house.config.sqlite()) session->execute("VACUUM INTO $to", {{"to", (folder / rows_of_sqlite).string()}});
    else dump_tables(*session, folder / rows_of_postgres);
    copy_files(house.config.data / "blobs", folder / "blobs");
    copy_key(house.config.data, folder); // Last: a backup without it was cut off.
    sync(folder);
    fmt::print("The desk is copied to {}. It holds the key to what is sealed in it: keep it as safe as the desk.\n",
               to);
    return 0;
}

int restore(const Config& config, const std::string& from)
{
    const fs::path folder(from);
    const bool of_sqlite = fs::exists(folder / rows_of_sqlite);
    if (!of_sqlite && !fs::exists(folder / rows_of_postgres)) return said(from + " is no backup of a desk");
    if (!fs::exists(folder / key_file)) return said(from + " was cut off before it was whole; take another one");
    if (!empty(config.data)) return said(config.data.string() + " is not empty; a desk is restored into a new folder");
    const bool to_sqlite = config.database.empty() || config.sqlite();
    if (of_sqlite != to_sqlite) return said("this backup is of the other kind of database; restore it there");

    fs::create_directories(config.data);
    copy_files(folder / "blobs", config.data / "blobs");
    copy_key(folder, config.data);
    if (of_sqlite) {
        fs::copy_file(folder / rows_of_sqlite, config.data / rows_of_sqlite);
        fs::permissions(config.data / rows_of_sqlite, fs::perms::owner_read | fs::perms::owner_write);
    }
    const Clock& clock = desk_clock();
    House house(config, clock);
    house.open();
    if (!of_sqlite) {
        const auto session = house.pool.take();
        load_tables(*session, folder / rows_of_postgres);
        sql::take_stock(*session);
    }
    begin_a_new_epoch(house);
    fmt::print("The desk is restored into {}. `amends check` proves that it is whole.\n", config.data.string());
    return 0;
}

} // namespace amends
