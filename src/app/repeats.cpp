// SPDX-License-Identifier: Apache-2.0
#include "app/repeats.h"

#include "platform/crypto/encode.h"
#include "platform/crypto/hash.h"

#include <algorithm>

namespace amends {
namespace {

constexpr std::chrono::hours kept_for{24};
constexpr std::size_t longest_key = 200;
constexpr std::string_view purpose = "idempotency";

struct Kept {
    std::string request_hash{};
    std::int64_t status{};
    std::string body{};
};
BOOST_DESCRIBE_STRUCT(Kept, (), (request_hash, status, body))

bool visible(char letter) { return letter > 0x20 && letter < 0x7f; }

} // namespace

Result<std::optional<http::Response>> Repeats::before()
{
    const auto& key = request_.header("idempotency-key");
    if (key.empty() || actor().empty()) return std::nullopt;
    if (key.size() > longest_key || !std::ranges::all_of(key, visible))
        return refuse(Refusal::invalid, "request.key_malformed", "Idempotency-Key");

    const Instant now = house_.clock.now();
    session_.execute("DELETE FROM idempotency_keys WHERE at <= $old", {{"old", now - kept_for}});
    const bool first =
        session_.execute(
            "INSERT INTO idempotency_keys"
            " (brand_id, actor, key, request_hash, status, body, at)"
            " VALUES ($brand, $actor, $key, $hash, 0, '', $now)"
            " ON CONFLICT (brand_id, actor, key) DO NOTHING",
            {{"brand", viewer_.brand}, {"actor", actor()}, {"key", key}, {"hash", request_hash()}, {"now", now}}) == 1;
    if (first) return std::nullopt;
    const auto kept = session_.one<Kept>("SELECT request_hash, status, body FROM idempotency_keys"
                                         " WHERE brand_id = $brand AND actor = $actor AND key = $key",
                                         {{"brand", viewer_.brand}, {"actor", actor()}, {"key", key}});
    if (!kept) throw Busy("a kept answer went away");
    if (kept->request_hash != request_hash()) return refuse(Refusal::conflict, "request.key_reused", "Idempotency-Key");
    const auto box = crypto::from_base64url(kept->body).value_or("");
    return http::Response{static_cast<int>(kept->status), std::string(house_.keys.open(purpose, box).reveal())};
}

void Repeats::keep(const http::Response& response)
{
    const auto& key = request_.header("idempotency-key");
    if (key.empty() || actor().empty()) return;
    const auto box = house_.keys.seal(purpose, crypto::Secret(response.body));
    session_.execute("UPDATE idempotency_keys SET status = $status, body = $body"
                     " WHERE brand_id = $brand AND actor = $actor AND key = $key",
                     {{"status", response.status},
                      {"body", crypto::base64url(box)},
                      {"brand", viewer_.brand},
                      {"actor", actor()},
                      {"key", key}});
}

// With a key of ours: a plain hash of a request with a password in it would tell the password to who can try.
std::string Repeats::request_hash() const
{
    const std::string text = request_.method + "\n" + request_.path + "\n" + request_.query + "\n" + request_.body;
    return crypto::hmac_sha256_hex(house_.keys.derive(purpose), text);
}

// A customer has no name here but the page they write on; the key itself nobody else knows. Who signs in is nobody yet,
// and what he is answered is not kept.
std::string Repeats::actor() const
{
    if (!viewer_.nobody()) return "user:" + std::to_string(static_cast<std::int64_t>(viewer_.user));
    for (const std::string_view place : {"/api/v1/customer/", "/api/v1/contact"})
        if (request_.path.starts_with(place)) return "visitor:" + crypto::sha256_hex(request_.path);
    return "";
}

} // namespace amends
