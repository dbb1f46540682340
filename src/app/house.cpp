// SPDX-License-Identifier: Apache-2.0
#include "app/house.h"

#include "app/schema_gate.h"
#include "app/where_served.h"
#include "migrations.gen.h"

#include <algorithm>

namespace amends {
namespace {

// Ids grow with time, so the newest rows of the busiest tables tell where to go on.
std::int64_t highest_id(sql::Session& session)
{
    std::int64_t highest = 0;
    for (const char* const table : {"raw_messages", "messages", "recipients", "cases", "jobs", "people", "texts",
                                    "waits", "promises", "placements", "attachments", "notes", "teams", "channels"}) {
        for (const BrandId brand : brands_of(session)) {
            const auto id = session.value<std::optional<std::int64_t>>(
                std::string("SELECT max(id) FROM ") + table + " WHERE brand_id = $brand", {{"brand", brand}});
            highest = std::max(highest, id.value_or(0));
        }
    }
    for (const char* const table : {"users", "sessions", "api_tokens"}) {
        const auto id = session.value<std::optional<std::int64_t>>(std::string("SELECT max(id) FROM ") + table);
        highest = std::max(highest, id.value_or(0));
    }
    return highest;
}

std::string relative_to(const std::filesystem::path& data, std::string database)
{
    if (std::filesystem::create_directories(data))
        std::filesystem::permissions(data, std::filesystem::perms::owner_all);
    return database.empty() ? "sqlite:" + (data / "desk.db").string() : std::move(database);
}

Config completed(Config config)
{
    config.database = relative_to(config.data, std::move(config.database));
    if (config.public_address.empty()) config.public_address = http_address(config.http_address, config.http_port);
    return config;
}

} // namespace

void Bell::ring()
{
    {
        const std::scoped_lock lock(guard_);
        ++count_;
    }
    rung_.notify_all();
}

std::uint64_t Bell::wait(std::uint64_t heard, std::chrono::milliseconds at_most)
{
    std::unique_lock lock(guard_);
    rung_.wait_for(lock, at_most, [&] { return count_ != heard; });
    return count_;
}

std::uint64_t Bell::count() const
{
    const std::scoped_lock lock(guard_);
    return count_;
}

House::House(Config config_, const Clock& clock_)
    : config(completed(std::move(config_))),
      clock(clock_),
      ids(clock_),
      keys(crypto::Keys::load_or_create(config.data / "master.key")),
      blobs(config.data / "blobs"),
      room(config.data),
      pool(config.database, config.workers + config.job_workers + 8),
      readers(config.rations),
      intake(config.database)
{
}

House::~House()
{
    try {
        if (node) node->leave(*pool.take());
    } catch (const std::exception&) { // The database is away: others will see that we are gone.
    }
}

void House::open(NodeKind kind)
{
    const auto session = pool.take();
    constexpr auto newest = static_cast<std::int64_t>(std::size(migrations)); // Numbered from 1 without a gap.
    refuse_newer_schema(*session, newest);
    sql::migrate(*session, migrations);
    let_run_from(*session, previous_release_schema, newest);
    node.emplace(node_locks(config.database, config.data), *session, kind);
    ids.be_node(node->number());
    ids.begin_above(highest_id(*session));
}

std::vector<BrandId> brands_of(sql::Session& session)
{
    std::vector<BrandId> brands;
    for (auto& row : session.query("SELECT id FROM brands WHERE id > 0 ORDER BY id"))
        brands.push_back(sql::from_value<BrandId>(std::move(row.at(0))));
    return brands;
}

} // namespace amends
