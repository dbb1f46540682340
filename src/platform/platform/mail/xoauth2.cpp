// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/xoauth2.h"

#include <openssl/evp.h>

namespace amends::mail {

std::string base64(std::string_view bytes)
{
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0'); // OpenSSL ends it with a zero.
    const int size =
        EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()),
                        reinterpret_cast<const unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    text.resize(static_cast<std::size_t>(size));
    return text;
}

std::string sasl_plain(std::string_view user, std::string_view password)
{
    std::string message(1, '\0');
    message.append(user).append(1, '\0').append(password);
    return base64(message);
}

std::string sasl_xoauth2(std::string_view user, std::string_view token)
{
    std::string message("user=");
    message.append(user)
        .append("\x01"
                "auth=Bearer ")
        .append(token)
        .append("\x01\x01");
    return base64(message);
}

} // namespace amends::mail
