// SPDX-License-Identifier: Apache-2.0
#include "platform/net/public_address.h"

#include <doctest/doctest.h>
#include <memory>
#include <netdb.h>
#include <string>

using namespace amends;

namespace {

// clang-format off: one on a line would be a page.
constexpr const char* inside_spellings[] = {
    "127.0.0.1", "127.1", "127.0.1", "127.255.255.254", "2130706433", "0x7f000001", "0x7f.1",
    "0177.0.0.1", "017700000001", "0x7f.0x0.0x0.0x1", "0", "0.0.0.0", "0.1.2.3", "10.0.0.1",
    "10.255.255.255", "012.0.0.1", "0xa000001", "167772161", "100.64.0.1", "100.127.255.255",
    "169.254.169.254", "0xa9fea9fe", "2852039166", "172.16.0.1", "172.31.255.255", "192.0.0.1",
    "192.0.0.192", "192.0.2.7", "192.88.99.1", "192.168.0.1", "192.168.257", "3232235521", "198.18.0.1",
    "198.19.255.255", "198.51.100.1", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1",
    "255.255.255.255", "::", "::1", "0:0:0:0:0:0:0:1", "::127.0.0.1", "::ffff:127.0.0.1",
    "::ffff:7f00:1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:8.8.8.8", "64:ff9b::7f00:1",
    "64:ff9b:1::1", "100::1", "2001::1", "2001:2::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::",
    "2002:a00:1::1", "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1",
};
// clang-format on

// As the system reads the spelling, which is what a connection would go to.
bool is_public(const std::string& spelling)
{
    addrinfo wish{};
    wish.ai_socktype = SOCK_STREAM;
    wish.ai_flags = AI_NUMERICHOST;
    addrinfo* found = nullptr;
    REQUIRE_MESSAGE(getaddrinfo(spelling.c_str(), "80", &wish, &found) == 0, spelling);
    const std::unique_ptr<addrinfo, void (*)(addrinfo*)> list(found, freeaddrinfo);
    return net::is_public(*list->ai_addr);
}

} // namespace

TEST_CASE("T22: an address that is not of the public Internet is told, however it is spelt")
{
    for (const auto* const inside : inside_spellings) {
        CAPTURE(inside);
        CHECK_FALSE(is_public(inside));
    }
}

TEST_CASE("T22: what lies just beside is public")
{
    for (const auto* const outside :
         {"1.1.1.1",         "9.255.255.255",   "11.0.0.0",        "100.63.255.255",       "100.128.0.0",
          "126.255.255.255", "128.0.0.1",       "169.253.255.255", "169.255.0.0",          "172.15.255.255",
          "172.32.0.0",      "191.255.255.255", "192.0.1.1",       "192.167.255.255",      "192.169.0.0",
          "198.17.255.255",  "198.20.0.0",      "223.255.255.255", "2001:4860:4860::8888", "2600::1",
          "2a00:1450::1",    "2003::1"}) {
        CAPTURE(outside);
        CHECK(is_public(outside));
    }
}
