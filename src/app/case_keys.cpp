// SPDX-License-Identifier: Apache-2.0
#include "app/case_keys.h"

#include "platform/crypto/encode.h"
#include "platform/crypto/hash.h"

#include <fmt/format.h>

namespace amends {

std::string CaseTokenKeys::tag(CaseId of_case, MessageId message, std::string_view address) const
{
    const auto covered = fmt::format("{} {} {} {}", static_cast<std::int64_t>(brand_),
                                     static_cast<std::int64_t>(of_case), static_cast<std::int64_t>(message), address);
    return crypto::base32_lower(crypto::hmac_sha256(keys_.derive("case.token"), covered))
        .substr(0, conversation::tag_length);
}

bool CaseTokenKeys::genuine(std::string_view tag, CaseId of_case, MessageId message, std::string_view address) const
{
    return crypto::equal(tag, this->tag(of_case, message, address));
}

} // namespace amends
