// SPDX-License-Identifier: Apache-2.0
// The key behind the customer's link to a case.
#pragma once

#include "platform/crypto/keys.h"
#include "reply/case_link.h"

namespace amends {

// 47 letters: the key's number, brand, case, person and 128 bits of an HMAC over them and the revocations. The number
// says which key made it, so that links in old mails stay good while a new key takes over.
class CaseLinkKeys final : public reply::LinkKeys {
public:
    explicit CaseLinkKeys(const crypto::Keys& keys) : keys_(keys) {}
    [[nodiscard]] std::string written(const reply::CaseLink& link, std::int64_t revocations) const override;
    [[nodiscard]] std::optional<reply::CaseLink> claimed(std::string_view text) const override;
    [[nodiscard]] bool genuine(std::string_view text, std::int64_t revocations) const override;

private:
    const crypto::Keys& keys_;
};

} // namespace amends
