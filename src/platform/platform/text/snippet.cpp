// SPDX-License-Identifier: Apache-2.0
#include "platform/text/letters.h"
#include "platform/text/query.h"
#include "platform/text/tokens.h"

#include <algorithm>
#include <utility>

namespace amends::text {
namespace {

constexpr std::size_t most_read = 32UL * 1024;
constexpr std::size_t before_hit = 60;
constexpr std::size_t longest = 200;
constexpr std::string_view opens = "\u27e6";
constexpr std::string_view closes = "\u27e7";
constexpr std::string_view cut = "…";

using Range = std::pair<std::size_t, std::size_t>;

bool space(char32_t letter) { return letter <= 0x20 || letter == 0x7f || letter == 0xa0 || letter == 0xfffd; }

// One line, without the brackets that mark a find.
std::string one_line(std::string_view text)
{
    std::string line;
    line.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t letter = next_code_point(text, at);
        if (letter == 0x27e6 || letter == 0x27e7) continue;
        if (!space(letter)) line += text.substr(begin, at - begin);
        else if (!line.empty() && line.back() != ' ') line += ' ';
    }
    return line;
}

bool matches(const Token& token, const Wanted& wanted)
{
    if (token.text == wanted.text || token.stem == wanted.text) return true;
    if (!token.text.starts_with(wanted.text)) return false;
    // A form of a word is seldom more than its stem and six letters.
    return wanted.beginning || (wanted.stem && token.text.size() <= wanted.text.size() + 6);
}

std::vector<Range> finds(const std::vector<Token>& tokens, const Query& query)
{
    std::vector<Range> found;
    // A whole comes after its parts and takes their place.
    const auto add = [&](const Token& token) {
        Range range{token.begin, token.end};
        while (!found.empty() && found.back().second >= range.first) {
            range = {std::min(found.back().first, range.first), std::max(found.back().second, range.second)};
            found.pop_back();
        }
        found.push_back(range);
    };
    for (const auto& token : tokens)
        if (std::ranges::any_of(query.terms, [&](const Term& term) {
                return std::ranges::any_of(term.ways, [&](const Way& way) {
                    return std::ranges::any_of(way, [&](const Wanted& wanted) { return matches(token, wanted); });
                });
            }))
            add(token);
    return found;
}

// The nearest beginning of a word at or after `at`.
std::size_t word_after(std::string_view line, std::size_t at)
{
    const auto gap = line.find(' ', at);
    return gap == std::string_view::npos || gap > at + before_hit ? at : gap + 1;
}

std::size_t whole_letter(std::string_view line, std::size_t at)
{
    while (at > 0 && at < line.size() && (static_cast<unsigned char>(line[at]) & 0xc0U) == 0x80U) --at;
    return std::min(at, line.size());
}

Range window(std::string_view line, std::size_t hit)
{
    std::size_t begin = hit > before_hit ? word_after(line, whole_letter(line, hit - before_hit)) : 0;
    if (begin > hit) begin = hit;
    std::size_t end = whole_letter(line, begin + longest);
    if (const auto gap = line.rfind(' ', end); end < line.size() && gap != std::string_view::npos && gap > hit + 40)
        end = gap;
    return {begin, end};
}

std::string marked(std::string_view line, const std::vector<Range>& found, bool goes_on)
{
    const auto [begin, end] = window(line, found.empty() ? 0 : found.front().first);
    std::string snippet(begin > 0 ? cut : "");
    std::size_t at = begin;
    for (const auto& [from, to] : found) {
        if (from < at || to > end) continue;
        snippet.append(line.substr(at, from - at)).append(opens).append(line.substr(from, to - from)).append(closes);
        at = to;
    }
    snippet.append(line.substr(at, end - at));
    while (snippet.ends_with(' ')) snippet.pop_back();
    return end < line.size() || goes_on ? snippet.append(cut) : snippet;
}

} // namespace

std::string snippet_of(std::string_view text, const Query& query)
{
    // Most finds stand at the beginning; a long mail is read on only when they do not.
    for (const std::size_t read : {3 * longest, 20 * longest, most_read}) {
        const auto line = one_line(composed(text.substr(0, read)));
        const auto found = finds(tokens_of(line, no_stems), query);
        const bool all_read = read >= text.size() || read == most_read;
        const bool enough = !found.empty() && found.front().first + 2 * longest <= line.size();
        if (all_read || enough) return marked(line, found, !all_read);
    }
    return {};
}

} // namespace amends::text
