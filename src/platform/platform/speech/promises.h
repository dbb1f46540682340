// SPDX-License-Identifier: Apache-2.0
// Finds what a text of the desk promises: what we say that we will do, with the moment that it names. Questions,
// offers, wishes, conditions, rules, estimates of others, the past, the customer's duties and quoted words promise
// nothing. It is meant to be asked about by the composer: it finds, and a person decides.
#pragma once

#include "platform/calendar/zone.h"

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string_view>

namespace amends::speech {

// An appointment is a call or a visit at a clock time; a call without one is an update.
enum class PromiseKind : std::uint8_t { outcome, update, appointment };
BOOST_DESCRIBE_ENUM(PromiseKind, outcome, update, appointment)

struct SaidPromise {
    PromiseKind kind{};
    std::optional<LocalTime> due{};
    std::size_t begin{}; // Of its sentence, in bytes.
    std::size_t end{};
};

// The promise of a text that matters most: one with a date, then one of a result, then any. The languages are en, fi,
// el and fa; in another one nothing is found.
[[nodiscard]] std::optional<SaidPromise> promise_in(std::string_view text, std::string_view language,
                                                    const calendar::Zone& zone, Instant now);

} // namespace amends::speech
