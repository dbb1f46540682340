// SPDX-License-Identifier: Apache-2.0
// What the staff feature asks of cryptography, answered by platform/crypto.
#pragma once

#include "platform/crypto/keys.h"
#include "staff/staff_store.h"

namespace amends {

class StaffSecrets final : public staff::Secrets {
public:
    explicit StaffSecrets(const crypto::Keys& keys) : keys_(keys) {}
    [[nodiscard]] std::string token() const override;
    [[nodiscard]] std::string recovery_code() const override;
    [[nodiscard]] std::string fingerprint(std::string_view token) const override;
    [[nodiscard]] Result<std::string> password_hash(std::string_view password) const override;
    [[nodiscard]] bool password_matches(std::string_view hash, std::string_view password) const override;
    [[nodiscard]] std::string new_totp_secret() const override;
    [[nodiscard]] std::string totp_text(std::string_view sealed) const override;
    [[nodiscard]] std::string totp_uri(std::string_view sealed, std::string_view account) const override;
    [[nodiscard]] std::optional<std::int64_t> totp_step(std::string_view sealed, std::string_view code,
                                                        Instant now) const override;

private:
    const crypto::Keys& keys_;
};

} // namespace amends
