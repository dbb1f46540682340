// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/authentication.h"

#include <doctest/doctest.h>

using namespace amends;
using mail::authentication_results;

TEST_CASE("each method of a header is told, with its server")
{
    const auto found = authentication_results(
        "mx.Shop.example 1; spf=pass (sender is ok) smtp.mailfrom=bounce@example.com; "
        "dkim=pass header.d=example.com header.s=s1; dmarc=pass (p=REJECT sp=NONE dis=NONE) header.from=Example.com");

    REQUIRE(found.size() == 3);
    CHECK(found[0].authserv == "mx.shop.example");
    CHECK(found[0].method == "spf");
    CHECK(found[0].domain == "bounce@example.com");
    CHECK(found[1].method == "dkim");
    CHECK(found[1].domain == "example.com");
    CHECK(found[2].method == "dmarc");
    CHECK(found[2].result == "pass");
    CHECK(found[2].header_from == "example.com");
    CHECK(found[2].policy == "reject");
}

TEST_CASE("forged ends of words are no results")
{
    // Comments and quoted strings may hold anything, "dmarc=pass" among it.
    const auto found = authentication_results("mx.example; spf=fail (; dmarc=pass) smtp.mailfrom=\"; "
                                              "dmarc=pass\"@evil.example; dmarc=fail header.from=a.example");

    REQUIRE(found.size() == 2);
    CHECK(found[0].method == "spf");
    CHECK(found[0].result == "fail");
    CHECK(found[1].method == "dmarc");
    CHECK(found[1].result == "fail");
}

TEST_CASE("a header that names no server says nothing")
{
    CHECK(authentication_results("spf=pass smtp.mailfrom=a.example; dmarc=pass").empty());
    CHECK(authentication_results("").empty());
    CHECK(authentication_results("mx.example; none").empty());
    CHECK(authentication_results(";;;").empty());
    CHECK(authentication_results("(((").empty());
}

TEST_CASE("versions of methods and odd blanks are passed over")
{
    const auto found = authentication_results("\"mx.example\" ; dkim/1 = pass header.i = @a.example ;dmarc = none");

    REQUIRE(found.size() == 2);
    CHECK(found[0].authserv == "mx.example");
    CHECK(found[0].method == "dkim");
    CHECK(found[0].domain == "a.example");
    CHECK(found[1].result == "none");
}
