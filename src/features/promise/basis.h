// SPDX-License-Identifier: Apache-2.0
// On what ground a promise may be made (I23). That we write or call is in our own hands. A result is not: it needs the
// desk's own history, a clause, or a fact from outside; and a date earlier than what history supports needs a reason
// on record. Where history knows too little, only the next update can be promised.
#pragma once

#include "case/case.h"
#include "promise/promise.h"

#include <string_view>

namespace amends::promise {

// What somebody means to promise, as it was typed.
struct Intended {
    Kind kind{};
    std::string text{};
    Instant due_at{};
    std::optional<Basis> basis{}; // Only clause and fact are claimed; history and judgement are found.
    std::string ground{};         // The clause, the fact, or the reason.
};
BOOST_DESCRIBE_STRUCT(Intended, (), (kind, text, due_at, basis, ground))

// What earlier cases like this one support at eight in ten. Without a date they support none, however many there are.
struct Support {
    std::int64_t n{};
    std::optional<Instant> honest_at{};
    std::optional<Instant> half_at{}; // By then half of them had ended.
};

// Port: what the desk's own history says of a case like this one.
struct HonestDates {
    virtual ~HonestDates() = default;
    [[nodiscard]] virtual Support support(const cases::Case& of) const = 0;
};

inline constexpr std::int64_t fewest_cases = 20;
inline constexpr std::size_t longest_text = 1000;

[[nodiscard]] Result<Basis> basis_of(const Intended& intended, const Support& support, Instant now);

} // namespace amends::promise
