// SPDX-License-Identifier: Apache-2.0
// Described structs as bytes between two processes of the same program: shorter and faster than JSON, and bytes of
// files stay as they are.
//
// unpack() believes nothing: who has taken over the child writes what he likes. It reads no byte beyond the end, makes
// room only for what is there, and answers nothing where the bytes are not exactly one value.
#pragma once

#include "base/describe.h"
#include "base/time.h"

#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amends::child {

template <class V>
void pack(std::string& out, const V& value);

template <class Number>
void pack_number(std::string& out, Number number)
{
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    out.append(bytes, sizeof number);
}

template <class Range>
void pack_list(std::string& out, const Range& list)
{
    pack_number(out, std::uint64_t{list.size()});
    for (const auto& item : list) pack(out, item);
}

template <class V>
void pack(std::string& out, const V& value)
{
    if constexpr (Described<V>) each_field<V>([&](auto field) { pack(out, value.*field.pointer); });
    else if constexpr (Optional<V>) {
        pack_number(out, static_cast<std::uint8_t>(value.has_value()));
        if (value) pack(out, *value);
    } else if constexpr (std::is_same_v<V, std::string>) {
        pack_number(out, std::uint64_t{value.size()});
        out += value;
    } else if constexpr (NamedEnum<V>) pack(out, std::string(name_of(value)));
    else if constexpr (std::is_same_v<V, Instant>) pack_number(out, std::int64_t{value.time_since_epoch().count()});
    else if constexpr (std::is_same_v<V, bool>) pack_number(out, static_cast<std::uint8_t>(value));
    else if constexpr (std::is_arithmetic_v<V>) pack_number(out, value);
    else if constexpr (requires { typename V::mapped_type; }) {
        pack_number(out, std::uint64_t{value.size()});
        for (const auto& [key, mapped] : value) {
            pack(out, key);
            pack(out, mapped);
        }
    } else pack_list(out, value);
}

class Unpacking {
public:
    explicit Unpacking(std::string_view bytes) : bytes_(bytes) {}

    // All of it was read, and all of it fitted.
    [[nodiscard]] bool whole() const { return good_ && bytes_.empty(); }

    template <class V>
    void read(V& value)
    {
        if constexpr (Described<V>) each_field<V>([&](auto field) { read(value.*field.pointer); });
        else if constexpr (Optional<V>) {
            if (number<std::uint8_t>() != 0) read(value.emplace());
        } else if constexpr (std::is_same_v<V, std::string>) value = text();
        else if constexpr (NamedEnum<V>) {
            const auto known = from_name<V>(text());
            good_ = good_ && known;
            if (known) value = *known;
        } else if constexpr (std::is_same_v<V, Instant>) value = Instant{Instant::duration{number<std::int64_t>()}};
        else if constexpr (std::is_same_v<V, bool>) value = number<std::uint8_t>() != 0;
        else if constexpr (std::is_arithmetic_v<V>) value = number<V>();
        else if constexpr (requires { typename V::mapped_type; }) read_map(value);
        else {
            for (auto count = number<std::uint64_t>(); good_ && count > 0; --count) read(value.emplace_back());
        }
    }

private:
    template <class Map>
    void read_map(Map& map)
    {
        for (auto count = number<std::uint64_t>(); good_ && count > 0; --count) {
            const std::string key(text());
            read(map[key]);
        }
    }

    template <class Number>
    Number number()
    {
        Number value{};
        const auto bytes = take(sizeof value);
        if (good_) std::memcpy(&value, bytes.data(), sizeof value);
        return value;
    }

    std::string_view text() { return take(number<std::uint64_t>()); }

    std::string_view take(std::uint64_t count)
    {
        good_ = good_ && count <= bytes_.size();
        if (!good_) return {};
        const auto taken = bytes_.substr(0, count);
        bytes_.remove_prefix(count);
        return taken;
    }

    std::string_view bytes_;
    bool good_ = true;
};

template <class V>
[[nodiscard]] std::optional<V> unpack(std::string_view bytes)
{
    V value{};
    Unpacking unpacking(bytes);
    unpacking.read(value);
    if (!unpacking.whole()) return std::nullopt;
    return value;
}

} // namespace amends::child
