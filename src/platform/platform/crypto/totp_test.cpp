// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/totp.h"

#include "platform/crypto/encode.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::crypto;
using namespace std::chrono_literals;

namespace {

const Secret of_the_standard(base32("12345678901234567890"));

constexpr Instant at(std::int64_t seconds) { return Instant{std::chrono::seconds{seconds}}; }

} // namespace

TEST_CASE("codes are those of RFC 6238")
{
    // Its table has eight digits; six digits are the last six of them.
    CHECK(totp_code(of_the_standard, 59 / 30) == "287082");
    CHECK(totp_code(of_the_standard, 1111111109 / 30) == "081804");
    CHECK(totp_code(of_the_standard, 1111111111 / 30) == "050471");
    CHECK(totp_code(of_the_standard, 1234567890 / 30) == "005924");
    CHECK(totp_code(of_the_standard, 2000000000 / 30) == "279037");
    CHECK(totp_code(of_the_standard, 20000000000 / 30) == "353130");
}

TEST_CASE("a code is good for its own step and the two beside it, and tells which step it was")
{
    const auto code = totp_code(of_the_standard, 1000);

    CHECK(totp_step_matching(of_the_standard, code, at(1000 * 30)) == 1000);
    CHECK(totp_step_matching(of_the_standard, code, at(1000 * 30 + 29) + 999ms) == 1000);
    CHECK(totp_step_matching(of_the_standard, code, at(999 * 30)) == 1000);
    CHECK(totp_step_matching(of_the_standard, code, at(1001 * 30 + 29)) == 1000);
    CHECK_FALSE(totp_step_matching(of_the_standard, code, at(1002 * 30)));
    CHECK_FALSE(totp_step_matching(of_the_standard, code, at(999 * 30 - 1)));
}

TEST_CASE("a code may be typed with spaces, but not with anything else, missing or too much")
{
    const auto code = totp_code(of_the_standard, 1000);
    const auto now = at(1000 * 30);

    CHECK(totp_step_matching(of_the_standard, code.substr(0, 3) + " " + code.substr(3), now));
    for (const auto& wrong : {std::string(), code.substr(1), code + "0", "0" + code, "-" + code, std::string(6, 'x')})
        CHECK_FALSE(totp_step_matching(of_the_standard, wrong, now));
}

TEST_CASE("the address for authenticator apps carries the secret and escapes what is not plain")
{
    const auto secret = totp_secret();
    const auto uri = totp_uri("Amends & Söner", "maria@example.com", secret);

    CHECK(from_base32(secret.reveal())->size() == 20);
    CHECK_FALSE(secret == totp_secret());
    CHECK(uri == "otpauth://totp/Amends%20%26%20S%C3%B6ner:maria%40example.com?secret=" + std::string(secret.reveal()) +
                     "&issuer=Amends%20%26%20S%C3%B6ner&algorithm=SHA1&digits=6&period=30");
}
