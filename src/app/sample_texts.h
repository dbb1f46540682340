// SPDX-License-Identifier: Apache-2.0
// What the people of a sample desk write about, in four languages. Data: the product never sends any of it.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace amends::sample {

struct Language {
    std::string_view code{};
    std::string_view zone{};
    bool right_to_left = false;
    std::span<const std::string_view> first_names{};
    std::span<const std::string_view> last_names{};
    std::span<const std::string_view> subjects{};
    std::span<const std::string_view> complaints{}; // Sentences of customers.
    std::span<const std::string_view> answers{};    // Sentences of ours.
    std::string_view note{};
    std::span<const std::string_view> results{}; // What we promise.
};

[[nodiscard]] std::span<const Language> languages();

} // namespace amends::sample
