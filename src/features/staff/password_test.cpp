// SPDX-License-Identifier: Apache-2.0
#include "staff/password.h"
#include "staff/sign_in.h"

#include <doctest/doctest.h>

#include <string>

using namespace amends;
using namespace amends::staff;
using namespace std::chrono_literals;

namespace {

std::string code_for(std::string_view password)
{
    const auto fine = acceptable_password(password, "aino.virtanen@example.org", "Aino Virtanen");
    return fine ? "" : fine.error().code;
}

} // namespace

TEST_CASE("a password is long, and not one that everybody tries first")
{
    for (const auto* const good : {"correct horse lamp rain", "neljä sanaa tässä", "گذرواژه بلند", "7Qk!pz0-vWm2x"})
        CHECK(code_for(good).empty());
    for (const auto* const known :
         {"Password2026!", "passwordpassword", "123456789012", "1234567890123456", "aaaaaaaaaaaaaaaa", "abababababab",
          "qwertyuiop12", "Administrator1", "aino.virtanen@example.org", "Aino.Virtanen1", "Aino Virtanen",
          "000000000000!", "987654321098", "abcdefghijklmn", "correct horse battery staple", "Salasana2026!"}) {
        CAPTURE(known);
        CHECK(code_for(known) == "password.known");
    }
    CHECK(code_for("elevenbytes") == "password.too_short");
    CHECK(code_for(std::string(1025, 'x')) == "password.too_long");
    CHECK(code_for("") == "password.too_short");
}

TEST_CASE("a session ends after eight idle hours, and after a week however busy")
{
    constexpr Instant monday{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2}};
    CHECK_FALSE(over(monday, monday, monday + 8h - 1ms));
    CHECK(over(monday, monday, monday + 8h));
    CHECK_FALSE(over(monday, monday + 167h, monday + 168h - 1ms));
    CHECK(over(monday, monday + 167h, monday + 168h));
}

TEST_CASE("all addresses of one IPv6 customer are one place")
{
    CHECK(place_of("192.0.2.1") == "192.0.2.1");
    CHECK(place_of("2001:db8:1:2::66") == place_of("2001:db8:1:2:ffff::1"));
    CHECK(place_of("2001:db8:1:2::66") != place_of("2001:db8:1:3::66"));
    CHECK(place_of("::1") == "/64");
    CHECK(place_of("2001:db8::1") == "2001:db8:/64");
}
