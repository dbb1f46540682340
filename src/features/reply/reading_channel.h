// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reply/intended_promise.h"

namespace amends::reply {

// Reads with the finder that `amends text explain` asks, in the language in which the words are written.
class SpokenReading final : public Reading {
public:
    [[nodiscard]] std::optional<SaidPromise> promise_in(std::string_view text, std::string_view zone,
                                                        Instant now) const override;
};

} // namespace amends::reply
