// SPDX-License-Identifier: Apache-2.0
#include "platform/search/question.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace amends::search {
namespace {

std::string mark_of(std::int64_t brand)
{
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), brand, 36).ptr;
    return std::string(digits.data(), end) + "_";
}

// How an engine says: all of, any of, and a word that is there or begins so.
struct Words {
    std::string_view all{};
    std::string_view any{};
    std::string_view quote{};
    std::string_view beginning{};
    std::string mark{};
};

std::string said(const text::Way& way, const Words& words)
{
    std::string text;
    for (const auto& wanted : way) {
        if (!text.empty()) text += words.all;
        text.append(words.quote).append(words.mark).append(wanted.text).append(words.quote);
        if (wanted.beginning) text += words.beginning;
    }
    return way.size() > 1 ? "(" + text + ")" : text;
}

std::string said(const text::Query& query, const Words& words)
{
    std::string text;
    for (const auto& term : query.terms) {
        std::string ways;
        for (const auto& way : term.ways) {
            if (!ways.empty()) ways += words.any;
            ways += said(way, words);
        }
        if (!text.empty()) text += words.all;
        text += "(" + ways + ")";
    }
    return text;
}

} // namespace

std::string branded(std::int64_t brand, std::string_view tokens)
{
    const auto mark = mark_of(brand);
    std::string text;
    for (std::size_t at = 0; at < tokens.size();) {
        const auto end = std::min(tokens.find(' ', at), tokens.size());
        if (!text.empty()) text += ' ';
        text.append(mark).append(tokens.substr(at, end - at));
        at = end + 1;
    }
    return text;
}

std::string fts5_question(std::int64_t brand, const text::Query& query)
{
    return said(query, {.all = " AND ", .any = " OR ", .quote = "\"", .beginning = " *", .mark = mark_of(brand)});
}

std::string tsquery_question(const text::Query& query)
{
    return said(query, {.all = " & ", .any = " | ", .quote = "'", .beginning = ":*"});
}

} // namespace amends::search
