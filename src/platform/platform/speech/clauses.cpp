// SPDX-License-Identifier: Apache-2.0
#include "platform/speech/clauses.h"

#include "platform/text/letters.h"

#include <algorithm>
#include <array>
#include <utility>

namespace amends::speech {
namespace {

using std::string_view_literals::operator""sv;

constexpr auto quotes = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"\"", "\""}, {"“", "”"}, {"«", "»"}, {"„", "“"}, {"”", "”"}});
constexpr std::size_t longest_quotation = 1'000;
constexpr auto clause_signs =
    std::to_array<std::string_view>({",", ";", ":", "–", "—", "(", ")", "،", "؛", "·", " - "});

std::uint32_t bit(Mark mark) { return 1U << static_cast<unsigned>(mark); }

bool holds(std::string_view gap, std::string_view sign) { return gap.contains(sign); }

// Where the quotation ends that begins at `at`, or 0.
std::size_t quotation_end(std::string_view text, std::size_t at)
{
    for (const auto& [opens, closes] : quotes) {
        if (!text.substr(at).starts_with(opens)) continue;
        const auto within = text.substr(at + opens.size(), longest_quotation);
        const auto found = within.find(closes);
        if (found != std::string_view::npos) return at + opens.size() + found + closes.size();
    }
    return 0;
}

// Each search goes on behind the last quotation, and one without an end is looked for once a sign.
std::string without_quotations(std::string_view text)
{
    std::string said(text);
    for (std::size_t at = 0; at < said.size(); ++at) {
        const auto first = static_cast<unsigned char>(said[at]);
        if (first != '"' && first != 0xe2 && first != 0xc2) continue;
        const auto end = quotation_end(said, at);
        if (end == 0) continue;
        std::fill(said.begin() + static_cast<std::ptrdiff_t>(at), said.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        at = end - 1;
    }
    return said;
}

// In words. Nobody says a longer one, and the grammars look at each word beside each other.
constexpr std::size_t longest_clause = 100;

bool small_letter(std::string_view text, const text::Word& word)
{
    if (word.script != text::Script::latin && word.script != text::Script::greek) return false;
    std::size_t at = word.begin;
    const auto letter = text::next_code_point(text, at);
    std::string folded;
    text::append_light(folded, letter);
    return text.substr(word.begin, at - word.begin) == folded;
}

} // namespace

std::string_view Clause::word(std::size_t at) const { return at < size() ? std::string_view(words_[at].strong) : ""sv; }

bool Clause::is(std::size_t at, Mark mark) const { return at < size() && (marks_[at] & bit(mark)) != 0; }

bool Clause::any(Mark mark, std::size_t from, std::size_t to) const
{
    for (std::size_t at = from; at < std::min(to, size()); ++at)
        if (is(at, mark)) return true;
    return false;
}

Speech::Speech(std::string_view text, std::string_view language, const text::Lexicon& lexicon)
    : text_(without_quotations(text)), language_(language), words_(text::words_of(text_))
{
    if (language_ == "fa") join_persian_verbs();
    mark(lexicon);
    cut();
}

std::string_view Speech::between(std::size_t begin, std::size_t end) const
{
    return std::string_view(text_).substr(begin, end - begin);
}

// "می فرستیم" with a blank is "می‌فرستیم".
void Speech::join_persian_verbs()
{
    std::vector<text::Word> joined;
    const std::string present = text::strongly_folded("می");
    const std::string negated = text::strongly_folded("نمی");
    for (auto& word : words_) {
        const bool prefix = !joined.empty() && (joined.back().strong == present || joined.back().strong == negated);
        if (prefix) {
            joined.back().strong += word.strong;
            joined.back().end = word.end;
        } else joined.push_back(std::move(word));
    }
    words_ = std::move(joined);
}

void Speech::mark(const text::Lexicon& lexicon)
{
    marks_.reserve(words_.size());
    for (std::size_t at = 0; at < words_.size(); ++at) {
        std::uint32_t marks = 0;
        for (const auto& match : lexicon.matches(words_, at)) marks |= 1U << match.sort;
        marks_.push_back(marks);
    }
}

bool Speech::marked(std::size_t at, Mark mark) const { return at < marks_.size() && (marks_[at] & bit(mark)) != 0; }

// A full stop ends a sentence unless it belongs to a number or to letters ("10. kesäkuuta", "π.μ.").
Speech::Break Speech::stop(std::size_t at, std::string_view gap) const
{
    if (gap.starts_with('.') && gap.size() == 1) return Break::none;
    if (small_letter(text_, words_[at])) return Break::none;
    const bool number = words_[at - 1].digits_only && words_[at].digits_only;
    const auto& word = words_[at - 1].strong;
    const bool title = word == "dr" || word == "mr" || word == "mrs" || word == "ms";
    return number || title ? Break::none : Break::sentence;
}

// In Greek a semicolon asks, also the one that Unicode made for it.
bool Speech::asks(std::string_view gap) const
{
    return holds(gap, "?") || holds(gap, "؟") || holds(gap, "\u037e") || (language_ == "el" && holds(gap, ";"));
}

Speech::Break Speech::break_before(std::size_t at) const
{
    const auto gap = between(words_[at - 1].end, words_[at].begin);
    if (asks(gap)) return Break::question;
    if (holds(gap, "!") || holds(gap, "…") || holds(gap, "\n\n") || holds(gap, "\r\n\r\n")) return Break::sentence;
    if (holds(gap, ".")) return stop(at, gap.substr(gap.find('.')));
    // "Wednesday, 10 June" and "12,50" are one thing.
    const bool number = (words_[at].joined || gap == ", ") && words_[at].digits_only;
    if (!number && std::ranges::any_of(clause_signs, [&](std::string_view sign) { return holds(gap, sign); }))
        return Break::clause;
    return begins_clause(at) ? Break::clause : Break::none;
}

bool Speech::begins_clause(std::size_t at) const
{
    if (marked(at, Mark::but)) return true;
    if (!marked(at, Mark::joins)) return false;
    return marked(at + 1, Mark::we) || marked(at + 1, Mark::you) || marked(at + 1, Mark::ours) ||
           marked(at + 1, Mark::yours) || marked(at + 1, Mark::condition) || marked(at + 1, Mark::others);
}

void Speech::add_clause(Sentence& sentence, std::size_t begin, std::size_t end) const
{
    const auto count = end - begin;
    sentence.clauses.emplace_back(std::span(words_).subspan(begin, count), std::span(marks_).subspan(begin, count));
}

void Speech::cut()
{
    Sentence sentence;
    std::size_t begin = 0;
    for (std::size_t at = 1; at <= words_.size(); ++at) {
        const bool last = at == words_.size();
        const auto rest = last ? between(words_[at - 1].end, text_.size()) : ""sv;
        auto found = !last ? break_before(at) : asks(rest) ? Break::question : Break::sentence;
        if (found == Break::none && at - begin >= longest_clause) found = Break::clause;
        if (found == Break::none) continue;
        add_clause(sentence, begin, at);
        begin = at;
        if (found == Break::clause) continue;
        sentence.asks = found == Break::question;
        sentences_.push_back(std::exchange(sentence, {}));
    }
}

} // namespace amends::speech
