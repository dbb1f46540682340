// SPDX-License-Identifier: Apache-2.0
#include "base/open_axis.h"

#include <algorithm>

namespace amends {

OpenAxis::OpenAxis(std::vector<Interval> open) : open_(std::move(open)), passed_{std::chrono::milliseconds{0}}
{
    for (const auto& [opens, closes] : open_) passed_.push_back(passed_.back() + (closes - opens));
}

std::chrono::milliseconds OpenAxis::position(Instant at) const
{
    const auto later = std::ranges::upper_bound(open_, at, {}, &Interval::opens);
    if (later == open_.begin()) return std::chrono::milliseconds{0};
    const auto within = static_cast<std::size_t>(later - open_.begin()) - 1;
    return passed_[within] + (std::min(at, open_[within].closes) - open_[within].opens);
}

std::optional<Instant> OpenAxis::instant(std::chrono::milliseconds position) const
{
    // What fits exactly ends at the closing itself, not at the next opening.
    const auto until = std::ranges::lower_bound(passed_.begin() + 1, passed_.end(), position);
    if (until == passed_.end()) return std::nullopt;
    const auto within = static_cast<std::size_t>(until - passed_.begin()) - 1;
    return open_[within].opens + std::max(position - passed_[within], std::chrono::milliseconds{0});
}

} // namespace amends
