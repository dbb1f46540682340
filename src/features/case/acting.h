// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"

namespace amends::cases {

// The user behind what is happening, in person or through a program of theirs.
[[nodiscard]] inline std::optional<UserId> acting_user(const timeline::EventLog& events)
{
    const auto actor = events.actor();
    if (actor.kind != timeline::Actor::user && actor.kind != timeline::Actor::api) return std::nullopt;
    return static_cast<UserId>(actor.id);
}

// Spaces and line ends around it do not make a text.
[[nodiscard]] inline std::string trimmed(std::string_view text)
{
    constexpr std::string_view blank = " \t\r\n";
    const auto first = text.find_first_not_of(blank);
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(blank) - first + 1));
}

} // namespace amends::cases
