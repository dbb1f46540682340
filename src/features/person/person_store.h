// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "person/person.h"

namespace amends::person {

struct PersonStore {
    virtual ~PersonStore() = default;
    virtual void add(const Person& person) = 0;
    virtual void change(const Person& person) = 0;
    virtual void add(const ContactPoint& point) = 0;
    virtual void change(const ContactPoint& point) = 0;
    [[nodiscard]] virtual std::optional<Person> find(PersonId id) const = 0;
    [[nodiscard]] virtual std::optional<ContactPoint> at(ContactKind kind, std::string_view address) const = 0;
    [[nodiscard]] virtual std::vector<ContactPoint> contact_points(PersonId id) const = 0;
    // Serialises rules about one person on both engines (decisions.md 13).
    virtual void touch(PersonId id, Instant now) = 0;
};

} // namespace amends::person
