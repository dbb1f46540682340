// SPDX-License-Identifier: Apache-2.0
#include "platform/blobs/blobs.h"

#include "base/away.h"
#include "platform/crypto/encode.h"
#include "platform/crypto/hash.h"
#include "platform/crypto/random.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace amends::blobs {
namespace {

constexpr std::size_t part_size = 1024UZ * 1024;
constexpr std::size_t name_length = 64;

// Names come from our own rows; one of another shape would be a path.
void require_name(std::string_view name)
{
    if (name.size() != name_length || name.find_first_not_of("0123456789abcdef") != std::string_view::npos)
        throw Failure("a blob is named by 64 hexadecimal digits");
}

std::filesystem::path path_in(const std::filesystem::path& folder, std::string_view name)
{
    return folder / name.substr(0, 2) / name.substr(2, 2) / name;
}

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& path)
{
    throw Away(what + " " + path.string() + ": " + std::strerror(errno));
}

struct Descriptor {
    int number;
    ~Descriptor()
    {
        if (number >= 0) close(number);
    }
};

void sync_folder(const std::filesystem::path& folder)
{
    const Descriptor opened{open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (opened.number < 0 || fsync(opened.number) != 0) fail("cannot sync folder", folder);
}

void write_all(const std::filesystem::path& path, std::string_view bytes)
{
    const Descriptor file{open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
    if (file.number < 0) fail("cannot make", path);
    for (std::string_view rest = bytes; !rest.empty();) {
        const auto written = write(file.number, rest.data(), rest.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) fail("cannot write", path);
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
    if (fsync(file.number) != 0) fail("cannot sync", path); // Final: the kernel may have dropped the pages.
}

// Folders that are new must be on the disk too, each in the one above it.
void make_folders(const std::filesystem::path& folder, const std::filesystem::path& root)
{
    if (std::filesystem::exists(folder)) return;
    if (folder != root) make_folders(folder.parent_path(), root);
    std::filesystem::create_directories(folder);
    try {
        sync_folder(folder.parent_path().empty() ? "." : folder.parent_path());
    } catch (...) { // Or the next mail would find it and take it for safe.
        std::error_code ignored;
        std::filesystem::remove(folder, ignored);
        throw;
    }
}

void put_file(const std::filesystem::path& root, std::string_view name, std::string_view bytes)
{
    const auto path = path_in(root, name);
    // There, but perhaps only just: whoever put it may be waiting for the disk still, or have waited in vain.
    if (std::filesystem::exists(path)) return sync_folder(path.parent_path());
    make_folders(path.parent_path(), root);
    auto beside = path;
    beside += "." + crypto::hex(crypto::random_bytes(8));
    try {
        write_all(beside, bytes);
        std::filesystem::rename(beside, path);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove(beside, ignored);
        throw;
    }
    sync_folder(path.parent_path());
}

void put_parts(sql::Session& session, BrandId brand, std::string_view name, std::string_view bytes)
{
    std::int64_t part = 0;
    do {
        const auto piece = bytes.substr(0, part_size);
        const auto* first = reinterpret_cast<const std::byte*>(piece.data());
        session.execute(
            "INSERT INTO blob_parts (brand_id, name, part, bytes) VALUES ($brand, $name, $part, $bytes)"
            " ON CONFLICT (brand_id, name, part) DO NOTHING",
            {{"brand", brand}, {"name", name}, {"part", part++}, {"bytes", sql::Bytes(first, first + piece.size())}});
        bytes.remove_prefix(piece.size());
    } while (!bytes.empty());
}

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file.is_open() && errno != ENOENT) fail("cannot open", path);
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (!file.is_open() || file.bad()) throw Failure("a blob is missing: " + path.filename().string());
    return bytes;
}

} // namespace

std::string name_of(BrandId brand, std::string_view bytes)
{
    std::string keyed = "amends-blob-1 " + std::to_string(static_cast<std::int64_t>(brand)) + "\n";
    return crypto::sha256_hex(keyed.append(bytes));
}

std::string Blobs::put(sql::Session& session, BrandId brand, std::string_view bytes) const
{
    auto name = name_of(brand, bytes);
    if (session.dialect() != sql::Dialect::sqlite) {
        if (!holds(session, brand, name)) put_parts(session, brand, name, bytes);
        return name;
    }
    try {
        put_file(folder_, name, bytes);
    } catch (const std::filesystem::filesystem_error& error) {
        throw Away(error.what());
    }
    return name;
}

std::string Blobs::get(sql::Session& session, BrandId brand, std::string_view name) const
{
    require_name(name);
    if (session.dialect() == sql::Dialect::sqlite) return read_file(path_in(folder_, name));
    std::string bytes;
    auto rows = session.query("SELECT bytes FROM blob_parts WHERE brand_id = $brand AND name = $name ORDER BY part",
                              {{"brand", brand}, {"name", name}});
    if (rows.empty()) throw Failure("a blob is missing: " + std::string(name));
    for (auto& row : rows) {
        const auto part = sql::from_value<sql::Bytes>(std::move(row.at(0)));
        bytes.append(reinterpret_cast<const char*>(part.data()), part.size());
    }
    return bytes;
}

bool Blobs::holds(sql::Session& session, BrandId brand, std::string_view name) const
{
    require_name(name);
    if (session.dialect() == sql::Dialect::sqlite) return std::filesystem::exists(path_in(folder_, name));
    return !session
                .query("SELECT 1 FROM blob_parts WHERE brand_id = $brand AND name = $name LIMIT 1",
                       {{"brand", brand}, {"name", name}})
                .empty();
}

std::filesystem::path Blobs::file_of(sql::Session& session, std::string_view name) const
{
    require_name(name);
    return session.dialect() == sql::Dialect::sqlite ? path_in(folder_, name) : std::filesystem::path();
}

} // namespace amends::blobs
