// SPDX-License-Identifier: Apache-2.0
#include "reply/case_link.h"

namespace amends::reply {

std::string link_path(const LinkKeys& keys, BrandId brand, const cases::Case& to, PersonId person,
                      std::optional<Instant> until)
{
    return "/c/" + keys.written({brand, to.id, person, until}, to.link_revocations);
}

std::optional<CaseLink> open_link(const LinkKeys& keys, const cases::CaseStore& cases, BrandId brand,
                                  std::string_view text)
{
    const auto claimed = keys.claimed(text);
    if (!claimed || claimed->brand != brand) return std::nullopt;
    const auto found = cases.find(claimed->case_id);
    // Without a case the same work is done, so that the time taken does not say which cases exist.
    const bool genuine = keys.genuine(text, found ? found->link_revocations : 0);
    return found && genuine ? claimed : std::nullopt;
}

} // namespace amends::reply
