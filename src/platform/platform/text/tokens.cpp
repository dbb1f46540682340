// SPDX-License-Identifier: Apache-2.0
#include "platform/text/tokens.h"

#include "platform/text/letters.h"
#include "platform/text/stem.h"
#include "platform/text/words.h"

#include <algorithm>
#include <span>
#include <unordered_set>
#include <utility>

namespace amends::text {
namespace {

constexpr std::size_t most_parts = 8;
constexpr std::size_t longest_whole = 64;
constexpr std::size_t tail_digits = 7;

// A language stems the words of its own script.
std::string stem(const Word& word, std::string_view language)
{
    if (language == no_stems && word.script == Script::latin) return {};
    switch (word.script) {
    case Script::arabic: return std::string(persian_stem_of(word.strong));
    case Script::greek: return stem_of(word.light, "el");
    case Script::latin: return stem_of(word.light, language.empty() || language == "el" ? "en" : language);
    case Script::other: return stem_of(word.light, language);
    }
    return {};
}

bool one_letter(std::string_view strong)
{
    return code_points(strong) == 1 && !(strong.front() >= '0' && strong.front() <= '9');
}

class Collector {
public:
    Collector(std::string_view text, std::string_view language) : text_(text), language_(language) {}

    std::vector<Token> tokens() &&
    {
        const auto words = words_of(text_);
        tokens_.reserve(words.size() * 2);
        for (std::size_t at = 0; at < words.size();) {
            if (const auto digits = telephone(std::span(words).subspan(at)); digits > 0) {
                number(std::span(words).subspan(at, digits));
                at += digits;
                continue;
            }
            std::size_t end = at + 1;
            while (end < words.size() && words[end].joined) ++end;
            thing(std::span(words).subspan(at, end - at));
            at = end;
        }
        return std::move(tokens_);
    }

private:
    void add(const Word& word, Role role)
    {
        Token token{.text = word.strong, .begin = word.begin, .end = word.end, .role = role};
        if (!word.digits_only) token.stem = stem(word, language_);
        if (token.stem == token.text) token.stem.clear();
        tokens_.push_back(std::move(token));
        if (word.half_space) halves(word);
        if (word.letters_and_digits) runs(word, 3);
    }

    void thing(std::span<const Word> words)
    {
        if (words.size() == 1) return add(words.front(), Role::word);
        std::string whole;
        for (const auto& word : words) whole += word.strong;
        const bool kept = words.size() <= most_parts && whole.size() <= longest_whole;
        for (const auto& word : words)
            if (!kept || !one_letter(word.strong)) add(word, kept ? Role::part : Role::word);
        if (kept) add_whole(std::move(whole), words);
    }

    void add_whole(std::string text, std::span<const Word> words)
    {
        tokens_.push_back(
            {.text = std::move(text), .begin = words.front().begin, .end = words.back().end, .role = Role::whole});
    }

    // "می‌خواهم" is looked for as one word and as two.
    void halves(const Word& word)
    {
        const auto source = text_.substr(word.begin, word.end - word.begin);
        constexpr std::string_view half_space = "\u200c";
        for (std::size_t at = 0; at < source.size();) {
            const auto end = std::min(source.find(half_space, at), source.size());
            auto half = strongly_folded(source.substr(at, end - at));
            if (!half.empty() && half.size() <= longest_whole && !one_letter(half))
                tokens_.push_back(
                    {.text = std::move(half), .begin = word.begin + at, .end = word.begin + end, .role = Role::part});
            at = end + half_space.size();
        }
    }

    // The letters and the digits of AM24817 apart, when there are enough digits to mean something.
    void runs(const Word& word, std::size_t fewest_digits)
    {
        const auto digit = [](char letter) { return letter >= '0' && letter <= '9'; };
        const std::string_view text = word.strong;
        for (std::size_t at = 0; at < text.size();) {
            const auto end = static_cast<std::size_t>(
                std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                             [&, first = digit(text[at])](char letter) { return digit(letter) != first; }) -
                text.begin());
            const auto run = text.substr(at, end - at);
            if (digit(run.front()) ? run.size() >= fewest_digits : run.size() >= 2)
                tokens_.push_back({.text = std::string(run), .begin = word.begin, .end = word.end, .role = Role::part});
            at = end;
        }
    }

    // How many words from the first on are one telephone number: groups of digits with little between them.
    [[nodiscard]] std::size_t telephone(std::span<const Word> words) const
    {
        const auto& first = words.front();
        if (!first.digits_only || first.joined) return 0;
        const bool plus = first.begin > 0 && text_[first.begin - 1] == '+';
        const bool bracket = first.begin > 0 && text_[first.begin - 1] == '(';
        if (!plus && !bracket && first.strong.front() != '0') return 0;
        std::size_t digits = 0;
        std::size_t count = 0;
        for (; count < words.size() && words[count].digits_only; ++count) {
            if (count > 0 && !close_by(words[count - 1], words[count])) break;
            if (digits + words[count].strong.size() > 15) break;
            digits += words[count].strong.size();
        }
        return digits >= tail_digits ? count : 0;
    }

    [[nodiscard]] bool close_by(const Word& one, const Word& next) const
    {
        const auto gap = text_.substr(one.end, next.begin - one.end);
        return gap.size() <= 3 && gap.find_first_not_of(" -.()/\xc2\xa0") == std::string_view::npos;
    }

    void number(std::span<const Word> words)
    {
        std::string digits;
        for (const auto& word : words) digits += word.strong;
        if (words.size() > 1)
            for (const auto& word : words) add(word, Role::part);
        const Token tail{.text = "tel" + digits.substr(digits.size() - tail_digits),
                         .begin = words.front().begin,
                         .end = words.back().end,
                         .role = Role::tail};
        add_whole(std::move(digits), words);
        tokens_.push_back(tail);
    }

    std::string_view text_;
    std::string_view language_;
    std::vector<Token> tokens_{};
};

} // namespace

std::vector<Token> tokens_of(std::string_view text, std::string_view language)
{
    return Collector(text, language).tokens();
}

std::string search_tokens(std::string_view text, std::string_view language)
{
    constexpr std::size_t most = 256UL * 1024;
    const auto source = composed(text.substr(0, most));
    const auto tokens = tokens_of(source, language);
    std::unordered_set<std::string_view> seen;
    seen.reserve(tokens.size() * 2);
    std::string joined;
    joined.reserve(source.size() * 2);
    const auto add = [&](std::string_view token) {
        if (token.empty() || !seen.insert(token).second) return;
        if (!joined.empty()) joined += ' ';
        joined += token;
    };
    for (const auto& token : tokens) {
        add(token.text);
        add(token.stem);
    }
    return joined;
}

} // namespace amends::text
