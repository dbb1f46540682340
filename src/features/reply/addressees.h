// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reply/outgoing.h"

namespace amends::reply {

// To whom a reply goes: those named, else the customer. Refused are what is no address, what is an address of our own
// (we would write to ourselves for ever), and a reply that nobody would get. Nothing is sent to whom said "this was not
// me".
[[nodiscard]] Result<std::vector<Addressee>> addressees(const Ports& ports, const cases::Case& of,
                                                        const std::vector<std::string>& to,
                                                        const std::vector<std::string>& cc);

// Whom the desk may not write to at this address, as a code; empty when it may.
[[nodiscard]] std::string barred(const Ports& ports, std::string_view address);

// The zone of the clock on the customer's wall: their own when it is known, else the brand's.
[[nodiscard]] std::string zone_of(const Ports& ports, PersonId customer);

[[nodiscard]] bool our_own(const Ports& ports, std::string_view address);

} // namespace amends::reply
