// SPDX-License-Identifier: Apache-2.0
#include "queue/queue_http.h"

#include <algorithm>

namespace amends::queue {
namespace {

using workload::Worker;

constexpr std::size_t most_shown = 200;

struct Asked {
    std::vector<QueueTeam> all{};
    std::vector<TeamId> teams{};
    std::vector<Worker> workers{};
    Worker viewer{}; // Without an id when they answer no customers.
};

std::optional<std::string> word(std::string text)
{
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

Result<std::vector<TeamId>> teams_in(const std::vector<QueueTeam>& all, const Worker& viewer,
                                     const std::optional<std::string>& wish)
{
    std::vector<TeamId> teams;
    for (const QueueTeam& team : all) {
        const bool wanted = wish ? std::to_string(static_cast<std::int64_t>(team.id)) == *wish
                                 : viewer.teams.empty() || workload::in_team(viewer, team.id);
        if (wanted) teams.push_back(team.id);
    }
    if (wish && teams.empty()) return refuse(Refusal::invalid, "queue.team_unknown", "team");
    return teams;
}

Result<Asked> asked(const Ports& ports, UserId viewer, const http::Request& request)
{
    Asked about{.all = ports.line.teams(), .workers = ports.workers.all()};
    const auto found = std::ranges::find(about.workers, viewer, &Worker::id);
    if (found != about.workers.end()) about.viewer = *found;
    AMENDS_TRY(about.teams, teams_in(about.all, about.viewer, request.parameter("team")));
    return about;
}

cases::Who named(const std::vector<QueueTeam>& all, TeamId id)
{
    const auto found = std::ranges::find(all, id, &QueueTeam::id);
    return {static_cast<std::int64_t>(id), found == all.end() ? std::string() : found->name};
}

QueuePlace line_of(const Ports& ports, const Asked& about, const Waiting& waiting, const Place& place)
{
    auto needs = workload::needs(about.workers, waiting.team, waiting.language, name_of(waiting.type));
    const bool works = workload::in_team(about.viewer, waiting.team);
    const bool fits = works && workload::fits(about.viewer, needs);
    return {.id = waiting.id,
            .ref = brand::case_ref(ports.desk.brand.brand(), waiting.number),
            .subject = waiting.subject,
            .customer = waiting.customer,
            .language = waiting.language,
            .type = waiting.type,
            .team = named(about.all, waiting.team),
            .lane = place.lane,
            .severity = severity_of(waiting),
            .in_public = waiting.visibility == cases::Visibility::in_public,
            .weight = place.of.weight,
            .waited = place.of.waited.count(),
            .priority = place.priority,
            .waiting_since = waiting.waiting_since,
            .due_at = place.of.due_at,
            .needs_language = word(std::move(needs.language)),
            .needs_skill = word(std::move(needs.skill)),
            .fits = fits};
}

std::int64_t fitting(const Asked& about, const std::vector<Waiting>& waiting)
{
    return std::ranges::count_if(waiting, [&](const Waiting& each) {
        return workload::in_team(about.viewer, each.team) &&
               workload::fits(about.viewer,
                              workload::needs(about.workers, each.team, each.language, name_of(each.type)));
    });
}

QueueView view_of(const Ports& ports, const Asked& about)
{
    const Instant now = ports.desk.clock.now();
    const auto& times = ports.desk.brand.times();
    const auto waiting = ports.line.waiting(about.teams);
    QueueView view{.total = static_cast<std::int64_t>(waiting.size()),
                   .fitting = fitting(about, waiting),
                   .in_hand = about.viewer.in_hand,
                   .cap = about.viewer.cap,
                   .margin_ends = times.after_open_time(now, margin)};
    for (const TeamId team : about.teams) view.teams.push_back(named(about.all, team));
    std::map<CaseId, const Waiting*> by_id;
    for (const Waiting& each : waiting) by_id[each.id] = &each;
    for (const Place& place : order(lined_up(waiting, times, now), view.margin_ends, ports.line.due_in_a_row())) {
        if (view.items.size() == most_shown) break;
        view.items.push_back(line_of(ports, about, *by_id.at(place.of.id), place));
        view.items.back().place = static_cast<std::int64_t>(view.items.size());
    }
    return view;
}

} // namespace

http::Response get_queue(const Ports& ports, UserId viewer, const http::Request& request)
{
    const auto about = asked(ports, viewer, request);
    if (!about) return http::refused(about.error());
    return {200, json::text_of(view_of(ports, *about))};
}

QueuePlace shown(const Ports& ports, const Pulled& pulled)
{
    const Asked about{.all = ports.line.teams(), .workers = ports.workers.all()};
    auto line = line_of(ports, about, pulled.waiting, pulled.place);
    line.place = 1;
    line.fits = true;
    return line;
}

json::Shapes shapes()
{
    using namespace json;
    return {shape<Nothing, QueueView>("GET /api/v1/queue")};
}

} // namespace amends::queue
