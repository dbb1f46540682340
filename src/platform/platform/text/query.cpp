// SPDX-License-Identifier: Apache-2.0
#include "platform/text/query.h"

#include "platform/text/letters.h"
#include "platform/text/tokens.h"

#include <algorithm>
#include <utility>

namespace amends::text {
namespace {

constexpr std::size_t most_terms = 16;
constexpr std::size_t most_bytes = 1024;
constexpr std::size_t shortest_beginning = 3; // Fewer letters begin a great part of all words.

void add_way(Term& term, Way way)
{
    if (!way.empty() && std::ranges::find(term.ways, way) == term.ways.end()) term.ways.push_back(std::move(way));
}

// Tokens that lie within the same stretch of the question are one term.
std::vector<Term> terms_of(const std::vector<Token>& tokens)
{
    std::vector<Term> terms;
    for (std::size_t at = 0; at < tokens.size();) {
        std::size_t end = at;
        std::size_t reach = tokens[at].end;
        // A whole follows its parts, so look for what covers the token at hand.
        for (const auto& token : tokens)
            if (token.begin <= tokens[at].begin && token.end > reach) reach = token.end;
        Term term;
        Way parts;
        Way stems;
        for (; end < tokens.size() && tokens[end].begin < reach; ++end) {
            const auto& token = tokens[end];
            const Wanted stem{.text = token.stem.empty() ? token.text : token.stem, .stem = !token.stem.empty()};
            if (token.role == Role::part) {
                parts.push_back({.text = token.text});
                stems.push_back(stem);
            } else {
                add_way(term, {{.text = token.text}});
                if (token.role == Role::word) add_way(term, {stem});
            }
        }
        // Parts that do not spell the whole, because some were too short to keep, would find too much.
        std::string spelt;
        for (const auto& part : parts) spelt += part.text;
        if (!term.ways.empty() && term.ways.front().front().text != spelt) parts.clear();
        if (!parts.empty()) add_way(term, std::move(stems));
        add_way(term, std::move(parts));
        terms.push_back(std::move(term));
        at = end;
    }
    return terms;
}

// The stems of the same word in other languages: who writes in which language is not known before it is found.
void add_other_languages(std::vector<Term>& terms, std::string_view text, std::string_view asked_in)
{
    for (const std::string_view language : {std::string_view("en"), std::string_view("fi")}) {
        if (language == asked_in) continue;
        const auto others = terms_of(tokens_of(text, language));
        for (std::size_t at = 0; at < std::min(terms.size(), others.size()); ++at)
            for (const auto& way : others[at].ways) add_way(terms[at], way);
    }
}

bool ends_within_a_word(std::string_view text)
{
    std::size_t last = text.size();
    while (last > 0 && (static_cast<unsigned char>(text[last - 1]) & 0xc0U) == 0x80U) --last;
    if (last == 0) return false;
    std::size_t at = last - 1;
    const Kind kind = kind_of(next_code_point(text, at));
    return kind != Kind::none && kind != Kind::unspaced;
}

void leave_open(Term& term)
{
    for (auto& way : term.ways) {
        auto& last = way.back();
        last.beginning = !last.stem && code_points(last.text) >= shortest_beginning;
    }
}

} // namespace

Query parse_query(std::string_view text, std::string_view language)
{
    const auto asked = composed(text.substr(0, most_bytes));
    Query query{.terms = terms_of(tokens_of(asked, language))};
    add_other_languages(query.terms, asked, language);
    if (query.terms.size() > most_terms) query.terms.resize(most_terms);
    else if (!query.terms.empty() && ends_within_a_word(asked)) leave_open(query.terms.back());
    return query;
}

} // namespace amends::text
