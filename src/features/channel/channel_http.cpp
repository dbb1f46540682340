// SPDX-License-Identifier: Apache-2.0
#include "channel/channel_http.h"

#include "platform/json/read.h"

#include <algorithm>

namespace amends::channel {
namespace {

constexpr std::size_t longest = 255;

std::unexpected<Refusal> wrong(std::string code, std::string field)
{
    return refuse(Refusal::invalid, std::move(code), std::move(field));
}

bool plain(char letter)
{
    const auto code = static_cast<unsigned char>(letter);
    return code > 0x20 && code != 0x7f;
}

bool control(char letter)
{
    const auto code = static_cast<unsigned char>(letter);
    return code < 0x20 || code == 0x7f;
}

// Mail to desk+anything@ is the line's too, so a "+" in its own name would never be found.
Result<std::string> line_address(const std::string& text)
{
    std::string address = text;
    for (char& letter : address)
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + 32);
    const auto at = address.find('@');
    if (address.size() > longest || at == std::string::npos || at == 0 || at + 1 == address.size() ||
        address.find('@', at + 1) != std::string::npos || !std::ranges::all_of(address, plain) ||
        address.find_first_of("<>()[],;:\\\"+") != std::string::npos)
        return wrong("desk.address_invalid", "address");
    return address;
}

Result<std::string> line_name(const std::string& text)
{
    if (text.find_first_not_of(' ') == std::string::npos) return wrong("channel.name_missing", "name");
    if (text.size() > longest) return wrong("request.field_too_long", "name");
    if (std::ranges::any_of(text, control)) return wrong("request.field_has_null", "name");
    return text;
}

Result<ServerConfig> server_of(const ServerWish& wish, const std::string& field)
{
    if (wish.host.empty() || wish.host.size() > longest || !std::ranges::all_of(wish.host, plain))
        return wrong("channel.host_invalid", field + ".host");
    if (wish.port < 1 || wish.port > 65'535) return wrong("channel.port_invalid", field + ".port");
    for (const auto* const text : {&wish.user, &wish.folder, &wish.sent_folder, &wish.password})
        if (*text && ((*text)->size() > 1024 || std::ranges::any_of(**text, control)))
            return wrong("request.field_has_null", field);
    return ServerConfig{wish.host, wish.port, wish.security, wish.user.value_or(""), wish.folder, wish.sent_folder};
}

// Where no host is named nobody's word counts.
Result<std::optional<std::string>> authserv_of(const std::string& text)
{
    if (text.size() > longest || !std::ranges::all_of(text, plain))
        return wrong("channel.host_invalid", "trusted_authserv");
    return text.empty() ? std::nullopt : std::optional(text);
}

bool same_place(const std::optional<ServerConfig>& one, const ServerConfig& other)
{
    return one && one->host == other.host && one->user == other.user && one->security == other.security;
}

MailConfig config_in(const Channel& line) { return json::parse<MailConfig>(line.config).value_or(MailConfig{}); }

// A password goes to the server that it was given for, and to no other that an administrator names later.
Result<void> apply_servers(MailConfig& config, MailSecrets& secrets, const LineWish& wish, bool by_relay)
{
    if (wish.imap) {
        AMENDS_TRY(auto server, server_of(*wish.imap, "imap"));
        if (!same_place(config.imap, server)) secrets.imap_password.reset();
        config.imap = std::move(server);
    }
    if (wish.in == Incoming::lmtp) {
        config.imap.reset();
        secrets.imap_password.reset();
    }
    if (wish.in == Incoming::imap && !config.imap) return wrong("channel.imap_missing", "imap");
    if (wish.smtp) {
        AMENDS_TRY(auto server, server_of(*wish.smtp, "smtp"));
        if (!same_place(config.smtp, server)) secrets.smtp_password.reset();
        config.smtp = std::move(server);
    }
    if (by_relay) {
        config.smtp.reset();
        secrets.smtp_password.reset();
    }
    return {};
}

// Answers whether any were given.
bool apply_secrets(MailSecrets& secrets, const MailConfig& config, const LineWish& wish)
{
    const auto imap = wish.imap && wish.imap->password ? wish.imap->password : wish.password;
    const auto smtp = wish.smtp && wish.smtp->password ? wish.smtp->password : wish.password;
    if (imap && config.imap) secrets.imap_password = imap;
    if (smtp && config.smtp) secrets.smtp_password = smtp;
    if (wish.oauth)
        secrets.oauth = OAuthSecrets{wish.oauth->token_url, wish.oauth->client_id, wish.oauth->client_secret,
                                     wish.oauth->refresh_token, wish.oauth->scope.value_or("")};
    return (imap && config.imap) || (smtp && config.smtp) || wish.oauth;
}

Result<Channel> applied(const LinePorts& ports, Channel line, const LineWish& wish, bool by_relay)
{
    if (wish.kind && *wish.kind != Kind::mail) return wrong("channel.kind_fixed", "kind");
    if (wish.name) {
        AMENDS_TRY(line.name, line_name(*wish.name));
    }
    if (wish.address) {
        AMENDS_TRY(line.address, line_address(*wish.address));
    }
    if (ports.channels.address_taken(line.address, line.id))
        return refuse(Refusal::conflict, "channel.address_taken", "address");

    auto config = config_in(line);
    auto secrets = ports.box.open(line.secrets);
    if (auto fine = apply_servers(config, secrets, wish, by_relay); !fine) return std::unexpected(fine.error());
    if (wish.trusted_authserv) {
        AMENDS_TRY(config.trusted_authserv, authserv_of(*wish.trusted_authserv));
    }
    if (wish.take_history) config.take_history = wish.take_history;
    const bool given = apply_secrets(secrets, config, wish);
    const bool any = secrets.imap_password || secrets.smtp_password || secrets.oauth;
    if (given) line.secrets_set_at = ports.clock.now();
    if (!any) line.secrets_set_at.reset();
    line.secrets = any ? ports.box.seal(secrets) : "";
    line.config = json::text_of(config);
    line.state = State::up;
    line.detail.clear();
    return line;
}

std::optional<ServerView> shown(const std::optional<ServerConfig>& server)
{
    if (!server) return std::nullopt;
    return ServerView{server->host, server->port, server->security, server->user, server->folder, server->sent_folder};
}

ChannelView shown(const Channel& line)
{
    const auto config = config_in(line);
    return {.id = line.id,
            .kind = line.kind,
            .name = line.name,
            .address = line.address,
            .state = line.state,
            .detail = line.detail.empty() ? std::nullopt : std::optional(line.detail),
            .last_in_at = line.last_in_at,
            .last_out_at = line.last_out_at,
            .in = config.imap ? Incoming::imap : Incoming::lmtp,
            .imap = shown(config.imap),
            .smtp = shown(config.smtp),
            .secrets_set_at = line.secrets_set_at,
            .trusted_authserv = config.trusted_authserv};
}

struct Asked {
    LineWish wish{};
    bool by_relay{}; // "smtp": null, said aloud.
};

Result<Asked> asked(const http::Request& request)
{
    AMENDS_TRY(const auto root, json::Node::parse(request.body));
    AMENDS_TRY(auto wish, json::read<LineWish>(root));
    const auto smtp = root.member("smtp");
    return Asked{std::move(wish), smtp && smtp->null()};
}

} // namespace

http::Response get_channels(const LinePorts& ports)
{
    std::vector<ChannelView> views;
    for (const Channel& line : ports.channels.all())
        if (line.kind == Kind::mail) views.push_back(shown(line));
    return {200, R"({"items":)" + json::text_of(views) + R"(,"next":null})"};
}

http::Response post_channel(const LinePorts& ports, const http::Request& request)
{
    const auto wish = asked(request);
    if (!wish) return http::refused(wish.error());
    if (!wish->wish.address) return http::refused({Refusal::invalid, "request.field_missing", "address"});

    Channel fresh{.id = ports.ids.next<ChannelId>(),
                  .kind = Kind::mail,
                  .name = *wish->wish.address,
                  .config = "{}",
                  .state = State::up,
                  .listens_since = ports.clock.now()};
    const auto line = applied(ports, std::move(fresh), wish->wish, wish->by_relay);
    if (!line) return http::refused(line.error());
    ports.channels.add(*line);
    ports.events.append("channel.added", timeline::about("channel", line->id));
    return {201, json::text_of(shown(*line))};
}

http::Response patch_channel(const LinePorts& ports, const http::Request& request)
{
    const auto id = request.id<ChannelId>("id");
    if (!id) return http::refused(id.error());
    const auto wish = asked(request);
    if (!wish) return http::refused(wish.error());
    auto before = ports.channels.find(*id);
    if (!before || before->kind != Kind::mail || before->removed_at)
        return http::refused({Refusal::not_found, "channel.not_found"});

    const auto line = applied(ports, *std::move(before), wish->wish, wish->by_relay);
    if (!line) return http::refused(line.error());
    ports.channels.change(*line);
    ports.events.append("channel.changed", timeline::about("channel", line->id));
    return {200, json::text_of(shown(*line))};
}

json::Shapes shapes()
{
    using namespace json;
    return {
        shape<Nothing, ListOf<ChannelView>>("GET /api/v1/channels"),
        makes<LineWish, ChannelView>("POST /api/v1/channels"),
        shape<LineWish, ChannelView>("PATCH /api/v1/channels/{id}"),
    };
}

} // namespace amends::channel
