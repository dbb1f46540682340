// SPDX-License-Identifier: Apache-2.0
#include "reply/tell_of_owner.h"

#include "reply/unasked.h"

namespace amends::reply {

Result<bool> tell_of_owner(const Ports& ports, CaseId id, std::string_view name)
{
    const auto to = unasked(ports, id);
    if (!to || !to->of.owner_id) return false;
    const auto morning = ports.quiet.first_allowed(to->zone, ports.desk.clock.now());
    AMENDS_TRY([[maybe_unused]] const auto message,
               write_unasked(ports, *to, {.text = ports.phrases.new_owner(to->language, name), .leaves_at = morning}));
    return true;
}

} // namespace amends::reply
