// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "person/person_store.h"

namespace amends::person {

struct Claimed {
    std::string name{};
    std::string address{}; // Normalised.
    std::string language{};
};

struct Met {
    Person person{};
    ContactPoint point{};
};

// The person behind an address; a new one when nobody has it yet. A name or language is only filled in, never replaced
// by a claim.
[[nodiscard]] Met meet_person(PersonStore& people, Ids& ids, const Claimed& claimed, Instant now);

} // namespace amends::person
