// SPDX-License-Identifier: Apache-2.0
#include "signal/open_signal.h"

namespace amends::signal {

bool open_signal(const Ports& ports, const OpenSignal& wish)
{
    const Signal opened{.id = ports.ids.next<SignalId>(),
                        .detector = wish.detector,
                        .subject_kind = wish.subject_kind,
                        .subject = wish.subject,
                        .case_id = wish.case_id,
                        .evidence = wish.evidence,
                        .owner_id = wish.owner,
                        .opened_at = ports.clock.now()};
    if (!ports.signals.add(opened)) return false;
    ports.events.append("signal.opened", timeline::about("signal", opened.id, opened.case_id));
    return true;
}

void settle_signal(const Ports& ports, std::string_view detector, std::string_view subject_kind, std::int64_t subject)
{
    const auto standing = ports.signals.standing(detector, subject_kind, subject);
    if (!standing) return;
    const auto settled = explain(*standing, std::nullopt, ports.clock.now());
    if (settled && ports.signals.change(*standing, *settled))
        ports.events.append("signal.explained", timeline::about("signal", standing->id, standing->case_id));
}

} // namespace amends::signal
