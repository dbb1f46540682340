// SPDX-License-Identifier: Apache-2.0
// The customer's door to one case: an address that cannot be guessed and that each mail can repeat (decisions.md 15).
// It opens that case for that person only, until the case has ended too long ago to come back; one that was sent anew
// after that opens it until a time of its own. Raising the case's count of revocations closes every link given so far.
#pragma once

#include "case/case_store.h"

#include <optional>
#include <string>
#include <string_view>

namespace amends::reply {

struct CaseLink {
    BrandId brand{};
    CaseId case_id{};
    PersonId person_id{};
    std::optional<Instant> until{}; // Of a link sent anew: to the minute. Others end with their case.

    friend bool operator==(const CaseLink&, const CaseLink&) = default;
};

// Port: an HMAC over key id, brand, case, person, the time until which it opens, and the number of revocations.
struct LinkKeys {
    virtual ~LinkKeys() = default;
    [[nodiscard]] virtual std::string written(const CaseLink& link, std::int64_t revocations) const = 0;
    // What it says it opens; proves nothing.
    [[nodiscard]] virtual std::optional<CaseLink> claimed(std::string_view text) const = 0;
    [[nodiscard]] virtual bool genuine(std::string_view text, std::int64_t revocations) const = 0;
};

// "/c/…"
[[nodiscard]] std::string link_path(const LinkKeys& keys, BrandId brand, const cases::Case& to, PersonId person,
                                    std::optional<Instant> until = {});

// `text` is what stands behind "/c/". Nothing when it was not made by us for this brand, or was revoked.
[[nodiscard]] std::optional<CaseLink> open_link(const LinkKeys& keys, const cases::CaseStore& cases, BrandId brand,
                                                std::string_view text);

} // namespace amends::reply
