// SPDX-License-Identifier: Apache-2.0
#include "platform/text/lexicon.h"

#include "platform/text/letters.h"

#include <algorithm>
#include <functional>

namespace amends::text {
namespace {

// Calls `with` for each part of a text between two bars, blanks and the like.
template <class With>
void each_part(std::string_view text, char between, With with)
{
    while (!text.empty()) {
        const auto end = std::min(text.find(between), text.size());
        if (end > 0) with(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

} // namespace

Lexicon::Lexicon(std::span<const Meaning> meanings)
{
    for (const auto& meaning : meanings)
        each_part(meaning.phrases, '|', [&](std::string_view phrase) { add(phrase, meaning); });
}

Lexicon::Pattern Lexicon::pattern_of(std::string_view written)
{
    return {.text = strongly_folded(written), .any_before = written.front() == '*', .any_after = written.back() == '*'};
}

void Lexicon::add(std::string_view phrase, const Meaning& meaning)
{
    Phrase added{.sort = meaning.sort, .value = meaning.value};
    each_part(phrase, ' ', [&](std::string_view word) { added.patterns.push_back(pattern_of(word)); });
    const auto& first = added.patterns.front();
    auto& list = first.any_before || first.any_after ? open_ : by_first_word_[first.text];
    list.push_back(phrases_.size());
    phrases_.push_back(std::move(added));
}

bool Lexicon::fits(const Pattern& pattern, std::string_view word)
{
    if (pattern.any_before && pattern.any_after) return word.contains(pattern.text);
    if (pattern.any_before) return word.ends_with(pattern.text);
    if (pattern.any_after) return word.starts_with(pattern.text);
    return word == pattern.text;
}

void Lexicon::try_phrase(std::size_t phrase, std::span<const Word> rest, std::vector<Match>& found) const
{
    const auto& [patterns, sort, value] = phrases_[phrase];
    if (patterns.size() > rest.size()) return;
    for (std::size_t at = 0; at < patterns.size(); ++at)
        if (!fits(patterns[at], rest[at].strong)) return;
    found.push_back({.sort = sort, .value = value, .words = patterns.size()});
}

std::vector<Match> Lexicon::matches(std::span<const Word> words, std::size_t at) const
{
    std::vector<Match> found;
    const auto rest = words.subspan(at);
    if (const auto known = by_first_word_.find(rest.front().strong); known != by_first_word_.end())
        for (const auto phrase : known->second) try_phrase(phrase, rest, found);
    for (const auto phrase : open_) try_phrase(phrase, rest, found);
    std::ranges::stable_sort(found, std::greater{}, &Match::words);
    return found;
}

} // namespace amends::text
