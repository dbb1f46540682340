// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "channel/channel.h"

namespace amends::channel {

// Port: seals what a line needs to log in, as text that fits into its row, and opens it again.
struct SecretBox {
    virtual ~SecretBox() = default;
    [[nodiscard]] virtual std::string seal(const MailSecrets& secrets) const = 0;
    [[nodiscard]] virtual MailSecrets open(std::string_view sealed) const = 0; // Of an empty text: no secrets.
};

} // namespace amends::channel
