// SPDX-License-Identifier: Apache-2.0
#include "app/heart.h"

#include "app/send_mail.h"

#include <fmt/format.h>

#include <cstdlib>

namespace amends {
namespace {

constexpr auto between_beats = std::chrono::milliseconds(250);
constexpr int taken_for_dead = 3; // Exit status: whoever watches the process starts it anew.

Node::Beat one_beat(House& house)
{
    try {
        return house.node->beat(*house.pool.take(), [&](unsigned dead) {
            fmt::print(stderr, "node {} is dead: its jobs and mailboxes are free\n", dead);
            bury(house, dead);
        });
    } catch (const std::exception&) { // The database is away.
        return Node::Beat::unsure;
    }
}

} // namespace

void bury(House& house, unsigned dead_node)
{
    ask_about_claims_of(house, dead_node);
    strike_off(*house.pool.take(), dead_node);
    house.jobs_bell.ring();
}

Heart::Heart(House& house) : house_(house)
{
    if (house.node->inherits()) {
        bury(house, house.node->number());
        house.node->enrol(*house.pool.take());
    }
    thread_ = std::jthread([this](const std::stop_token& stop) { beat(stop); });
}

Heart::~Heart()
{
    thread_.request_stop();
    if (thread_.joinable()) thread_.join();
}

void Heart::beat(const std::stop_token& stop)
{
    std::unique_lock lock(guard_);
    do {
        if (one_beat(house_) != Node::Beat::lost) continue;
        // Another may have our number and our jobs. Dying at once is what every part of the desk is made for.
        fmt::print(stderr, "node {} was taken for dead: it ends\n", house_.node_number());
        std::_Exit(taken_for_dead);
    } while (!stopped_.wait_for(lock, stop, between_beats, [] { return false; }) && !stop.stop_requested());
}

} // namespace amends
