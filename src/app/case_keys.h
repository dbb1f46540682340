// SPDX-License-Identifier: Apache-2.0
// The keys behind what travels in mails: the token that leads an answer home.
#pragma once

#include "conversation/token.h"
#include "platform/crypto/keys.h"

namespace amends {

class CaseTokenKeys final : public conversation::TokenKeys {
public:
    CaseTokenKeys(const crypto::Keys& keys, BrandId brand) : keys_(keys), brand_(brand) {}
    [[nodiscard]] std::string tag(CaseId of_case, MessageId message, std::string_view address) const override;
    [[nodiscard]] bool genuine(std::string_view tag, CaseId of_case, MessageId message,
                               std::string_view address) const override;

private:
    const crypto::Keys& keys_;
    BrandId brand_;
};

} // namespace amends
