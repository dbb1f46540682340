// SPDX-License-Identifier: Apache-2.0
// Holds JSON against a schema, as far as our own descriptions use the language of schemas. What it does not know of a
// schema it objects to, so that nothing passes unlooked at.
#pragma once

#include "platform/json/read.h"

#include <algorithm>
#include <string>

namespace amends::testing {

inline std::string schema_objection(const json::Node& document, const json::Node& schema, const json::Node& value);

inline bool listed(const json::Node& list, std::string_view name)
{
    const auto items = list.items();
    return std::ranges::any_of(*items, [&](const auto& item) { return item.text().value_or("") == name; });
}

// What goes out has every field that is described, so the needed ones are all there are.
inline std::string object_objection(const json::Node& document, const json::Node& schema, const json::Node& value)
{
    const auto properties = schema.member("properties");
    if (!properties) return ""; // Any object.
    std::vector<std::string> names;
    const auto required = schema.member("required")->items();
    for (const auto& name : *required) names.push_back(name.text().value());
    const std::vector<std::string_view> known(names.begin(), names.end());
    if (const auto strange = value.only(known); !strange) return strange.error().field + " is not described";
    for (const auto& name : names) {
        const auto member = value.member(name);
        if (!member) return name + " is missing";
        if (auto objection = schema_objection(document, *properties->member(name), *member); !objection.empty())
            return name + "." + objection;
    }
    return "";
}

inline std::string list_objection(const json::Node& document, const json::Node& schema, const json::Node& value)
{
    const auto items = value.items();
    if (!items) return "is no list";
    for (const auto& item : *items)
        if (auto objection = schema_objection(document, *schema.member("items"), item); !objection.empty())
            return "[]." + objection;
    return "";
}

inline std::string schema_objection(const json::Node& document, const json::Node& schema, const json::Node& value)
{
    if (const auto ref = schema.member("$ref")) {
        const auto name = ref->text()->substr(std::string_view("#/components/schemas/").size());
        return schema_objection(document, *document.member("components")->member("schemas")->member(name), value);
    }
    if (const auto any = schema.member("anyOf")) {
        std::string last = "fits nothing";
        const auto all = any->items();
        for (const auto& one : *all) {
            auto objection = schema_objection(document, one, value);
            if (objection.empty()) return "";
            if (!value.null()) last = objection.size() > last.size() ? objection : last;
        }
        return last;
    }
    const auto type = schema.member("type")->text().value();
    if (type == "null") return value.null() ? "" : "is not null";
    if (type == "object") return object_objection(document, schema, value);
    if (type == "array") return list_objection(document, schema, value);
    if (type == "integer") return value.integer() ? "" : "is no whole number";
    if (type == "boolean") return value.boolean() ? "" : "is neither true nor false";
    if (type == "number") return value.number() ? "" : "is no number";
    if (type != "string") return "has a type nobody knows: " + type;
    const auto text = value.text();
    if (!text) return "is no text";
    if (const auto names = schema.member("enum"); names && !listed(*names, *text))
        return "is none of the names: " + *text;
    return "";
}

} // namespace amends::testing
