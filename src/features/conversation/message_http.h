// SPDX-License-Identifier: Apache-2.0
// The bodies of a message over HTTP: its HTML, washed before it was kept, and the mail as it came.
#pragma once

#include "channel/channel_store.h"
#include "conversation/message_store.h"
#include "platform/blobs/blobs.h"
#include "platform/crypto/secret.h"
#include "platform/http/message.h"
#include "platform/json/schema.h"

namespace amends::conversation {

struct Bodies {
    const MessageStore& messages;
    const channel::ChannelStore& channels;
    const blobs::Blobs& blobs;
    sql::Session& session;
    BrandId brand{};
    const crypto::Secret& picture_key;
    Instant now{};
};

// Pictures of the mail itself get the addresses of its attachments; those from elsewhere the desk's own address for
// them, which is asked for only when the reader wants to see them.
[[nodiscard]] http::Response get_message_html(const Bodies& bodies, const http::Request& request);
[[nodiscard]] http::Response get_message_original(const Bodies& bodies, const http::Request& request);

// What each of these addresses takes and gives.
[[nodiscard]] json::Shapes shapes();

} // namespace amends::conversation
