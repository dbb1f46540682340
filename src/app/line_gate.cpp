// SPDX-License-Identifier: Apache-2.0
#include "app/line_gate.h"

#include <algorithm>

namespace amends {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t at_once = 2;
constexpr std::chrono::milliseconds soon = 1s;
constexpr std::chrono::milliseconds while_troubled = 10s;
constexpr std::chrono::milliseconds latest = 30s;

} // namespace

LineGate::Visit LineGate::enter(ChannelId line)
{
    std::unique_lock lock(guard_);
    Place& place = places_[line];
    const auto room = [&] { return place.inside.size() < (place.troubled ? 1 : at_once); };
    const auto hangs = [&] { return place.troubled || moment() - place.inside.front() >= hangs_after_; };
    while (!room() && !hangs()) left_.wait_until(lock, place.inside.front() + hangs_after_);
    const auto now = moment();
    if (room()) {
        place.inside.push_back(now);
        return {*this, line, now, place.troubled};
    }
    // As long as it has lasted already: a slow server is asked again soon, one that is gone seldom.
    const auto lasted = std::chrono::duration_cast<std::chrono::milliseconds>(now - place.inside.front());
    return Visit(std::clamp(lasted, place.troubled ? while_troubled : soon, latest));
}

void LineGate::leave(ChannelId line, Moment began, bool done)
{
    {
        const std::scoped_lock lock(guard_);
        Place& place = places_[line];
        place.inside.erase(std::ranges::find(place.inside, began));
        place.troubled = !done && moment() - began >= hangs_after_;
    }
    left_.notify_all();
}

} // namespace amends
