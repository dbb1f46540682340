// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/authentication.h"

#include "platform/mail/proof.h"

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

TEST_CASE("only the last word of our own border proves a sender")
{
    const auto proof = [](const std::string& headers) {
        return mail::proof_of(mail::understand(headers + "\r\n\r\nx"), "mx.shop.example");
    };
    const std::string from = "From: Ann <ann@example.com>\r\n", ours = "Authentication-Results: MX.shop.example; ";

    CHECK(proof(ours + "dmarc=pass header.from=example.com\r\n" + from) == mail::Proof::proven);
    CHECK(proof(ours + "dmarc=fail (p=reject) header.from=example.com\r\n" + from) == mail::Proof::forged);
    CHECK(proof(ours + "dmarc=fail (p=none) header.from=example.com\r\n" + from) == mail::Proof::none);
    CHECK(proof(ours + "dmarc=none; dkim=pass header.d=example.com\r\n" + from) == mail::Proof::plausible);
    CHECK(proof(ours + "spf=pass smtp.mailfrom=bounce@mail.example.com\r\n" + from) == mail::Proof::plausible);
    CHECK(proof(ours + "spf=pass smtp.mailfrom=evil.example\r\n" + from) == mail::Proof::none);
    CHECK(proof(from) == mail::Proof::none);
}

TEST_CASE("forged proofs prove nothing")
{
    const auto proof = [](const std::string& headers) {
        return mail::proof_of(mail::understand(headers + "\r\n\r\nx"), "mx.shop.example");
    };
    const std::string from = "From: Ann <ann@example.com>\r\n",
                      pass = "Authentication-Results: mx.shop.example; dmarc=pass header.from=example.com\r\n";

    // What came with the mail stands below what the border wrote.
    CHECK(proof("Authentication-Results: mx.shop.example; dmarc=fail (p=quarantine)\r\n" + pass + from) ==
          mail::Proof::forged);
    CHECK(proof("Authentication-Results: mx.evil.example; dmarc=pass\r\n" + from) == mail::Proof::none);
    CHECK(proof("Authentication-Results: mx.shop.example; dmarc=pass header.from=evil.example\r\n" + from) ==
          mail::Proof::none);
    CHECK(proof(pass + from + "From: Boss <boss@shop.example>\r\n") == mail::Proof::none);
    CHECK(proof(pass + "From: ann@example.com, boss@shop.example\r\n") == mail::Proof::none);
    CHECK(mail::proof_of(mail::understand(pass + from + "\r\nx"), "") == mail::Proof::none);
}
