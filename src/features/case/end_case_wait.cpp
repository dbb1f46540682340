// SPDX-License-Identifier: Apache-2.0
#include "case/end_case_wait.h"

#include "case/change_case.h"

#include <fmt/format.h>

namespace amends::cases {
namespace {

constexpr std::string_view review = "review";

Result<Case> ended_by(const Ports& ports, const Case& before, std::string_view why)
{
    AMENDS_TRY(auto open, end_wait(before));
    if (why == review) open.unread = true; // Its owner must see that it has come back.
    AMENDS_TRY(const auto after, write(ports, before, std::move(open)));
    begin_wait(ports, after, {.waits_on = Side::us, .reason = std::string(why)});
    ports.events.append("case.wait_ended", timeline::about(after.id), fmt::format(R"({{"why":"{}"}})", why));
    return after;
}

} // namespace

Result<Case> end_case_wait(const Ports& ports, CaseId id)
{
    AMENDS_TRY(const auto before, existing(ports, id));
    return ended_by(ports, before, "wait_ended");
}

void review_wait(const Ports& ports, CaseId id)
{
    const auto before = ports.cases.find(id);
    if (!before || before->status != Status::waiting) return;
    const auto wait = ports.cases.open_wait(id);
    if (!wait || !wait->review_at || ports.clock.now() < *wait->review_at) return;
    static_cast<void>(ended_by(ports, *before, review)); // Whoever was faster has moved it on.
}

} // namespace amends::cases
