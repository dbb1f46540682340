// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/encode.h"
#include "platform/crypto/hash.h"
#include "platform/crypto/random.h"
#include "platform/crypto/secret.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <set>

using namespace amends;
using namespace amends::crypto;

TEST_CASE("a secret cannot be formatted, printed or turned into text by itself")
{
    CHECK_FALSE(fmt::is_formattable<Secret>::value);
    CHECK_FALSE(std::is_convertible_v<Secret, std::string>);
    CHECK_FALSE(std::is_convertible_v<Secret, std::string_view>);
    CHECK_FALSE(std::is_constructible_v<std::string, Secret>);
}

TEST_CASE("a secret that was moved from is empty, even a short one")
{
    Secret first("short");
    const Secret second(std::move(first));
    Secret third("another");
    third = Secret(second);

    CHECK(first.reveal().empty()); // NOLINT(bugprone-use-after-move): that is the question.
    CHECK(third == second);
    CHECK_FALSE(third == Secret("shorT"));
    CHECK_FALSE(third == Secret("shor"));
}

TEST_CASE("hashes are those of the standards")
{
    CHECK(sha256_hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abc").size() == 32);
    // RFC 4231, cases 1, 2 and 6 (a key longer than a block).
    CHECK(hmac_sha256_hex(Secret(std::string(20, '\x0b')), "Hi There") ==
          "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(hmac_sha256_hex(Secret("Jefe"), "what do ya want for nothing?") ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(hmac_sha256_hex(Secret(std::string(131, '\xaa')), "Test Using Larger Than Block-Size Key - Hash Key First") ==
          "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("two texts are equal only when every byte and the length agree")
{
    CHECK(equal("", ""));
    CHECK(equal("token", "token"));
    CHECK_FALSE(equal("token", "tokem"));
    CHECK_FALSE(equal("token", "toke"));
    CHECK_FALSE(equal("", "t"));
    CHECK_FALSE(equal(std::string("a\0b", 3), std::string("a\0c", 3)));
}

TEST_CASE("base64url and base32 agree with RFC 4648 and read back what they wrote")
{
    CHECK(base64url("") == "");
    CHECK(base64url("f") == "Zg");
    CHECK(base64url("foobar") == "Zm9vYmFy");
    CHECK(base64url("\xfb\xff\xbf") == "-_-_");
    CHECK(base32("foobar") == "MZXW6YTBOI");
    CHECK(base32_lower("fooba") == "mzxw6ytb");
    CHECK(from_base32("mZxW6") == "foo");

    for (std::size_t size = 0; size < 70; ++size) {
        const auto bytes = random_bytes(size);
        CHECK(from_base64url(base64url(bytes)) == bytes);
        CHECK(from_base32(base32(bytes)) == bytes);
        CHECK(from_base32(base32_lower(bytes)) == bytes);
    }
}

TEST_CASE("a text that encodes nothing, or encodes it another way, is refused")
{
    for (const auto* text : {"Z", "Zg==", "Zh", "Zm9vYmF", "Zm9v YmFy", "Zm9v\n", "+/+/", "ä", "Zm9vZ"})
        CHECK_FALSE(from_base64url(text));
    for (const auto* text : {"m", "mzx", "mz1", "mz8", "mzxw6ytbo", "mzxw6ytboj", "mzxw6ytboi======"})
        CHECK_FALSE(from_base32(text));
}

TEST_CASE("a token has 256 bits and is never the same twice")
{
    std::set<std::string> seen;
    for (int turn = 0; turn < 1000; ++turn) {
        const auto token = random_token();
        CHECK(token.size() == 43);
        CHECK(from_base64url(token)->size() == 32);
        CHECK(seen.insert(token).second);
    }
}
