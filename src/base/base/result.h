// SPDX-License-Identifier: Apache-2.0
// How a function says no.
//
// Return Result<T> when the caller, or the person behind the caller, must deal with the outcome: bad input, a missing
// record, a conflict. Throw Failure when the request or job cannot go on and nobody nearby can help: disk full,
// database gone. A Failure is caught in three places only: the HTTP edge, the job runner and main.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <expected>
#include <stdexcept>
#include <string>
#include <utility>

namespace amends {

struct Refusal {
    // Not an enum class with `using enum`: g++ 12 dies of that inside templates.
    enum Kind : std::uint8_t { invalid, not_found, forbidden, conflict, rate_limited, unavailable, unauthenticated };
    BOOST_DESCRIBE_NESTED_ENUM(Kind, invalid, not_found, forbidden, conflict, rate_limited, unavailable,
                               unauthenticated)

    Kind kind{};
    std::string code{};  // Stable, and the key of its translation: "promise.due_in_past".
    std::string field{}; // The input field at fault; empty when the whole request is.
};
BOOST_DESCRIBE_STRUCT(Refusal, (), (kind, code, field))

template <class T>
using Result = std::expected<T, Refusal>;

[[nodiscard]] inline std::unexpected<Refusal> refuse(Refusal::Kind kind, std::string code, std::string field = {})
{
    return std::unexpected(Refusal{kind, std::move(code), std::move(field)});
}

class Failure : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// Somebody else holds the lock or won the race: the same transaction, run again, may succeed.
class Busy : public Failure {
public:
    using Failure::Failure;
};

} // namespace amends

// AMENDS_TRY(auto promise, make(wish)); declares promise, or returns the refusal from this function.
#define AMENDS_TRY(declaration, ...) AMENDS_TRY_AT(__LINE__, declaration, __VA_ARGS__)
#define AMENDS_TRY_AT(line, declaration, ...) AMENDS_TRY_AS(line, declaration, __VA_ARGS__)
#define AMENDS_TRY_AS(line, declaration, ...)                                                                          \
    auto attempt_##line = (__VA_ARGS__);                                                                               \
    if (!attempt_##line) return std::unexpected(std::move(attempt_##line).error());                                    \
    declaration = *std::move(attempt_##line)
