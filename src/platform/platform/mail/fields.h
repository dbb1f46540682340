// SPDX-License-Identifier: Apache-2.0
// The header fields of a mail, in their order, unfolded but not decoded.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace amends::mail {

struct Field {
    std::string name{};
    std::string value{};
};

struct Fields {
    std::vector<Field> all{};
    bool cut = false;     // There were more than the limit.
    std::size_t body = 0; // Where the body begins.

    // The first of that name, trimmed; empty when there is none.
    [[nodiscard]] std::string_view first(std::string_view name) const;
    [[nodiscard]] std::vector<std::string_view> every(std::string_view name) const;
    [[nodiscard]] bool has(std::string_view name) const;
};

// Reads fields up to the first line that cannot be one. A leading "From " of a mailbox file is passed over.
[[nodiscard]] Fields fields_of(std::string_view bytes, std::size_t limit = 1'000,
                               std::size_t most_bytes = std::size_t{1} << 20U);

} // namespace amends::mail
