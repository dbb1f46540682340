// SPDX-License-Identifier: Apache-2.0
// What goes into a statement and comes out of a row, the same for both engines.
#pragma once

#include "base/describe.h"
#include "base/result.h"
#include "base/time.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace amends::sql {

using Bytes = std::vector<std::byte>;
using Value = std::variant<std::monostate, std::int64_t, double, std::string, Bytes>; // monostate is NULL.
using Row = std::vector<Value>;

template <class V>
[[nodiscard]] Value to_value(const V& value)
{
    if constexpr (Optional<V>) return value ? to_value(*value) : Value{};
    else if constexpr (std::is_same_v<V, Instant>) return std::int64_t{value.time_since_epoch().count()};
    else if constexpr (NamedEnum<V>) return std::string(name_of(value));
    else if constexpr (std::is_integral_v<V> || IdEnum<V>) return static_cast<std::int64_t>(value);
    else if constexpr (std::is_floating_point_v<V>) return static_cast<double>(value);
    else if constexpr (std::is_same_v<V, Bytes>) return value;
    else return std::string(std::string_view(value));
}

// A column that holds something else than the field expects means that schema and program disagree: a Failure.
template <class V>
[[nodiscard]] V take(Value&& value)
{
    if (V* held = std::get_if<V>(&value)) return std::move(*held);
    throw Failure("a column does not have the type that its field expects");
}

template <class V>
[[nodiscard]] V from_value(Value&& value)
{
    if constexpr (Optional<V>) {
        if (std::holds_alternative<std::monostate>(value)) return std::nullopt;
        return from_value<typename V::value_type>(std::move(value));
    } else if constexpr (std::is_same_v<V, Instant>) {
        return Instant{Instant::duration{take<std::int64_t>(std::move(value))}};
    } else if constexpr (NamedEnum<V>) {
        const auto name = take<std::string>(std::move(value));
        if (const auto known = from_name<V>(name)) return *known;
        throw Failure("a column holds a name that its enum does not know: " + name);
    } else if constexpr (std::is_same_v<V, bool> || IdEnum<V>) {
        return static_cast<V>(take<std::int64_t>(std::move(value)));
    } else if constexpr (std::is_integral_v<V>) {
        const auto number = take<std::int64_t>(std::move(value));
        if (!std::in_range<V>(number)) throw Failure("a column holds a number too large for its field");
        return static_cast<V>(number);
    } else {
        return take<V>(std::move(value)); // double, std::string, Bytes
    }
}

struct Param {
    std::string_view name;
    Value value;

    template <class V>
    Param(std::string_view its_name, const V& its_value) : name(its_name), value(to_value(its_value))
    {
    }
};

// The named parameters of a statement: {{"id", id}, {"due_at", due_at}}, or all fields of a struct and a few more.
class Params {
public:
    Params() = default;
    Params(std::initializer_list<Param> listed) : list_(listed) {}

    template <Described T>
    Params(const T& row, std::initializer_list<Param> more = {}) : list_(more)
    {
        each_field<T>([&](auto field) { list_.emplace_back(field.name, row.*field.pointer); });
    }

    template <class V>
    void add(std::string_view name, const V& value)
    {
        list_.emplace_back(name, value);
    }

    void add_value(std::string_view name, Value value)
    {
        list_.emplace_back(name, std::int64_t{0});
        list_.back().value = std::move(value);
    }

    [[nodiscard]] const std::vector<Param>& list() const { return list_; }

private:
    std::vector<Param> list_;
};

template <Described T>
[[nodiscard]] std::string field_list(std::string_view before_each)
{
    std::string list;
    each_field<T>([&](auto field) {
        if (!list.empty()) list += ", ";
        list.append(before_each).append(field.name);
    });
    return list;
}

// "id, case_id, text", in the order in which read() expects them.
template <Described T>
[[nodiscard]] const std::string& columns()
{
    static const std::string list = field_list<T>("");
    return list;
}

// "$id, $case_id, $text"
template <Described T>
[[nodiscard]] const std::string& placeholders()
{
    static const std::string list = field_list<T>("$");
    return list;
}

template <Described T>
[[nodiscard]] T read(Row&& row)
{
    T record{};
    std::size_t at = 0;
    each_field<T>([&](auto field) {
        auto& slot = record.*field.pointer;
        slot = from_value<std::remove_reference_t<decltype(slot)>>(std::move(row.at(at++)));
    });
    return record;
}

} // namespace amends::sql
