// SPDX-License-Identifier: Apache-2.0
// Reads described structs from JSON. What does not fit is a refusal that names the field: "options.1.amount".
// Strict on purpose: a member that the struct does not have is refused too, so that a typing mistake is never ignored.
#pragma once

#include "base/describe.h"
#include "base/result.h"
#include "base/time.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace boost::json {
class value; // NOLINT(readability-identifier-naming)
}

namespace amends::json {

// One value in a document and the path to it. Boost.JSON stays in read.cpp: its header costs every file 1.3 s.
class Node {
public:
    [[nodiscard]] static Result<Node> parse(std::string_view text);

    [[nodiscard]] bool null() const;
    [[nodiscard]] std::optional<Node> member(std::string_view name) const;
    // Refuses what is not an object, and members that are not listed.
    [[nodiscard]] Result<void> only(std::span<const std::string_view> names) const;
    [[nodiscard]] Result<std::vector<Node>> items() const;
    [[nodiscard]] Result<bool> boolean() const;
    [[nodiscard]] Result<std::int64_t> integer() const;
    [[nodiscard]] Result<double> number() const;
    [[nodiscard]] Result<std::string> text() const;

    [[nodiscard]] std::unexpected<Refusal> refused(std::string code, std::string_view member = {}) const;

private:
    Node(std::shared_ptr<const boost::json::value> value, std::string path);
    [[nodiscard]] Node below(const boost::json::value& value, std::string_view step) const;
    [[nodiscard]] std::string path_to(std::string_view step) const;

    std::shared_ptr<const boost::json::value> value_; // Shares the whole document, so a node never dangles.
    std::string path_;
};

// No calendar has words for what lies outside the years 1 to 9999.
inline constexpr Instant first_instant{std::chrono::sys_days{std::chrono::year{1} / 1 / 1}};
inline constexpr Instant end_of_instants{std::chrono::sys_days{std::chrono::year{10'000} / 1 / 1}};

template <class V>
inline constexpr bool is_vector = false;
template <class V>
inline constexpr bool is_vector<std::vector<V>> = true;

template <class V>
[[nodiscard]] Result<V> read(const Node& node);

template <Described T>
[[nodiscard]] Result<T> read_object(const Node& node)
{
    std::vector<std::string_view> names;
    each_field<T>([&](auto field) { names.emplace_back(sent_name(field.name)); });
    if (auto strange = node.only(names); !strange) return std::unexpected(strange.error());

    T object{};
    Result<void> so_far;
    each_field<T>([&](auto field) {
        auto& slot = object.*field.pointer;
        using V = std::remove_reference_t<decltype(slot)>;
        if (!so_far) return;
        if (const auto member = node.member(sent_name(field.name))) {
            if (auto value = read<V>(*member)) slot = *std::move(value);
            else so_far = std::unexpected(std::move(value).error());
        } else if constexpr (!Optional<V>)
            so_far = node.refused("request.field_missing", std::string(sent_name(field.name)));
    });
    if (!so_far) return std::unexpected(std::move(so_far).error());
    return object;
}

template <class V>
[[nodiscard]] Result<V> read(const Node& node)
{
    if constexpr (Described<V>) return read_object<V>(node);
    else if constexpr (Optional<V>) {
        if (node.null()) return V{};
        AMENDS_TRY(auto value, read<typename V::value_type>(node));
        return V{std::move(value)};
    } else if constexpr (is_vector<V>) {
        AMENDS_TRY(const auto items, node.items());
        V list;
        for (const Node& item : items) {
            AMENDS_TRY(auto value, read<typename V::value_type>(item));
            list.push_back(std::move(value));
        }
        return list;
    } else if constexpr (NamedEnum<V>) {
        AMENDS_TRY(const auto name, node.text());
        if (const auto known = from_name<V>(name)) return *known;
        return node.refused("request.field_unknown_value");
    } else if constexpr (std::is_same_v<V, std::string>) return node.text();
    else if constexpr (std::is_same_v<V, bool>) return node.boolean();
    else if constexpr (std::is_floating_point_v<V>) return node.number();
    else if constexpr (std::is_same_v<V, Instant>) {
        AMENDS_TRY(const auto number, node.integer());
        const Instant at{Instant::duration{number}};
        if (at < first_instant || at >= end_of_instants) return node.refused("request.field_too_large");
        return at;
    } else if constexpr (IdEnum<V>) {
        AMENDS_TRY(const auto number, node.integer());
        return static_cast<V>(number);
    } else {
        AMENDS_TRY(const auto number, node.integer());
        if (!std::in_range<V>(number)) return node.refused("request.field_too_large");
        return static_cast<V>(number);
    }
}

template <class V>
[[nodiscard]] Result<V> parse(std::string_view text)
{
    AMENDS_TRY(const auto root, Node::parse(text));
    return read<V>(root);
}

} // namespace amends::json
