// SPDX-License-Identifier: Apache-2.0
// A question in the words of each engine. Tokens hold small letters and digits only, so there is nothing to escape;
// they are quoted all the same.
#pragma once

#include "platform/text/query.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace amends::search {

// FTS5 holds the words of all brands in one index, so each word carries its brand: no list of documents is ever read
// that belongs to another brand.
[[nodiscard]] std::string branded(std::int64_t brand, std::string_view tokens);

[[nodiscard]] std::string fts5_question(std::int64_t brand, const text::Query& query);
[[nodiscard]] std::string tsquery_question(const text::Query& query);

} // namespace amends::search
