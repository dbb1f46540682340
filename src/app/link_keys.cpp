// SPDX-License-Identifier: Apache-2.0
#include "app/link_keys.h"

#include "platform/crypto/encode.h"
#include "platform/crypto/hash.h"

namespace amends {
namespace {

constexpr std::size_t key_bytes = 1;
constexpr std::size_t brand_bytes = 4;
constexpr std::size_t id_bytes = 7; // Ids have 53 bits.
constexpr std::size_t claim_bytes = key_bytes + brand_bytes + 2 * id_bytes;
constexpr std::size_t until_bytes = 4; // Minutes. Only behind the claim of a link that was sent anew.
constexpr std::size_t mac_bytes = 16;

void write(std::string& out, std::int64_t number, std::size_t bytes)
{
    while (bytes-- > 0) out += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * bytes) & 0xffU);
}

std::int64_t number_in(std::string_view bytes)
{
    std::uint64_t number = 0;
    for (const char byte : bytes) number = number << 8U | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(number);
}

std::optional<Instant> until_in(std::string_view bytes)
{
    if (bytes.empty()) return std::nullopt;
    return Instant(std::chrono::minutes(number_in(bytes)));
}

std::string mac(const crypto::Keys& keys, std::string_view claim, std::int64_t revocations)
{
    const auto key_id = static_cast<std::uint32_t>(static_cast<unsigned char>(claim.front()));
    std::string covered(claim);
    write(covered, revocations, 8);
    return crypto::hmac_sha256(keys.derive("case.link", key_id), covered).substr(0, mac_bytes);
}

} // namespace

std::string CaseLinkKeys::written(const reply::CaseLink& link, std::int64_t revocations) const
{
    std::string bytes;
    write(bytes, crypto::Keys::current_key, key_bytes);
    write(bytes, static_cast<std::int64_t>(link.brand), brand_bytes);
    write(bytes, static_cast<std::int64_t>(link.case_id), id_bytes);
    write(bytes, static_cast<std::int64_t>(link.person_id), id_bytes);
    if (link.until)
        write(bytes, std::chrono::floor<std::chrono::minutes>(link.until->time_since_epoch()).count(), until_bytes);
    return crypto::base64url(bytes + mac(keys_, bytes, revocations));
}

std::optional<reply::CaseLink> CaseLinkKeys::claimed(std::string_view text) const
{
    const auto bytes = crypto::from_base64url(text);
    if (!bytes || (bytes->size() != claim_bytes + mac_bytes && bytes->size() != claim_bytes + until_bytes + mac_bytes))
        return std::nullopt;
    const auto key_id = static_cast<unsigned char>(bytes->front());
    if (key_id == 0 || key_id > crypto::Keys::current_key) return std::nullopt;
    const std::string_view rest = std::string_view(*bytes).substr(key_bytes, bytes->size() - key_bytes - mac_bytes);
    return reply::CaseLink{static_cast<BrandId>(number_in(rest.substr(0, brand_bytes))),
                           static_cast<CaseId>(number_in(rest.substr(brand_bytes, id_bytes))),
                           static_cast<PersonId>(number_in(rest.substr(brand_bytes + id_bytes, id_bytes))),
                           until_in(rest.substr(brand_bytes + 2 * id_bytes))};
}

bool CaseLinkKeys::genuine(std::string_view text, std::int64_t revocations) const
{
    if (!claimed(text)) return false;
    const auto bytes = *crypto::from_base64url(text);
    const auto claim = std::string_view(bytes).substr(0, bytes.size() - mac_bytes);
    return crypto::equal(std::string_view(bytes).substr(claim.size()), mac(keys_, claim, revocations));
}

} // namespace amends
