// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "person/person_store.h"
#include "platform/sql/session.h"

namespace amends::person {

class PersonSqlStore final : public PersonStore {
public:
    PersonSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    void add(const Person& person) override;
    void change(const Person& person) override;
    void add(const ContactPoint& point) override;
    void change(const ContactPoint& point) override;
    [[nodiscard]] std::optional<Person> find(PersonId id) const override;
    [[nodiscard]] std::optional<ContactPoint> at(ContactKind kind, std::string_view address) const override;
    [[nodiscard]] std::vector<ContactPoint> contact_points(PersonId id) const override;
    void touch(PersonId id, Instant now) override;

private:
    sql::Session& session_;
    BrandId brand_;
};

} // namespace amends::person
