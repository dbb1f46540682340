// SPDX-License-Identifier: Apache-2.0
// The text of statements over the fields of a described struct. Every row belongs to a brand: $brand stands in each of
// them. Keep what they answer in a static: the text is the same each time, and the engines prepare it once.
#pragma once

#include "platform/sql/value.h"

#include <string>
#include <string_view>

namespace amends::sql {

// "SELECT columns FROM table WHERE brand_id = $brand AND rest"
template <Described T>
[[nodiscard]] std::string select_from(std::string_view table, std::string_view rest)
{
    return "SELECT " + columns<T>() + " FROM " + std::string(table) + " WHERE brand_id = $brand AND " +
           std::string(rest);
}

// "INSERT INTO table (brand_id, columns) VALUES ($brand, …)", and what follows it.
template <Described T>
[[nodiscard]] std::string insert_into(std::string_view table, std::string_view rest = "")
{
    return "INSERT INTO " + std::string(table) + " (brand_id, " + columns<T>() + ") VALUES ($brand, " +
           placeholders<T>() + ")" + std::string(rest);
}

} // namespace amends::sql
