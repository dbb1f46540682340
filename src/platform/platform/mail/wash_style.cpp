// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/wash_style.h"

#include "platform/mail/ascii.h"

#include <array>

namespace amends::mail {

namespace {

constexpr auto exact = std::to_array<std::string_view>({
    "color",           "background-color", "direction",    "unicode-bidi", "width",          "max-width",
    "min-width",       "height",           "max-height",   "line-height",  "letter-spacing", "word-spacing",
    "white-space",     "vertical-align",   "word-break",   "word-wrap",    "overflow-wrap",  "display",
    "list-style-type", "table-layout",     "caption-side", "empty-cells",  "hyphens",        "tab-size",
});
constexpr auto families = std::to_array<std::string_view>({"font", "text", "border", "padding", "margin"});

// Letters and hyphens only: a quote that is escaped within a name would be the start of a text to us and none to a
// browser, which would then find declarations in what we took for the text.
bool allowed(std::string_view property)
{
    if (!std::ranges::all_of(property, [](char letter) { return is_alnum(letter) || letter == '-'; })) return false;
    if (std::ranges::find(exact, property) != exact.end()) return true;
    if (property == "border-image" || property.starts_with("border-image-")) return false;
    return std::ranges::any_of(families, [&](auto family) {
        return property.starts_with(family) && (property.size() == family.size() || property[family.size()] == '-');
    });
}

bool harmless(std::string_view property, std::string_view value)
{
    if (value.empty() || value.size() > 300) return false;
    const auto plain = [](char letter) {
        return letter >= ' ' && letter != '@' && letter != '\\' && letter != '<' && letter != '>' && letter != '{' &&
               letter != '}' && letter != '&';
    };
    if (!std::ranges::all_of(value, plain)) return false;
    const auto small = lower(value);
    // Round brackets belong to colours only: no url(), image-set(), expression(), var(), attr().
    for (std::size_t at = small.find('('); at != std::string::npos; at = small.find('(', at + 1)) {
        std::size_t from = at;
        while (from > 0 && is_alnum(small[from - 1])) --from;
        const auto name = small.substr(from, at - from);
        if (name != "rgb" && name != "rgba" && name != "hsl" && name != "hsla") return false;
    }
    for (const std::string_view word : {"expression", "javascript", "vbscript", "behavior", "-moz-binding", "/*"})
        if (holds(small, word)) return false;
    // A negative margin or indent lays text over what is not the mail's.
    const bool spacing = property.starts_with("margin") || property.starts_with("padding") || property == "text-indent";
    return !spacing || !holds(small, "-");
}

// The end of a declaration: a semicolon outside of quotes and brackets.
std::size_t end_of_declaration(std::string_view style, std::size_t at)
{
    char quote = 0;
    std::size_t depth = 0;
    for (; at < style.size(); ++at) {
        const char letter = style[at];
        if (quote != 0) quote = letter == quote ? '\0' : quote;
        else if (letter == '"' || letter == '\'') quote = letter;
        else if (letter == '(') ++depth;
        else if (letter == ')' && depth > 0) --depth;
        else if (letter == ';' && depth == 0) break;
    }
    return at;
}

} // namespace

std::string washed_style(std::string_view style)
{
    std::string out;
    style = style.substr(0, 8'000);
    for (std::size_t at = 0; at < style.size();) {
        const auto end = end_of_declaration(style, at);
        const auto declaration = style.substr(at, end - at);
        at = end + 1;
        const auto colon = declaration.find(':');
        if (colon == std::string_view::npos) continue;
        const auto property = lower(trim(declaration.substr(0, colon)));
        const auto value = trim(declaration.substr(colon + 1));
        if (!allowed(property) || !harmless(property, value)) continue;
        if (!out.empty()) out += ';';
        out.append(property).append(":").append(value);
    }
    return out;
}

} // namespace amends::mail
