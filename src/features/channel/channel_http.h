// SPDX-License-Identifier: Apache-2.0
// Mail lines, as an administrator connects them. Secrets go in and never come out: a reader learns since when there are
// any.
#pragma once

#include "channel/channel_store.h"
#include "channel/secret_box.h"
#include "platform/http/message.h"
#include "platform/json/schema.h"
#include "timeline/event_log.h"

namespace amends::channel {

enum class Incoming : std::uint8_t { lmtp, imap };
BOOST_DESCRIBE_ENUM(Incoming, lmtp, imap)

struct ServerView {
    std::string host{};
    std::int64_t port{};
    Security security{};
    std::string user{};
    std::optional<std::string> folder{};
    std::optional<std::string> sent_folder{};
};
BOOST_DESCRIBE_STRUCT(ServerView, (), (host, port, security, user, folder, sent_folder))

struct ChannelView {
    ChannelId id{};
    Kind kind{};
    std::string name{};
    std::string address{};
    State state{};
    std::optional<std::string> detail{};
    std::optional<Instant> last_in_at{};
    std::optional<Instant> last_out_at{};
    Incoming in{};
    std::optional<ServerView> imap{};
    std::optional<ServerView> smtp{};
    std::optional<Instant> secrets_set_at{};
    std::optional<std::string> trusted_authserv{};
};
BOOST_DESCRIBE_STRUCT(ChannelView, (),
                      (id, kind, name, address, state, detail, last_in_at, last_out_at, in, imap, smtp, secrets_set_at,
                       trusted_authserv))

struct ServerWish {
    std::string host{};
    std::int64_t port{};
    Security security{};
    std::optional<std::string> user{};
    std::optional<std::string> folder{};
    std::optional<std::string> sent_folder{};
    std::optional<std::string> password{};
};
BOOST_DESCRIBE_STRUCT(ServerWish, (), (host, port, security, user, folder, sent_folder, password))

struct OAuthWish {
    std::string token_url{};
    std::string client_id{};
    std::string client_secret{};
    std::string refresh_token{};
    std::optional<std::string> scope{};
};
BOOST_DESCRIBE_STRUCT(OAuthWish, (), (token_url, client_id, client_secret, refresh_token, scope))

struct LineWish {
    std::optional<Kind> kind{};
    std::optional<std::string> name{};
    std::optional<std::string> address{};
    std::optional<Incoming> in{};
    std::optional<ServerWish> imap{};
    std::optional<ServerWish> smtp{};
    std::optional<std::string> password{}; // For both servers, where they have none of their own.
    std::optional<OAuthWish> oauth{};
    std::optional<std::string> trusted_authserv{}; // Empty: nobody's Authentication-Results are believed.
    std::optional<bool> take_history{};
};
BOOST_DESCRIBE_STRUCT(LineWish, (),
                      (kind, name, address, in, imap, smtp, password, oauth, trusted_authserv, take_history))

struct LinePorts {
    ChannelStore& channels;
    const SecretBox& box;
    timeline::EventLog& events;
    Ids& ids;
    const Clock& clock;
};

[[nodiscard]] http::Response get_channels(const LinePorts& ports);
[[nodiscard]] http::Response post_channel(const LinePorts& ports, const http::Request& request);
[[nodiscard]] http::Response patch_channel(const LinePorts& ports, const http::Request& request);

// What each of these addresses takes and gives.
[[nodiscard]] json::Shapes shapes();

} // namespace amends::channel
