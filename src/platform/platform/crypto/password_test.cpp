// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/password.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::crypto;

TEST_CASE("a password matches its own hash and no other")
{
    const auto stored = hash_password(Secret("correct horse battery")).value();

    CHECK(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
    CHECK(password_matches(stored, Secret("correct horse battery")));
    CHECK_FALSE(password_matches(stored, Secret("correct horse batterx")));
    CHECK_FALSE(password_matches(stored, Secret("")));
    CHECK(hash_password(Secret("correct horse battery")).value() != stored);
}

TEST_CASE("a password is taken whole: bytes after a zero byte and letters beyond the 72nd count")
{
    const std::string with_zero("before\0after", 12);
    const std::string long_one(1024, 'p');
    const auto zero = hash_password(Secret(with_zero)).value();
    const auto longest = hash_password(Secret(long_one)).value();

    CHECK(password_matches(zero, Secret(with_zero)));
    CHECK_FALSE(password_matches(zero, Secret("before")));
    CHECK(password_matches(longest, Secret(long_one)));
    CHECK_FALSE(password_matches(longest, Secret(long_one.substr(1))));
}

TEST_CASE("more than 1,024 bytes are refused and match nothing")
{
    const Secret endless(std::string(1025, 'p'));

    const auto refused = hash_password(endless);

    CHECK(refused.error().code == "password.too_long");
    CHECK(refused.error().field == "password");
    CHECK_FALSE(password_matches("", endless));
}

TEST_CASE("nobody's password matches nothing, and neither does a hash that is none")
{
    CHECK_FALSE(password_matches("", Secret("")));
    CHECK_FALSE(password_matches("", Secret("guess")));
    CHECK_FALSE(password_matches("plain text", Secret("plain text")));
    CHECK_FALSE(password_matches("$argon2id$v=19$m=19456,t=2,p=1$", Secret("")));
}
