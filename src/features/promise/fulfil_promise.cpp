// SPDX-License-Identifier: Apache-2.0
#include "promise/fulfil_promise.h"

#include "case/change_case.h"
#include "promise/record_promise.h"

namespace amends::promise {

Result<Promise> fulfil_promise(const Ports& ports, PromiseId id, std::string_view evidence)
{
    const auto promise = ports.promises.find(id);
    if (!promise) return refuse(Refusal::not_found, "promise.not_found");
    // News is given by writing, not by ticking a box.
    if (promise->kind == Kind::update && promise->side == Side::us)
        return refuse(Refusal::conflict, "promise.update_needs_message");
    const bool silent = evidence.find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (silent && promise->side == Side::us && promise->kind == Kind::outcome)
        return refuse(Refusal::invalid, "promise.evidence_missing", "evidence");
    AMENDS_TRY(auto fulfilled, fulfil(*promise, ports.desk.clock.now()));
    const auto of = ports.desk.cases.find(promise->case_id);
    if (!silent) fulfilled.evidence_id = cases::keep_text(ports.desk, of ? of->language : "", evidence);
    if (!write_change(ports, *promise, fulfilled)) return refuse(Refusal::conflict, "promise.changed_meanwhile");
    if (auto done = refresh_clock(ports, promise->case_id); !done) return std::unexpected(done.error());
    return fulfilled;
}

} // namespace amends::promise
