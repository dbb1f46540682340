// SPDX-License-Identifier: Apache-2.0
#include "conversation/remote_picture_http.h"

#include "platform/crypto/encode.h"
#include "platform/crypto/hash.h"
#include "platform/http/client.h"
#include "platform/mail/raster.h"

#include <algorithm>
#include <charconv>

namespace amends::conversation {
namespace {

using namespace std::chrono_literals;

constexpr auto holds_for = 24h;
constexpr auto patience = 8s;
constexpr std::size_t longest_address = 2000;
constexpr std::size_t largest_picture = 10UZ * 1024 * 1024;
constexpr int most_underway = 4;

std::string signature_of(const crypto::Secret& key, std::string_view claim)
{
    return crypto::base64url(crypto::hmac_sha256(key, claim));
}

std::string_view authority_of(std::string_view address)
{
    const auto slashes = address.find("//");
    if (slashes == std::string_view::npos) return {};
    address.remove_prefix(slashes + 2);
    return address.substr(0, address.find_first_of("/?#\\"));
}

bool usual_port(std::string_view authority)
{
    const auto bracket = authority.find(']');
    const auto colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
    const auto port = colon == std::string_view::npos ? "" : authority.substr(colon + 1);
    return port.empty() || port == "80" || port == "443";
}

// "1790000000000|https://far.example/a.png", when it was signed by us and is not over.
std::optional<std::string> address_in(const crypto::Secret& key, std::string_view token, Instant now)
{
    const auto dot = std::min(token.find('.'), token.size());
    const auto claim = crypto::from_base64url(token.substr(0, dot));
    if (!claim || dot == token.size() || !crypto::equal(signature_of(key, *claim), token.substr(dot + 1)))
        return std::nullopt;
    std::int64_t until = 0;
    const auto [end, error] = std::from_chars(claim->data(), claim->data() + claim->size(), until);
    if (error != std::errc{} || *end != '|' || now.time_since_epoch().count() > until) return std::nullopt;
    return std::string(end + 1, claim->data() + claim->size());
}

http::Response not_there() { return http::refused({Refusal::not_found, "picture.not_there"}); }

// Counts itself out again, whatever happens.
struct Underway {
    explicit Underway(std::atomic<int>& its_count) : count(its_count), place(++its_count) {}
    Underway(const Underway&) = delete;
    Underway& operator=(const Underway&) = delete;
    ~Underway() { --count; }
    std::atomic<int>& count;
    int place;
};

} // namespace

std::string picture_token(const crypto::Secret& key, std::string_view address, Instant now)
{
    const auto claim = std::to_string((now + holds_for).time_since_epoch().count()) + "|" + std::string(address);
    return crypto::base64url(claim) + "." + signature_of(key, claim);
}

std::string proxied(const crypto::Secret& key, std::string_view address, Instant now)
{
    const bool web = address.starts_with("https://") || address.starts_with("http://");
    const auto authority = authority_of(address);
    if (!web || address.size() > longest_address || authority.empty() || authority.contains('@') ||
        !usual_port(authority))
        return "";
    return "/image-proxy/" + picture_token(key, address, now);
}

http::Response RemotePictures::get(std::string_view token, Instant now)
{
    const auto address = address_in(key_, token, now);
    if (!address) return http::refused({Refusal::not_found, "request.no_such_address"});
    const Underway mine(underway_);
    if (mine.place > most_underway) return http::refused({Refusal::rate_limited, "picture.too_many"});
    return fetched(*address);
}

// No redirect is followed: it would lead to an address that nobody has judged.
http::Response RemotePictures::fetched(const std::string& address) const
{
    const auto answer = http::ask(
        {.method = "GET",
         .url = address,
         .headers = {{"Accept", "image/png, image/jpeg, image/gif, image/webp"}, {"User-Agent", "Mozilla/5.0"}},
         .patience = patience,
         .largest = largest_picture,
         .plain = http::Question::to_everybody,
         .judge = judge_});
    if (!answer || answer->status != 200) return not_there();
    if (!mail::showable(answer->body)) return not_there();
    return http::Response{200, answer->body, std::string(mail::raster_of(answer->body)->type)}.with(
        "Cache-Control", "private, max-age=86400");
}

} // namespace amends::conversation
