// SPDX-License-Identifier: Apache-2.0
#include "platform/child/packed.h"
#include "platform/mail/inbound.h"

#include <doctest/doctest.h>

using namespace amends;

namespace {

mail::Inbound some_mail()
{
    mail::Inbound mail{.subject = "Parcel", .from = {.name = "Ann", .address = "ann@example.com"}, .froms = 1};
    mail.date = Instant{std::chrono::milliseconds{1'700'000'000'000}};
    mail.kind = mail::Kind::list;
    mail.references = {"one@example.com", "two@example.com"};
    mail.parts.push_back({.name = "a.bin", .mime = "application/octet-stream", .in_line = true, .bytes = "a\0b"});
    mail.marks["x-mailer"] = "some";
    mail.refused = "mail.too_deep";
    return mail;
}

std::string packed(const mail::Inbound& mail)
{
    std::string out;
    child::pack(out, mail);
    return out;
}

} // namespace

TEST_CASE("what a reader says of a mail arrives as it was said")
{
    const auto mail = some_mail();

    const auto arrived = child::unpack<mail::Inbound>(packed(mail));

    REQUIRE(arrived);
    CHECK(packed(*arrived) == packed(mail));
    CHECK(arrived->date == mail.date);
    CHECK(arrived->parts.front().bytes == mail.parts.front().bytes);
}

TEST_CASE("an answer that is cut or too long is no answer")
{
    const auto bytes = packed(some_mail());

    for (std::size_t length = 0; length < bytes.size(); ++length)
        CHECK_FALSE(child::unpack<mail::Inbound>(std::string_view(bytes).substr(0, length)));
    CHECK_FALSE(child::unpack<mail::Inbound>(bytes + "x"));
}

TEST_CASE("an answer that lies about its length takes no memory")
{
    std::string lie;
    child::pack_number(lie, ~std::uint64_t{0});

    CHECK_FALSE(child::unpack<std::string>(lie));
    CHECK_FALSE(child::unpack<std::vector<std::string>>(lie));
    CHECK_FALSE(child::unpack<mail::Kind>(lie));
}

TEST_CASE("a kind of mail that nobody knows is no answer")
{
    std::string strange;
    child::pack(strange, std::string("love_letter"));

    CHECK_FALSE(child::unpack<mail::Kind>(strange));
}
