// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/oauth.h"

#include "platform/http/client.h"
#include "platform/json/read.h"
#include "platform/mail/smtp_text.h"

#include <algorithm>

namespace amends::mail {
namespace {

// What a server that does not say so means, by custom.
constexpr std::int64_t usual_seconds = 3600;
constexpr std::int64_t most_seconds = 30LL * 24 * 3600;

std::unexpected<Refusal> unavailable(std::string_view reason)
{
    return refuse(Refusal::unavailable, "oauth.unavailable", in_plain_words(reason));
}

std::string text_of(const json::Node& node, std::string_view name)
{
    const auto member = node.member(name);
    if (!member) return "";
    return member->text().value_or("");
}

// A number; some servers send it as text.
std::int64_t seconds_of(const json::Node& node)
{
    const auto member = node.member("expires_in");
    if (!member) return usual_seconds;
    auto seconds = member->integer().value_or(0);
    const auto text = member->text().value_or("");
    if (!text.empty() && text.size() < 10 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; }))
        seconds = std::stoll(text);
    return std::clamp<std::int64_t>(seconds, 0, most_seconds);
}

} // namespace

Result<Token> refresh(const OAuth& grant, Instant now)
{
    std::map<std::string, std::string> fields{
        {"grant_type", "refresh_token"}, {"refresh_token", grant.refresh_token}, {"client_id", grant.client_id}};
    if (!grant.client_secret.empty()) fields["client_secret"] = grant.client_secret;
    if (!grant.scope.empty()) fields["scope"] = grant.scope;

    const auto answer =
        http::ask({.url = grant.token_url,
                   .headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}},
                   .body = http::form(fields),
                   .ca_file = grant.ca_file,
                   .patience = grant.patience});
    if (!answer) return unavailable(answer.error().reason);
    const auto said = json::Node::parse(answer->body);
    if (!said) return unavailable("the answer is not JSON");
    if (answer->status == 400 || answer->status == 401 || answer->status == 403)
        return refuse(Refusal::forbidden, "oauth.refused", in_plain_words(text_of(*said, "error")));
    if (answer->status != 200) return unavailable("status " + std::to_string(answer->status));

    Token token{.access = text_of(*said, "access_token"), .refresh = text_of(*said, "refresh_token")};
    if (token.access.empty()) return unavailable("no access_token in the answer");
    if (token.refresh.empty()) token.refresh = grant.refresh_token;
    token.expires_at = now + std::chrono::seconds(seconds_of(*said));
    return token;
}

} // namespace amends::mail
