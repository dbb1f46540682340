// SPDX-License-Identifier: Apache-2.0
#include "closure/resolve_case.h"

#include "case/acting.h"
#include "case/change_case.h"
#include "reply/send_reply.h"

#include <algorithm>

namespace amends::closure {

Result<void> check_promises(const Ports& ports, CaseId id)
{
    const auto promises = ports.promising.promises.of_case(id);
    const bool blocked = std::ranges::any_of(promises, [](const promise::Promise& promise) {
        return promise.side == promise::Side::us && promise.kind != promise::Kind::update &&
               promise.state == promise::State::open;
    });
    if (blocked) return refuse(Refusal::conflict, "closure.promise_open");
    return {};
}

Result<cases::Case> resolve_case(const Ports& ports, CaseId id, std::string_view resolution)
{
    const Instant now = ports.desk.clock.now();
    const auto words = cases::trimmed(resolution);
    if (words.empty()) return refuse(Refusal::invalid, "closure.resolution_missing", "text");
    AMENDS_TRY(const auto before, cases::existing(ports.desk, id));
    if (auto free = check_promises(ports, id); !free) return std::unexpected(free.error());
    const auto text = cases::keep_text(ports.desk, before.language, words);
    AMENDS_TRY(auto resolved, cases::resolve(before, text, now, now + reply::settling_time));
    AMENDS_TRY(const auto after, cases::write(ports.desk, before, std::move(resolved)));
    cases::end_open_wait(ports.desk, id);
    ports.desk.events.append("case.resolved", timeline::about(id));
    return after;
}

} // namespace amends::closure
