// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/proof.h"

#include "platform/mail/ascii.h"

namespace amends::mail {

namespace {

std::string domain_of(std::string_view address) { return lower(address.substr(address.rfind('@') + 1)); }

// The same domain, or one above the other, as relaxed alignment has it.
bool aligned(const std::string& one, const std::string& other)
{
    if (one.empty() || other.empty() || !holds(one, ".") || !holds(other, ".")) return false;
    return one == other || ("." + one).ends_with("." + other) || ("." + other).ends_with("." + one);
}

Proof by_dmarc(const Authenticated& dmarc, const std::string& domain)
{
    // The server names whom it looked at; when that is not whom we show, it proves nothing.
    if (!dmarc.header_from.empty() && domain_of(dmarc.header_from) != domain) return Proof::none;
    if (dmarc.result == "pass") return Proof::proven;
    const bool refused = dmarc.policy != "none"; // A server that does not say which policy there is may mean any.
    return dmarc.result == "fail" && refused ? Proof::forged : Proof::none;
}

} // namespace

Proof proof_of(const Inbound& mail, std::string_view trusted_authserv)
{
    const auto first = std::ranges::find_if(
        mail.authenticated, [&](const Authenticated& one) { return same(one.authserv, trusted_authserv); });
    if (trusted_authserv.empty() || first == mail.authenticated.end() || mail.froms != 1) return Proof::none;

    const auto domain = domain_of(mail.from.address);
    auto proof = Proof::none;
    for (const auto& one : mail.authenticated) {
        if (one.header != first->header) continue;
        if (one.method == "dmarc" && one.result != "none") return by_dmarc(one, domain);
        const bool passed = one.result == "pass" && (one.method == "spf" || one.method == "dkim");
        if (passed && aligned(domain_of(one.domain), domain)) proof = Proof::plausible;
    }
    return proof;
}

} // namespace amends::mail
