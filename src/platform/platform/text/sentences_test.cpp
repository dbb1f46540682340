// SPDX-License-Identifier: Apache-2.0
#include "platform/text/sentences.h"

#include "base/result.h"

#include <doctest/doctest.h>

#include <array>

using namespace amends;
using namespace amends::text;

namespace {

constexpr std::array sentences{Sentence{"en", "by", "by {when}, {name}"},
                               Sentence{"fi", "by", "{when} mennessä, {name}"}};
const Sentences words(sentences);

} // namespace

TEST_CASE("a sentence is said in the language asked for, with its blanks filled")
{
    CHECK(words.say("fi", "by", std::array{Blank{"when", "huomiseen"}, Blank{"name", "Aino"}}) ==
          "huomiseen mennessä, Aino");
}

TEST_CASE("a language that is not known is answered in English")
{
    CHECK(words.say("sv", "by", std::array{Blank{"when", "noon"}, Blank{"name", "A"}}) == "by noon, A");
}

TEST_CASE("what fills a blank is not searched for blanks again")
{
    CHECK(words.say("en", "by", std::array{Blank{"when", "{name}"}, Blank{"name", "{when}"}}) == "by {name}, {when}");
}

TEST_CASE("a sentence that is missing and a blank that nobody fills are mistakes of the program")
{
    CHECK_THROWS_AS((void)words.say("en", "nothing"), Failure);
    CHECK_THROWS_AS((void)words.say("en", "by"), Failure);
}
