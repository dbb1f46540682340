// SPDX-License-Identifier: Apache-2.0
// Whether an address belongs to the public Internet. What a stranger makes the desk connect to must be judged by the
// address that is really connected to, never by its spelling or its name: names change between two questions.
#pragma once

struct sockaddr;

namespace amends::net {

// False for everything that IANA's registries of special-purpose addresses (RFC 6890) keep for other uses: this
// machine, private and shared networks, link-local (where clouds keep their credentials), multicast, documentation; and
// for IPv6 addresses that carry an IPv4 address, whatever that is.
[[nodiscard]] bool is_public(const sockaddr& address);

} // namespace amends::net
