// SPDX-License-Identifier: Apache-2.0
// Writes described structs as JSON, straight into text: three times as fast as by way of a tree of values.
#pragma once

#include "base/describe.h"
#include "base/json_text.h"
#include "base/time.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

namespace amends::json {

inline void write_text(std::string& out, std::string_view text)
{
    constexpr std::string_view hex = "0123456789abcdef";
    out += '"';
    for (const char letter : text) {
        const auto code = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') out.append(1, '\\').append(1, letter);
        else if (code < 0x20) out.append("\\u00").append(1, hex[code >> 4U]).append(1, hex[code & 15U]);
        else out += letter;
    }
    out += '"';
}

template <class Number>
void write_number(std::string& out, Number number)
{
    std::array<char, 32> digits{};
    out.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
}

template <class V>
void write(std::string& out, const V& value);

template <class Range>
void write_list(std::string& out, const Range& list)
{
    out += '[';
    for (bool first = true; const auto& item : list) {
        if (!std::exchange(first, false)) out += ',';
        write(out, item);
    }
    out += ']';
}

template <Described T>
void write_object(std::string& out, const T& object)
{
    out += '{';
    bool first = true;
    each_field<T>([&](auto field) {
        if (!std::exchange(first, false)) out += ',';
        out.append("\"").append(sent_name(field.name)).append("\":");
        write(out, object.*field.pointer);
    });
    out += '}';
}

template <class V>
void write(std::string& out, const V& value)
{
    if constexpr (Described<V>) write_object(out, value);
    else if constexpr (Optional<V>) {
        if (value) write(out, *value);
        else out += "null";
    } else if constexpr (std::is_same_v<V, JsonText>) out += value.text;
    else if constexpr (std::is_same_v<V, bool>) out += value ? "true" : "false";
    else if constexpr (std::is_same_v<V, Instant>) write_number(out, value.time_since_epoch().count());
    else if constexpr (NamedEnum<V>) write_text(out, name_of(value));
    else if constexpr (IdEnum<V>) write_number(out, static_cast<std::underlying_type_t<V>>(value));
    else if constexpr (std::is_floating_point_v<V>) {
        if (std::isfinite(value)) write_number(out, value);
        else out += "null"; // JSON has no infinity.
    } else if constexpr (std::is_integral_v<V>) write_number(out, value);
    else if constexpr (std::is_convertible_v<V, std::string_view>) write_text(out, value);
    else write_list(out, value);
}

template <class V>
[[nodiscard]] std::string text_of(const V& value)
{
    std::string out;
    write(out, value);
    return out;
}

} // namespace amends::json
