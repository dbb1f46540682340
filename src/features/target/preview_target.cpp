// SPDX-License-Identifier: Apache-2.0
#include "target/preview_target.h"

#include <algorithm>

namespace amends::target {
namespace {

constexpr std::int64_t fewest = 5;
constexpr int most_cases = 2000;
constexpr std::size_t most_listed = 100;
constexpr auto period = std::chrono::days(30);

void count(Preview& preview, State state)
{
    switch (state) {
    case State::breached: ++preview.breached; break;
    case State::met: ++preview.met; break;
    case State::running:
    case State::paused: ++preview.running; break;
    }
}

} // namespace

Share share_of(std::int64_t hits, std::int64_t n)
{
    Share share{.hits = hits, .n = n};
    if (n < fewest) return share;
    share.share = static_cast<double>(hits) / static_cast<double>(n);
    share.limits = wilson95(hits, n);
    return share;
}

Support support_of(const Share& past, std::int64_t wished_percent)
{
    if (!past.limits) return Support::too_few;
    const double wished = static_cast<double>(wished_percent) / 100;
    if (past.limits->hi < wished) return Support::not_supported;
    return past.limits->lo >= wished ? Support::supported : Support::unclear;
}

Preview preview_of(const Ports& ports, const Target& target)
{
    const Instant now = ports.desk.clock.now();
    Preview preview{.from = now - period, .to = now};
    const auto histories = ports.targets.histories_since(preview.from, most_cases);
    preview.cut = histories.size() == most_cases;
    for (const auto& history : histories) {
        if (!applies(target, history) || history.heard.empty() || history.heard.front() < preview.from) continue;
        const auto its = run(target, history, ports.measures(), now);
        if (!its) continue;
        ++preview.matched;
        count(preview, its->state);
        preview.cases.push_back({.id = history.case_id,
                                 .ref = brand::case_ref(ports.desk.brand.brand(), history.number),
                                 .state = its->state,
                                 .started_at = its->started_at,
                                 .due_at = its->due_at,
                                 .stopped_at = its->stopped_at});
    }
    std::ranges::stable_partition(preview.cases, [](const auto& each) { return each.state == State::breached; });
    if (preview.cases.size() > most_listed) preview.cases.resize(most_listed);
    preview.share = share_of(preview.met, preview.met + preview.breached);
    preview.support = support_of(preview.share, target.share);
    return preview;
}

Result<Preview> preview_target(const Ports& ports, const SetTarget& wish)
{
    AMENDS_TRY(const auto target, sound_target(ports.deadlines, wish, Named::perhaps));
    return preview_of(ports, target);
}

} // namespace amends::target
