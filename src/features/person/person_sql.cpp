// SPDX-License-Identifier: Apache-2.0
#include "person/person_sql.h"

#include "platform/sql/statements.h"

namespace amends::person {

void PersonSqlStore::add(const Person& person)
{
    session_.later(sql::insert_into<Person>("people"), {person, {{"brand", brand_}}});
}

void PersonSqlStore::change(const Person& person)
{
    session_.later("UPDATE people SET name = $name, language = $language, zone = $zone"
                   " WHERE brand_id = $brand AND id = $id",
                   {{"name", person.name},
                    {"language", person.language},
                    {"zone", person.zone},
                    {"brand", brand_},
                    {"id", person.id}});
}

void PersonSqlStore::add(const ContactPoint& point)
{
    session_.later(sql::insert_into<ContactPoint>("contact_points"), {point, {{"brand", brand_}}});
}

void PersonSqlStore::change(const ContactPoint& point)
{
    session_.later(
        "UPDATE contact_points SET verified_at = $verified_at, stopped_at = $stopped_at"
        " WHERE brand_id = $brand AND id = $id",
        {{"verified_at", point.verified_at}, {"stopped_at", point.stopped_at}, {"brand", brand_}, {"id", point.id}});
}

std::optional<Person> PersonSqlStore::find(PersonId id) const
{
    return session_.one<Person>("SELECT " + sql::columns<Person>() +
                                    " FROM people WHERE brand_id = $brand AND id = $id",
                                {{"brand", brand_}, {"id", id}});
}

std::optional<ContactPoint> PersonSqlStore::at(ContactKind kind, std::string_view address) const
{
    return session_.one<ContactPoint>("SELECT " + sql::columns<ContactPoint>() +
                                          " FROM contact_points"
                                          " WHERE brand_id = $brand AND kind = $kind AND address = $address",
                                      {{"brand", brand_}, {"kind", kind}, {"address", address}});
}

std::vector<ContactPoint> PersonSqlStore::contact_points(PersonId id) const
{
    return session_.all<ContactPoint>("SELECT " + sql::columns<ContactPoint>() +
                                          " FROM contact_points WHERE brand_id = $brand AND person_id = $person"
                                          " ORDER BY id",
                                      {{"brand", brand_}, {"person", id}});
}

void PersonSqlStore::touch(PersonId id, Instant now)
{
    session_.later("UPDATE people SET touched_at = $now WHERE brand_id = $brand AND id = $id",
                   {{"now", now}, {"brand", brand_}, {"id", id}});
}

} // namespace amends::person
