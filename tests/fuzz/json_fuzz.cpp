// SPDX-License-Identifier: Apache-2.0
// sources: json/read
// libraries: -lfmt -lboost_json
// What is read and written again is read as the same; what is refused is refused by name.
#include "fuzz/attack.h"
#include "platform/json/read.h"
#include "platform/json/write.h"

#include <cmath>

namespace amends {

enum class Mood : std::uint8_t { calm, angry };
BOOST_DESCRIBE_ENUM(Mood, calm, angry)
enum class SheetId : std::int64_t {};

struct Line {
    std::string text{};
    std::vector<std::int16_t> counts{};
};
BOOST_DESCRIBE_STRUCT(Line, (), (text, counts))

// A field of every kind that the desk's requests have.
struct Sheet {
    std::optional<SheetId> id{};
    std::optional<std::string> text{};
    std::optional<Mood> mood{};
    std::optional<bool> late{};
    std::optional<Instant> due{};
    std::optional<std::uint32_t> count{};
    std::optional<std::vector<Line>> lines{};
    std::optional<Line> case_{};
};
BOOST_DESCRIBE_STRUCT(Sheet, (), (id, text, mood, late, due, count, lines, case_))

} // namespace amends

namespace {

using namespace amends;
using fuzz::must;

template <class V>
void try_as(std::string_view input)
{
    const auto read = json::parse<V>(input);
    if (!read) {
        must(read.error().code.starts_with("request.") && read.error().field.size() <= 2 * input.size() + 16);
        return;
    }
    const auto written = json::text_of(*read);
    const auto again = json::parse<V>(written);
    must(again && json::text_of(*again) == written);
    if constexpr (std::is_same_v<V, Sheet>)
        must(!read->due || (*read->due >= json::first_instant && *read->due < json::end_of_instants));
}

// Boost.JSON may be off by the last digit.
void try_number(std::string_view input)
{
    const auto read = json::parse<double>(input);
    if (!read) return must(read.error().code.starts_with("request."));
    const auto again = json::parse<double>(json::text_of(*read));
    if (again) must(std::abs(*again - *read) <= std::abs(*read) * 1e-14);
    else must(std::abs(*read) > 1e308);
}

} // namespace

void amends::fuzz::attack(std::string_view input)
{
    try_as<Sheet>(input);
    try_as<std::vector<Line>>(input);
    try_as<std::vector<std::string>>(input);
    try_number(input);
    // Every text that JSON can hold is written so that it is read as it was.
    if (const auto node = json::Node::parse(json::text_of(input))) {
        const auto text = node->text();
        must(text ? *text == input : input.find('\0') != input.npos);
    }
}
