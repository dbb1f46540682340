// SPDX-License-Identifier: Apache-2.0
#include "conversation/token.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::conversation;

namespace {
const std::string tag = "abcdefghijklmnopqrstuvwxyz";
}

TEST_CASE("a token is found where mails carry it, and however servers fold it")
{
    const auto local = case_token(CaseId{123456789}, tag);

    for (const auto& text : {local + "@example.org", "<" + local + "@example.org>", "help+" + local + "@example.org",
                             "HELP+C." + local.substr(2) + "@EXAMPLE.ORG"}) {
        const auto token = token_in(text);
        REQUIRE_MESSAGE(token, text);
        CHECK(token->kind == 'c');
        CHECK(token->tag == tag);
    }
    CHECK(token_in("help+" + bounce_token(MessageId{7}, tag) + "@example.org")->kind == 'b');
}

TEST_CASE("what only looks like a token is none")
{
    for (const auto* const text :
         {"", "@", "help@example.org", "c.@example.org", "c.b.short@example.org", "c..abcdefghijklmnopqrstuvwxyz@x",
          "x.b.abcdefghijklmnopqrstuvwxyz@example.org", "music.b.abcdefghijklmnopqrstuvwxyz@example.org",
          "c.b.abcdefghijklmnopqrstuvwxy1@example.org", "c.b.abcdefghijklmnopqrstuvwxyz"}) {
        INFO(text);
        const auto token = token_in(text);
        CHECK((!token || token->tag == tag));
        if (std::string_view(text).starts_with("x") || std::string_view(text).starts_with("music")) CHECK_FALSE(token);
    }
}

TEST_CASE("a local part with its token fits into 64 octets, whatever the ids")
{
    const auto largest = static_cast<CaseId>((std::int64_t{1} << 53) - 1);
    CHECK(("support+" + case_token(largest, tag)).size() <= 64);
}

TEST_CASE("what stands behind the plus is cut off, and nothing else")
{
    CHECK(without_plus("help+c.1.x@example.org") == "help@example.org");
    CHECK(without_plus("help@example.org") == "help@example.org");
    CHECK(without_plus("help@exa+mple.org") == "help@exa+mple.org");
    CHECK(without_plus("nonsense") == "nonsense");
}

TEST_CASE("a number is found in a subject when it is ours, and only then")
{
    CHECK(case_number_in("Re: Where is it? [AM-1001]", "AM") == 1001);
    CHECK(case_number_in("am-7 again", "AM") == 7);
    CHECK(case_number_in("Vs: AM-1001: myöhässä", "AM") == 1001);
    CHECK_FALSE(case_number_in("EXAM-1001", "AM"));
    CHECK_FALSE(case_number_in("AM-", "AM"));
    CHECK_FALSE(case_number_in("AM-12345678901234567890", "AM"));
    CHECK_FALSE(case_number_in("AM 1001", "AM"));
    CHECK_FALSE(case_number_in("", "AM"));
    CHECK(case_number_in("x AM-x AM-22", "AM") == 22);
}
