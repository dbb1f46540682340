// SPDX-License-Identifier: Apache-2.0
#include "app/mail_servers.h"

#include "channel/channel_sql.h"
#include "platform/crypto/encode.h"
#include "platform/json/read.h"
#include "platform/json/write.h"
#include "platform/mail/oauth.h"

#include <map>
#include <mutex>

namespace amends {
namespace {

using namespace std::chrono_literals;

constexpr auto before_it_ends = 2min; // A token is renewed before a mail can fail by it.

mail::Server::Security security_of(channel::Security security)
{
    switch (security) {
    case channel::Security::plain: return mail::Server::plain;
    case channel::Security::starttls: return mail::Server::starttls;
    case channel::Security::tls: return mail::Server::tls;
    }
    return mail::Server::starttls;
}

channel::MailSecrets secrets_of(House& house, const channel::Channel& line)
{
    return LineSecrets(house).open(line.secrets);
}

// Tokens of all lines, by line and by the secrets they were got with.
class Tokens {
public:
    std::string of(House& house, const channel::Channel& line, const channel::OAuthSecrets& secrets)
    {
        const std::scoped_lock lock(guard_);
        auto& kept = kept_[line.id];
        if (kept.sealed == line.secrets && kept.token.expires_at > house.clock.now() + before_it_ends)
            return kept.token.access;
        auto token = mail::refresh({.token_url = secrets.token_url,
                                    .client_id = secrets.client_id,
                                    .client_secret = secrets.client_secret,
                                    .refresh_token = secrets.refresh_token,
                                    .scope = secrets.scope,
                                    .ca_file = config_of(line).ca_file.value_or("")},
                                   house.clock.now());
        if (!token) throw Failure("no access token: " + token.error().code);
        const auto sealed = keep_refresh_token(house, line, secrets, token->refresh);
        kept = {sealed, *std::move(token)};
        return kept.token.access;
    }

private:
    // Some providers change it with every use and forget the old one: it is kept before the new token is used.
    static std::string keep_refresh_token(House& house, const channel::Channel& line, const channel::OAuthSecrets& used,
                                          const std::string& next)
    {
        if (next.empty() || next == used.refresh_token) return line.secrets;
        auto secrets = secrets_of(house, line);
        secrets.oauth->refresh_token = next;
        const auto sealed = LineSecrets(house).seal(secrets);
        const auto session = house.pool.take();
        sql::Transaction transaction(*session);
        channel::replace_secrets(*session, line.id, line.secrets, sealed);
        transaction.commit();
        return sealed;
    }

    struct Kept {
        std::string sealed{};
        mail::Token token{};
    };
    std::mutex guard_; // Of the tokens.
    std::map<ChannelId, Kept> kept_;
};

Tokens& tokens()
{
    static Tokens all;
    return all;
}

mail::Server server_from(House& house, const channel::Channel& line, const channel::ServerConfig& config,
                         const std::optional<std::string>& password)
{
    const auto secrets = secrets_of(house, line);
    mail::Server server;
    server.host = config.host;
    server.port = static_cast<std::uint16_t>(config.port);
    server.security = security_of(config.security);
    server.user = config.user;
    server.password = password.value_or("");
    server.ca_file = config_of(line).ca_file.value_or("");
    if (secrets.oauth) server.token = tokens().of(house, line, *secrets.oauth);
    return server;
}

} // namespace

std::string LineSecrets::seal(const channel::MailSecrets& secrets) const
{
    const crypto::Secret plain(json::text_of(secrets));
    return crypto::base64url(house_.keys.seal(channel::purpose_of_secrets, plain));
}

channel::MailSecrets LineSecrets::open(std::string_view sealed) const
{
    if (sealed.empty()) return {};
    const auto box = crypto::from_base64url(sealed);
    if (!box) throw Failure("the sealed secrets of a mail line are no text of ours");
    const auto plain = house_.keys.open(channel::purpose_of_secrets, *box);
    return json::parse<channel::MailSecrets>(plain.reveal()).value_or(channel::MailSecrets{});
}

channel::MailConfig config_of(const channel::Channel& line)
{
    return json::parse<channel::MailConfig>(line.config).value_or(channel::MailConfig{});
}

std::optional<mail::Server> imap_server_of(House& house, const channel::Channel& line)
{
    const auto config = config_of(line);
    if (!config.imap) return std::nullopt;
    return server_from(house, line, *config.imap, secrets_of(house, line).imap_password);
}

std::optional<mail::Server> smtp_server_of(House& house, const channel::Channel& line)
{
    const auto config = config_of(line);
    if (config.smtp) return server_from(house, line, *config.smtp, secrets_of(house, line).smtp_password);
    if (house.config.relay_host.empty()) return std::nullopt;
    mail::Server relay;
    relay.host = house.config.relay_host;
    relay.port = house.config.relay_port;
    relay.security = mail::Server::plain;
    return relay;
}

} // namespace amends
