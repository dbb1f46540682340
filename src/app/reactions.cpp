// SPDX-License-Identifier: Apache-2.0
#include "app/reactions.h"

#include "reply/acknowledge_case.h"

#include <array>
#include <string_view>

namespace amends {
namespace {

using Reaction = void (*)(Desk&, const timeline::Event&);

// Whoever holds a case keeps what is promised on it.
void keeper_follows_holder(Desk& desk, const timeline::Event& event)
{
    if (const auto held = desk.cases.find(*event.case_id)) desk.promises.give(held->id, held->owner_id);
}

// Whoever wrote is told that it has arrived, once a case; whether and how is reply's to know.
void acknowledge(Desk& desk, const timeline::Event& event)
{
    const auto placed = desk.cases.find(*event.case_id);
    if (!placed || placed->acknowledged_at || !cases::live(placed->status)) return;
    const auto told = reply::acknowledge_case(desk.reply_ports(), placed->id, static_cast<MessageId>(event.subject));
    if (!told) throw Failure("a case could not be acknowledged: " + told.error().code);
}

struct Row {
    std::string_view type;
    Reaction reaction;
};

// Event → what follows from it, in this order.
constexpr std::array table{
    Row{"message.placed", acknowledge},
    Row{"case.taken", keeper_follows_holder},
    Row{"case.handed_over", keeper_follows_holder},
    Row{"case.released", keeper_follows_holder},
};

} // namespace

void react(Desk& desk, const timeline::Event& event)
{
    for (const auto& row : table)
        if (row.type == event.type) row.reaction(desk, event);
}

} // namespace amends
