// SPDX-License-Identifier: Apache-2.0
// A struct's fields are listed once, beside the struct; its SQL columns, its JSON and its API schema follow from that:
//     BOOST_DESCRIBE_STRUCT(Promise, (), (id, case_id, text, due_at, state))
// An enum whose values have names is stored and sent by name: BOOST_DESCRIBE_ENUM(State, open, kept, broken).
// An enum without described names is an id: a number of a type of its own.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <optional>
#include <string_view>
#include <type_traits>

namespace amends {

template <class T>
concept Described = std::is_class_v<T> && boost::describe::has_describe_members<T>::value;

template <class T>
concept NamedEnum = boost::describe::has_describe_enumerators<T>::value;

template <class T>
concept IdEnum = std::is_enum_v<T> && !NamedEnum<T>;

template <class T>
inline constexpr bool is_optional = false;
template <class V>
inline constexpr bool is_optional<std::optional<V>> = true;
template <class T>
concept Optional = is_optional<T>;

// A member may not be called case; it is called case_, and sent as "case".
[[nodiscard]] constexpr std::string_view sent_name(std::string_view member)
{
    if (member.ends_with('_')) member.remove_suffix(1);
    return member;
}

// Calls visit(field) for each field in the order listed, those of a described base first; a field has a name and a
// member pointer.
template <Described T, class Visit>
constexpr void each_field(Visit visit)
{
    constexpr auto all = boost::describe::mod_any_access | boost::describe::mod_inherited;
    boost::mp11::mp_for_each<boost::describe::describe_members<T, all>>(visit);
}

template <NamedEnum E>
[[nodiscard]] constexpr std::string_view name_of(E value)
{
    return boost::describe::enum_to_string(value, "");
}

template <NamedEnum E>
[[nodiscard]] constexpr std::optional<E> from_name(std::string_view name)
{
    std::optional<E> found;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto listed) {
        if (name == listed.name) found = listed.value;
    });
    return found;
}

} // namespace amends
