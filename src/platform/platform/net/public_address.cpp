// SPDX-License-Identifier: Apache-2.0
#include "platform/net/public_address.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <netinet/in.h>
#include <span>

namespace amends::net {
namespace {

struct Block4 {
    std::uint32_t first;
    int bits;
};

constexpr std::uint32_t quad(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d)
{
    return (a << 24U) | (b << 16U) | (c << 8U) | d;
}

constexpr std::array special4{
    Block4{quad(0, 0, 0, 0), 8},       Block4{quad(10, 0, 0, 0), 8},     Block4{quad(100, 64, 0, 0), 10},
    Block4{quad(127, 0, 0, 0), 8},     Block4{quad(169, 254, 0, 0), 16}, Block4{quad(172, 16, 0, 0), 12},
    Block4{quad(192, 0, 0, 0), 24},    Block4{quad(192, 0, 2, 0), 24},   Block4{quad(192, 31, 196, 0), 24},
    Block4{quad(192, 52, 193, 0), 24}, Block4{quad(192, 88, 99, 0), 24}, Block4{quad(192, 168, 0, 0), 16},
    Block4{quad(192, 175, 48, 0), 24}, Block4{quad(198, 18, 0, 0), 15},  Block4{quad(198, 51, 100, 0), 24},
    Block4{quad(203, 0, 113, 0), 24},  Block4{quad(224, 0, 0, 0), 4},    Block4{quad(240, 0, 0, 0), 4},
};

bool public4(std::uint32_t address)
{
    return std::ranges::none_of(special4, [&](const Block4& block) {
        return (address ^ block.first) >> static_cast<unsigned>(32 - block.bits) == 0;
    });
}

// Only global unicast, 2000::/3, and of that not: 2001::/23 (Teredo, benchmarks, ORCHID), documentation, 6to4 (carries
// an IPv4 address), 3fff::/20. NAT64 (64:ff9b::/96) and mapped addresses lie outside of it anyway.
bool public6(std::span<const std::uint8_t, 16> a)
{
    if ((a[0] & 0xe0U) != 0x20) return false;
    if (a[0] == 0x20 && a[1] == 0x01 && a[2] < 0x02) return false;
    if (a[0] == 0x20 && a[1] == 0x01 && a[2] == 0x0d && a[3] == 0xb8) return false;
    if (a[0] == 0x20 && a[1] == 0x02) return false;
    return !(a[0] == 0x3f && a[1] == 0xff && a[2] < 0x10);
}

} // namespace

bool is_public(const sockaddr& address)
{
    if (address.sa_family == AF_INET) {
        sockaddr_in in{};
        std::memcpy(&in, &address, sizeof in);
        return public4(ntohl(in.sin_addr.s_addr));
    }
    if (address.sa_family != AF_INET6) return false;
    sockaddr_in6 in{};
    std::memcpy(&in, &address, sizeof in);
    return public6(in.sin6_addr.s6_addr);
}

} // namespace amends::net
