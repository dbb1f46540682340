// SPDX-License-Identifier: Apache-2.0
// Pictures of a mail that lie elsewhere. The reader's browser never asks for them: whoever wrote the mail would learn
// when it was read, from where and with what. When the reader wants to see them, the desk fetches them for him, from
// the public Internet alone (T22), and says nothing of him.
#pragma once

#include "base/time.h"
#include "platform/crypto/secret.h"
#include "platform/http/message.h"
#include "platform/net/wire.h"

#include <atomic>
#include <string>
#include <string_view>

namespace amends::conversation {

inline constexpr std::string_view purpose_of_pictures = "picture";

// "https://far.example/a.png" to "/image-proxy/…", which holds for a day: without the desk's signature nobody makes it
// fetch anything. Empty for what is not fetched at all: too long, not of the web, of a port of its own.
[[nodiscard]] std::string proxied(const crypto::Secret& key, std::string_view address, Instant now);
// The signature alone, whatever the address.
[[nodiscard]] std::string picture_token(const crypto::Secret& key, std::string_view address, Instant now);

// Thread-safe; a fetch takes up to eight seconds and no connection to the database.
class RemotePictures {
public:
    // `judge` says which addresses may be connected to.
    RemotePictures(crypto::Secret key, net::Judge judge) : key_(std::move(key)), judge_(std::move(judge)) {}

    // Whatever is wrong with the far server, the answer is the same: picture.not_there.
    [[nodiscard]] http::Response get(std::string_view token, Instant now);

private:
    [[nodiscard]] http::Response fetched(const std::string& address) const;

    crypto::Secret key_;
    net::Judge judge_;
    std::atomic<int> underway_ = 0; // At most a few: workers that wait for strangers serve nobody.
};

} // namespace amends::conversation
