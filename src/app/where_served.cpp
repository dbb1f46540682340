// SPDX-License-Identifier: Apache-2.0
#include "app/where_served.h"

#include <fmt/format.h>

namespace amends {

std::string http_address(const std::string& host, std::uint16_t port)
{
    const bool ipv6 = host.find(':') != std::string::npos;
    return ipv6 ? fmt::format("http://[{}]:{}", host, port) : fmt::format("http://{}:{}", host, port);
}

void remember_where_served(House& house)
{
    const auto session = house.pool.take();
    session->execute("INSERT INTO settings (name, value) VALUES ('public_address', $value)"
                     " ON CONFLICT (name) DO UPDATE SET value = $value",
                     {{"value", house.config.public_address}});
}

std::optional<std::string> where_served(sql::Session& session)
{
    auto rows = session.query("SELECT value FROM settings WHERE name = 'public_address'");
    if (rows.empty()) return std::nullopt;
    return sql::from_value<std::string>(std::move(rows.front().at(0)));
}

} // namespace amends
