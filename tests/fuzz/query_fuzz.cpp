// SPDX-License-Identifier: Apache-2.0
// sources: mail/charset text/letters text/query text/snippet text/stem text/tokens text/unspaced text/words
// libraries: -lfmt -lstemmer
// packages: icu-uc icu-i18n
// A question is words of small letters and digits and nothing that a database would read as more; a text is found by
// its own words; what is shown of it is short, whole and marked in pairs. The first byte chooses the language.
#include "fuzz/attack.h"
#include "platform/mail/charset.h"
#include "platform/text/letters.h"
#include "platform/text/query.h"
#include "platform/text/tokens.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <sstream>

namespace {

using namespace amends;
using fuzz::must;

// Tokens go into the text of a search as they are.
void safe(const std::string& token)
{
    must(!token.empty() && mail::is_utf8(token));
    must(std::ranges::all_of(token, [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    }));
}

void check(const text::Query& query)
{
    must(query.terms.size() <= 16);
    for (const auto& term : query.terms)
        for (const auto& way : term.ways) {
            must(!way.empty());
            for (const auto& wanted : way) safe(wanted.text);
        }
}

void check_tokens(std::string_view text, std::string_view language)
{
    for (const auto& token : text::tokens_of(text, language)) {
        must(token.begin < token.end && token.end <= text.size());
        safe(token.text);
        if (!token.stem.empty()) safe(token.stem);
    }
}

std::set<std::string> words_in(const std::string& tokens)
{
    std::istringstream stream(tokens);
    return {std::istream_iterator<std::string>(stream), {}};
}

void finds_itself(std::string_view text, std::string_view language, const text::Query& query)
{
    const auto words = words_in(text::search_tokens(text, language));
    const auto held = [&](const text::Wanted& wanted) {
        return words.contains(wanted.text) || (wanted.beginning && std::ranges::any_of(words, [&](const auto& word) {
                                                   return word.starts_with(wanted.text);
                                               }));
    };
    for (const auto& term : query.terms)
        must(std::ranges::any_of(term.ways, [&](const auto& way) { return std::ranges::all_of(way, held); }));
}

// 200 bytes around the find and 60 before it, a mark for each word and the dots at both ends.
void check_snippet(const std::string& snippet)
{
    must(mail::is_utf8(snippet) && snippet.size() <= 260 + 6 * 130 + 6);
    bool open = false;
    for (std::size_t at = 0; at < snippet.size();) {
        const auto letter = text::next_code_point(snippet, at);
        must(letter >= 0x20 && letter != 0x7f);
        if (letter == 0x27e6 || letter == 0x27e7) {
            must(open == (letter == 0x27e7));
            open = !open;
        }
    }
    must(!open);
}

} // namespace

void amends::fuzz::attack(std::string_view input)
{
    static constexpr std::array<std::string_view, 6> languages{"en", "fi", "el", "fa", "", "xx"};
    if (input.empty()) return;
    const auto language = languages[static_cast<unsigned char>(input.front()) % languages.size()];
    const auto text = input.substr(1);
    const auto query = text::parse_query(text, language);
    check(query);
    check_tokens(text::composed(text), language);
    if (text.size() <= 1024) finds_itself(text, language, query);
    check_snippet(text::snippet_of(text, query));
}
