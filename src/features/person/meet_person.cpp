// SPDX-License-Identifier: Apache-2.0
#include "person/meet_person.h"

namespace amends::person {
namespace {

Met first_met(PersonStore& people, Ids& ids, const Claimed& claimed, Instant now)
{
    const Person person{.id = ids.next<PersonId>(),
                        .name = claimed.name,
                        .language = claimed.language,
                        .created_at = now,
                        .touched_at = now};
    const ContactPoint point{.id = ids.next<ContactPointId>(),
                             .person_id = person.id,
                             .kind = ContactKind::email,
                             .address = claimed.address,
                             .created_at = now};
    people.add(person);
    people.add(point);
    return {person, point};
}

} // namespace

Met meet_person(PersonStore& people, Ids& ids, const Claimed& claimed, Instant now)
{
    const auto point = people.at(ContactKind::email, claimed.address);
    auto person = point ? people.find(point->person_id) : std::nullopt;
    if (!person) return first_met(people, ids, claimed, now);

    const bool learned =
        (person->name.empty() && !claimed.name.empty()) || (person->language.empty() && !claimed.language.empty());
    if (learned) {
        if (person->name.empty()) person->name = claimed.name;
        if (person->language.empty()) person->language = claimed.language;
        people.change(*person);
    }
    return {*std::move(person), *point};
}

} // namespace amends::person
