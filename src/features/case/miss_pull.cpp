// SPDX-License-Identifier: Apache-2.0
#include "case/miss_pull.h"

#include <fmt/format.h>

namespace amends::cases {

void miss_pull(const Ports& ports, CaseId id)
{
    const auto found = ports.cases.find(id);
    if (!found || found->status != Status::queued || !found->pull_by || ports.clock.now() < *found->pull_by) return;
    ports.events.append("case.not_pulled", timeline::about(id),
                        fmt::format(R"({{"pull_by":{}}})", found->pull_by->time_since_epoch().count()));
}

} // namespace amends::cases
