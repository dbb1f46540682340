// SPDX-License-Identifier: Apache-2.0
#include "workload/worker.h"

#include "case/case.h"

#include <algorithm>

namespace amends::workload {
namespace {

constexpr int minutes_of_a_day = 24 * 60;

bool has(const std::vector<std::string>& list, std::string_view word)
{
    return std::ranges::find(list, word) != list.end();
}

bool language_code(std::string_view text)
{
    return (text.size() == 2 || text.size() == 3) &&
           std::ranges::all_of(text, [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

bool shifts_sound(std::vector<Shift> shifts)
{
    std::ranges::sort(shifts);
    for (std::size_t at = 0; at < shifts.size(); ++at) {
        const Shift& shift = shifts[at];
        if (shift.weekday < 0 || shift.weekday > 6 || shift.starts_minute < 0 ||
            shift.starts_minute >= shift.ends_minute || shift.ends_minute > minutes_of_a_day)
            return false;
        if (at > 0 && shifts[at - 1].weekday == shift.weekday && shifts[at - 1].ends_minute > shift.starts_minute)
            return false;
    }
    return true;
}

} // namespace

bool in_team(const Worker& worker, TeamId team) { return std::ranges::find(worker.teams, team) != worker.teams.end(); }

bool answers_in(const Worker& worker, std::string_view language)
{
    return worker.languages.empty() || has(worker.languages, language);
}

bool fits(const Worker& worker, const Needs& needs)
{
    return (needs.language.empty() || answers_in(worker, needs.language)) &&
           (needs.skill.empty() || has(worker.skills, needs.skill));
}

Needs needs(std::span<const Worker> workers, TeamId team, std::string_view language, std::string_view type)
{
    Needs asked;
    for (const Worker& worker : workers) {
        if (!in_team(worker, team)) continue;
        if (!language.empty() && answers_in(worker, language)) asked.language = language;
        if (has(worker.skills, type)) asked.skill = type;
    }
    const bool together = std::ranges::any_of(
        workers, [&](const Worker& worker) { return in_team(worker, team) && fits(worker, asked); });
    if (!together) asked.skill.clear(); // Nobody has both: the language is what cannot be done without.
    return asked;
}

bool hands_full(const Worker& worker) { return worker.in_hand >= worker.cap; }

Result<void> sound(const ChangeWorker& wish)
{
    if (wish.cap && (*wish.cap < 1 || *wish.cap > most_cap)) return refuse(Refusal::invalid, "workload.cap", "cap");
    for (const auto& skill : wish.skills.value_or(std::vector<std::string>{}))
        if (!from_name<cases::Type>(skill)) return refuse(Refusal::invalid, "workload.skill_unknown", "skills");
    for (const auto& language : wish.languages.value_or(std::vector<std::string>{}))
        if (!language_code(language)) return refuse(Refusal::invalid, "workload.language_unknown", "languages");
    if (wish.shifts && !shifts_sound(*wish.shifts)) return refuse(Refusal::invalid, "workload.shifts", "shifts");
    return {};
}

} // namespace amends::workload
