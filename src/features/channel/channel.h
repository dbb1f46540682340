// SPDX-License-Identifier: Apache-2.0
// A channel is a medium with its configuration: a mail line, the contact form, the interface for programs. Removing one
// never removes what came through it.
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amends::channel {

enum class Kind : std::uint8_t { mail, form, api, entered };
BOOST_DESCRIBE_ENUM(Kind, mail, form, api, entered)

enum class State : std::uint8_t { up, degraded, down };
BOOST_DESCRIBE_ENUM(State, up, degraded, down)

enum class Security : std::uint8_t { plain, starttls, tls };
BOOST_DESCRIBE_ENUM(Security, plain, starttls, tls)

struct ServerConfig {
    std::string host{};
    std::int64_t port{};
    Security security{};
    std::string user{};
    std::optional<std::string> folder{};      // Of a mailbox that is read.
    std::optional<std::string> sent_folder{}; // Where copies of what we send are put.
};
BOOST_DESCRIBE_STRUCT(ServerConfig, (), (host, port, security, user, folder, sent_folder))

// How a mail line is read and written. Without `imap` mail comes by LMTP; without `smtp` the installation's relay
// sends.
struct MailConfig {
    std::optional<ServerConfig> imap{};
    std::optional<ServerConfig> smtp{};
    std::optional<std::string> ca_file{};          // Trust this authority and no other.
    std::optional<std::string> trusted_authserv{}; // Whose Authentication-Results are believed.
    std::optional<bool> take_history{};            // What lay there before we listened comes in as ended cases.
};
BOOST_DESCRIBE_STRUCT(MailConfig, (), (imap, smtp, ca_file, trusted_authserv, take_history))

// What a mail line needs to log in, as it is before it is sealed for `purpose_of_secrets`.
struct OAuthSecrets {
    std::string token_url{};
    std::string client_id{};
    std::string client_secret{};
    std::string refresh_token{};
    std::string scope{};
};
BOOST_DESCRIBE_STRUCT(OAuthSecrets, (), (token_url, client_id, client_secret, refresh_token, scope))

struct MailSecrets {
    std::optional<std::string> imap_password{};
    std::optional<std::string> smtp_password{};
    std::optional<OAuthSecrets> oauth{}; // Goes before passwords, for reading and for sending.
};
BOOST_DESCRIBE_STRUCT(MailSecrets, (), (imap_password, smtp_password, oauth))

inline constexpr std::string_view purpose_of_secrets = "channel.secrets";

struct Channel {
    ChannelId id{};
    Kind kind{};
    std::string name{};
    std::string address{}; // "help@example.org", normalised; empty for what has none.
    std::string config{};  // JSON, for mail a MailConfig.
    std::string secrets{}; // A MailSecrets as JSON, sealed; write-only from outside.
    std::optional<Instant> secrets_set_at{};
    State state{};
    std::string detail{}; // Why it is not up.
    Instant listens_since{};
    std::optional<Instant> last_in_at{};
    std::optional<Instant> last_out_at{};
    std::string read_position{}; // "uidvalidity/uid": how far its mailbox has been read.
    std::optional<Instant> removed_at{};
};
BOOST_DESCRIBE_STRUCT(Channel, (),
                      (id, kind, name, address, config, secrets, secrets_set_at, state, detail, listens_since,
                       last_in_at, last_out_at, read_position, removed_at))

enum class RawState : std::uint8_t { unread, placed, unverified, quarantined, filed, duplicate };
BOOST_DESCRIBE_ENUM(RawState, unread, placed, unverified, quarantined, filed, duplicate)

enum class Origin : std::uint8_t { arrived, history, found_late, imported };
BOOST_DESCRIBE_ENUM(Origin, arrived, history, found_late, imported)

// What came in, whole, committed before it was acknowledged or read.
struct RawMessage {
    RawMessageId id{};
    ChannelId channel_id{};
    std::string position{}; // Its own identity at the source; without one, a hash of recipient, Message-ID and body.
    std::string recipient{};
    std::string sender{};
    std::string content_hash{};
    std::int64_t size{};
    Instant received_at{};
    Origin origin{};
    std::string blob{}; // Empty: the bytes lie in the row.
    RawState state{};
    std::string reason{};
    std::optional<RawMessageId> duplicate_of{};
    std::optional<TeamId> team_id{};
    std::optional<Instant> pull_by{};
    std::optional<UserId> decided_by{};
    std::optional<Instant> decided_at{};
};
BOOST_DESCRIBE_STRUCT(RawMessage, (),
                      (id, channel_id, position, recipient, sender, content_hash, size, received_at, origin, blob,
                       state, reason, duplicate_of, team_id, pull_by, decided_by, decided_at))

} // namespace amends::channel
