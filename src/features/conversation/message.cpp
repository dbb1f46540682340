// SPDX-License-Identifier: Apache-2.0
#include "conversation/message.h"

#include <algorithm>

namespace amends::conversation {
namespace {

int rank_of(Reach reach)
{
    switch (reach) {
    case Reach::pending: return 0;
    case Reach::sending: return 1;
    case Reach::unconfirmed: return 2;
    case Reach::sent: return 3;
    case Reach::delivered: return 4;
    case Reach::read: return 5;
    case Reach::bounced: return 6;
    case Reach::failed:
    case Reach::skipped: return 7;
    }
    return 7;
}

} // namespace

State state_of(Direction direction, std::span<const Recipient> recipients)
{
    if (direction == Direction::inbound) return State::received;
    const auto any = [&](auto... wanted) {
        return std::ranges::any_of(recipients, [=](const Recipient& r) { return ((r.reach == wanted) || ...); });
    };
    if (any(Reach::unconfirmed)) return State::unconfirmed;
    if (any(Reach::sending)) return State::sending;
    if (any(Reach::pending)) return State::queued;
    if (any(Reach::sent, Reach::delivered, Reach::read)) return State::sent;
    if (any(Reach::bounced, Reach::failed)) return State::failed;
    const bool withdrawn = std::ranges::any_of(recipients, [](const auto& r) { return r.detail == withdrawn_detail; });
    return withdrawn || recipients.empty() ? State::withdrawn : State::failed;
}

bool may_become(Reach from, Reach to)
{
    if (from == Reach::pending || from == Reach::failed || from == Reach::skipped || from == Reach::bounced)
        return false;
    if (to == Reach::failed) return from == Reach::unconfirmed || from == Reach::sending;
    if (to != Reach::sent && to != Reach::delivered && to != Reach::read && to != Reach::bounced) return false;
    return rank_of(to) > rank_of(from);
}

} // namespace amends::conversation
