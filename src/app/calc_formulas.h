// SPDX-License-Identifier: Apache-2.0
// The formulas that `amends calc` knows, by group, and how they read what goes in and write what comes out.
#pragma once

#include "platform/json/read.h"
#include "platform/json/write.h"

#include <span>
#include <string>
#include <string_view>

namespace amends::calculation {

struct Formula {
    std::string_view group;
    std::string_view formula; // As a person would write it down.
    std::string_view source;
    Result<std::string> (*calculate)(const json::Node&);
};

[[nodiscard]] std::span<const Formula> date_formulas();
[[nodiscard]] std::span<const Formula> statistics_formulas();
[[nodiscard]] std::span<const Formula> staffing_formulas();

// A field that must be there. Each of these refuses by the field's name.
[[nodiscard]] Result<json::Node> member(const json::Node& node, std::string_view name);
template <class V>
[[nodiscard]] Result<V> field(const json::Node& node, std::string_view name)
{
    AMENDS_TRY(const auto found, member(node, name));
    return json::read<V>(found);
}
[[nodiscard]] Result<double> number_in(const json::Node& node, std::string_view name, double least, double most);
[[nodiscard]] Result<std::int64_t> integer_in(const json::Node& node, std::string_view name, std::int64_t least,
                                              std::int64_t most);

// One JSON object, member by member.
class Answer {
public:
    template <class V>
    Answer& with(std::string_view name, const V& value)
    {
        text_ += text_.empty() ? '{' : ',';
        json::write_text(text_, name);
        text_ += ':';
        json::write(text_, value);
        return *this;
    }
    [[nodiscard]] std::string text() const { return text_ + '}'; }

private:
    std::string text_;
};

} // namespace amends::calculation
