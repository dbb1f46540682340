// SPDX-License-Identifier: Apache-2.0
// A person is one human, in one brand, reached at contact points. An address that somebody claims is not proved by it.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace amends::person {

struct Person {
    PersonId id{};
    std::string name{};
    std::string language{};
    std::string zone{}; // Empty while nobody knows it.
    Instant created_at{};
    Instant touched_at{};
};
BOOST_DESCRIBE_STRUCT(Person, (), (id, name, language, zone, created_at, touched_at))

enum class ContactKind : std::uint8_t { email, phone };
BOOST_DESCRIBE_ENUM(ContactKind, email, phone)

struct ContactPoint {
    ContactPointId id{};
    PersonId person_id{};
    ContactKind kind{};
    std::string address{}; // Normalised: an e-mail address in small letters.
    std::optional<Instant> verified_at{};
    std::optional<Instant> stopped_at{}; // "This was not me": nothing is sent there any more.
    Instant created_at{};
};
BOOST_DESCRIBE_STRUCT(ContactPoint, (), (id, person_id, kind, address, verified_at, stopped_at, created_at))

// What a place for an e-mail address may hold: one @, something on both sides, no spaces or control characters.
[[nodiscard]] Result<std::string> email_address(std::string_view text, std::string field);

} // namespace amends::person
