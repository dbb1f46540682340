// SPDX-License-Identifier: Apache-2.0
#include "platform/text/lexicon.h"

#include <doctest/doctest.h>

#include <array>

using namespace amends::text;

namespace {

std::vector<int> found(std::string_view phrases, std::string_view text)
{
    const std::array<Meaning, 1> meanings{Meaning{.sort = 1, .phrases = phrases, .value = 7}};
    const Lexicon lexicon(meanings);
    const auto words = words_of(text);
    std::vector<int> lengths;
    for (std::size_t at = 0; at < words.size(); ++at)
        for (const auto& match : lexicon.matches(words, at)) lengths.push_back(static_cast<int>(match.words));
    return lengths;
}

} // namespace

TEST_CASE("a word is known without its accents, capitals and half-spaces")
{
    CHECK(found("Παρασκευή", "ΠΑΡΑΣΚΕΥΗ") == std::vector{1});
    CHECK(found("سه‌شنبه", "سهشنبه") == std::vector{1});
    CHECK(found("یک", "يك") == std::vector{1});
}

TEST_CASE("a star stands for any letters at the end, the beginning or both")
{
    CHECK(found("perjantai*", "perjantaihin mennessä") == std::vector{1});
    CHECK(found("*isin", "maanantaisin") == std::vector{1});
    CHECK(found("*anan*", "maanantaisin") == std::vector{1});
    CHECK(found("perjantai*", "torstaina").empty());
}

TEST_CASE("of several phrases the longest comes first")
{
    CHECK(found("end|end of|end of the", "by the end of the week") == std::vector{3, 2, 1});
}
