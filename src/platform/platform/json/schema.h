// SPDX-License-Identifier: Apache-2.0
// The OpenAPI 3.1 schema of a described struct, from which the web client's TypeScript types are generated.
#pragma once

#include "platform/json/read.h"
#include "platform/json/write.h"

namespace amends::json {

template <class V>
[[nodiscard]] std::string schema();

template <Described T>
[[nodiscard]] std::string object_schema()
{
    std::string properties;
    std::vector<std::string_view> required;
    each_field<T>([&](auto field) {
        using V = std::remove_cvref_t<decltype(std::declval<T>().*field.pointer)>;
        if (!properties.empty()) properties += ',';
        properties += text_of(field.name) + ":" + schema<V>();
        if (!Optional<V>) required.emplace_back(field.name);
    });
    return R"({"type":"object","additionalProperties":false,"required":)" + text_of(required) + R"(,"properties":{)" +
           properties + "}}";
}

template <NamedEnum E>
[[nodiscard]] std::string enum_schema()
{
    std::vector<std::string_view> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto listed) { names.emplace_back(listed.name); });
    return R"({"type":"string","enum":)" + text_of(names) + "}";
}

template <class V>
[[nodiscard]] std::string schema()
{
    if constexpr (Described<V>) return object_schema<V>();
    else if constexpr (Optional<V>) return R"({"anyOf":[)" + schema<typename V::value_type>() + R"(,{"type":"null"}]})";
    else if constexpr (NamedEnum<V>) return enum_schema<V>();
    else if constexpr (is_vector<V>) return R"({"type":"array","items":)" + schema<typename V::value_type>() + "}";
    else if constexpr (std::is_same_v<V, bool>) return R"({"type":"boolean"})";
    else if constexpr (std::is_floating_point_v<V>) return R"({"type":"number"})";
    else if constexpr (std::is_same_v<V, std::string>) return R"({"type":"string"})";
    else return R"({"type":"integer","format":"int64"})";
}

} // namespace amends::json
