// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/http/message.h"
#include "platform/json/schema.h"
#include "search/search_row.h"

#include <functional>

namespace amends::search {

struct Asked {
    std::string words{};
    int limit{};
    std::optional<std::pair<std::int64_t, std::int64_t>> after{};
};

// The finding itself is search_sql's; who asks, and in which language, is the caller's to know.
[[nodiscard]] http::Response get_search(const std::function<SearchPage(const Asked&)>& find,
                                        const http::Request& request);

// What each of these addresses takes and gives.
[[nodiscard]] json::Shapes shapes();

} // namespace amends::search
