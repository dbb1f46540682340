// SPDX-License-Identifier: Apache-2.0
// What a queued reply will have promised when the next server has taken it, and how the desk reads what is written
// before it leaves: nothing that reads like a promise leaves without being asked about.
#pragma once

#include "promise/basis.h"

#include <string_view>

namespace amends::reply {

struct IntendedPromise {
    MessageId message_id{};
    std::int64_t ordinal{};
    promise::Kind kind{};
    std::string text{};
    Instant due_at{};
    promise::Basis basis{};
    std::string ground{};
    std::optional<std::int64_t> history_n{};
    std::optional<Instant> honest_at{};
    std::optional<PromiseId> promise_id{}; // Once it has been told.
};
BOOST_DESCRIBE_STRUCT(IntendedPromise, (),
                      (message_id, ordinal, kind, text, due_at, basis, ground, history_n, honest_at, promise_id))

// What the words of a reply promise, as far as the desk can tell.
struct SaidPromise {
    promise::Kind kind{};
    std::optional<Instant> due_at{}; // None when they name no time.
    std::size_t begin{};             // Of its sentence, in bytes.
    std::size_t end{};
};
BOOST_DESCRIBE_STRUCT(SaidPromise, (), (kind, due_at, begin, end))

// Port. The zone is the customer's: "by five" is five o'clock where they are.
struct Reading {
    virtual ~Reading() = default;
    [[nodiscard]] virtual std::optional<SaidPromise> promise_in(std::string_view text, std::string_view zone,
                                                                Instant now) const = 0;
};

} // namespace amends::reply
