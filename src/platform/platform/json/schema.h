// SPDX-License-Identifier: Apache-2.0
// What described structs look like as JSON, in the words of OpenAPI 3.1: read off the very structs that are parsed and
// written, so that a description cannot differ from what happens. The web client's types are generated from it.
#pragma once

#include "platform/json/read.h"
#include "platform/json/write.h"

#include <map>
#include <typeindex>

namespace amends::json {

// What comes in may leave optional fields out; what goes out has every field, or null.
enum class Way : std::uint8_t { in, out };

// "amends::cases::(anonymous namespace)::WaitFor" is "cases.WaitFor".
[[nodiscard]] std::string short_name(const std::type_info& type);

// Each struct once, by its name; wherever it occurs it is referred to.
class Schemas {
public:
    template <class V>
    std::string of(Way way)
    {
        if constexpr (Described<V>) return reference<V>(way);
        else if constexpr (Optional<V>)
            return R"({"anyOf":[)" + of<typename V::value_type>(way) + R"(,{"type":"null"}]})";
        else if constexpr (std::is_same_v<V, JsonText>) return R"({"type":"object"})";
        else if constexpr (NamedEnum<V>) return of_enum<V>();
        else if constexpr (is_vector<V>) return R"({"type":"array","items":)" + of<typename V::value_type>(way) + "}";
        else if constexpr (std::is_same_v<V, bool>) return R"({"type":"boolean"})";
        else if constexpr (std::is_floating_point_v<V>) return R"({"type":"number"})";
        else if constexpr (std::is_same_v<V, std::string>) return R"({"type":"string"})";
        else return R"({"type":"integer","format":"int64"})"; // Also ids, and times in milliseconds UTC.
    }

    [[nodiscard]] const std::map<std::string, std::string>& components() const { return components_; }

private:
    template <Described T>
    std::string reference(Way way)
    {
        const auto name = short_name(typeid(T)) + (way == Way::in ? ".in" : "");
        if (components_.emplace(name, "").second) components_[name] = of_object<T>(way); // May refer to itself.
        return R"({"$ref":"#/components/schemas/)" + name + R"("})";
    }

    template <Described T>
    std::string of_object(Way way)
    {
        std::string properties;
        std::vector<std::string_view> required;
        each_field<T>([&](auto field) {
            using V = std::remove_cvref_t<decltype(std::declval<T>().*field.pointer)>;
            if (!properties.empty()) properties += ',';
            properties += text_of(sent_name(field.name)) + ":" + of<V>(way);
            if (way == Way::out || !Optional<V>) required.emplace_back(sent_name(field.name));
        });
        return R"({"type":"object","additionalProperties":false,"required":)" + text_of(required) +
               R"(,"properties":{)" + properties + "}}";
    }

    template <NamedEnum E>
    static std::string of_enum()
    {
        std::vector<std::string_view> names;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
            [&](auto listed) { names.emplace_back(listed.name); });
        return R"({"type":"string","enum":)" + text_of(names) + "}";
    }

    std::map<std::string, std::string> components_{};
};

// What an address takes and gives, "POST /api/v1/cases"; null: nothing.
using Schema = std::string (*)(Schemas&);

struct Shape {
    std::string_view address;
    Schema taken;
    Schema given;
    int status = 200; // Of the answer when all is well; 204 where nothing is given.
};
using Shapes = std::vector<Shape>;

struct Nothing {};

// Every list that the interface gives.
template <class T>
struct ListOf {};

template <class V>
[[nodiscard]] constexpr Schema takes()
{
    if constexpr (std::is_same_v<V, Nothing>) return nullptr;
    else return [](Schemas& schemas) { return schemas.of<V>(Way::in); };
}

template <class V>
struct Given {
    static std::string schema(Schemas& schemas) { return schemas.of<V>(Way::out); }
};

template <class T>
struct Given<ListOf<T>> {
    static std::string schema(Schemas& schemas)
    {
        return R"({"type":"object","additionalProperties":false,"required":["items","next"],"properties":{"items":)"
               R"({"type":"array","items":)" +
               schemas.of<T>(Way::out) + R"(},"next":{"anyOf":[{"type":"string"},{"type":"null"}]}}})";
    }
};

template <class V>
[[nodiscard]] constexpr Schema gives()
{
    if constexpr (std::is_same_v<V, Nothing>) return nullptr;
    else return Given<V>::schema;
}

template <class In, class Out>
[[nodiscard]] constexpr Shape shape(std::string_view address)
{
    return {address, takes<In>(), gives<Out>(), std::is_same_v<Out, Nothing> ? 204 : 200};
}

// For what makes something.
template <class In, class Out>
[[nodiscard]] constexpr Shape makes(std::string_view address)
{
    return {address, takes<In>(), gives<Out>(), 201};
}

} // namespace amends::json
