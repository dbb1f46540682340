// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/evidence.h"

#include <doctest/doctest.h>

using namespace amends;

namespace {

const std::string token = "c.abc234.abcdefghijklmnopqrstuvwxyz";

std::vector<std::string> evidence_of(const std::string& header)
{
    return mail::placement_evidence(mail::understand("From: ann@example.com\r\n" + header + "\r\n\r\nx"));
}

using Found = std::vector<std::string>;

} // namespace

TEST_CASE("a token is seen in recipients and references, whatever their case")
{
    CHECK(evidence_of("To: desk+" + token + "@shop.example") == Found{"token"});
    CHECK(evidence_of("Delivered-To: DESK+C.ABC234.ABCDEFGHIJKLMNOPQRSTUVWXYZ@shop.example") == Found{"token"});
    CHECK(evidence_of("In-Reply-To: <" + token + "@shop.example>") == Found{"token", "references"});
    CHECK(mail::tokens_of(mail::understand("References: <a@b> <" + token + "@shop.example>\r\n\r\nx")) == Found{token});
}

TEST_CASE("what is no token is none")
{
    CHECK(evidence_of("To: desk+c.abc.short@shop.example").empty());
    CHECK(evidence_of("To: desk+c.abc.0bcdefghijklmnopqrstuvwxyz@shop.example").empty());
    CHECK(evidence_of("In-Reply-To: <x@y>") == Found{"references"});
}

TEST_CASE("a number in the subject is evidence when it is called a number")
{
    CHECK(evidence_of("Subject: Re: [#4711] Lamp") == Found{"subject_number"});
    CHECK(evidence_of("Subject: AW: Lampe [Ticket#4711]") == Found{"subject_number"});
    CHECK(evidence_of("Subject: 3 lamps for 4711 people").empty());
}
