// SPDX-License-Identifier: Apache-2.0
#include "portal/choose_time.h"

#include "case/acting.h"
#include "portal/show_case.h"
#include "promise/agreed.h"
#include "promise/call_times.h"
#include "promise/make_promise.h"
#include "promise/record_promise.h"

#include <algorithm>

namespace amends::portal {
namespace {

using promise::Promise;

constexpr std::size_t shortest_number = 5;
constexpr std::size_t longest_number = 40;

Result<cases::Case> callable(const Ports& ports, const Visitor& visitor)
{
    AMENDS_TRY(auto of, case_behind(ports, visitor.opened));
    const auto point = contact_point(ports, of, visitor.opened.person_id);
    const bool known = point && !point->stopped_at && (point->verified_at || visitor.says_mine) && !visitor.by_form;
    if (!known) return refuse(Refusal::forbidden, "portal.not_yours");
    if (!cases::live(of.status)) return refuse(Refusal::conflict, "case.not_live");
    return of;
}

std::optional<Promise> agreed_call(const Ports& ports, CaseId id)
{
    for (const Promise& each : ports.ending.promising.promises.of_case(id))
        if (each.kind == promise::Kind::appointment && promise::owed(each)) return each;
    return std::nullopt;
}

std::vector<Instant> free_times(const Ports& ports, const cases::Case& of)
{
    const auto& desk = ports.desk();
    const Instant now = desk.clock.now();
    const auto taken = ports.ending.promising.promises.call_times(of.owner_id, now - promise::call_length,
                                                                  now + promise::call_horizon + promise::call_length);
    return promise::free_call_times(desk.brand.times(), taken, now);
}

// "+358 40 123 4567", also in the digits of Persian.
bool a_number(std::string_view words)
{
    if (words.size() < shortest_number || words.size() > longest_number) return false;
    return std::ranges::none_of(words, [](char letter) {
        const bool written = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        return written || static_cast<unsigned char>(letter) < ' ';
    });
}

Result<void> agree(const Ports& ports, const cases::Case& of, const ChooseTime& wish, const std::string& phone)
{
    const auto& promising = ports.ending.promising;
    const auto words = ports.phrases.call(of.language, phone);
    if (const auto before = agreed_call(ports, of.id)) {
        AMENDS_TRY(
            [[maybe_unused]] const auto moved,
            promise::move_promise(promising, {.id = before->id, .due_at = wish.at, .agreement = {.words = words}}));
        return {};
    }
    AMENDS_TRY([[maybe_unused]] const auto made,
               promise::make_promise(promising, {.case_id = of.id,
                                                 .side = promise::Side::us,
                                                 .kind = promise::Kind::appointment,
                                                 .text = words,
                                                 .due_at = wish.at,
                                                 .basis = promise::Basis::own_word,
                                                 .told_how = promise::ToldHow::page}));
    return promise::refresh_clock(promising, of.id);
}

} // namespace

Result<CallTimes> call_times(const Ports& ports, const Visitor& visitor)
{
    AMENDS_TRY(const auto of, callable(ports, visitor));
    const auto chosen = agreed_call(ports, of.id);
    return CallTimes{free_times(ports, of), chosen ? std::optional(chosen->due_at) : std::nullopt};
}

Result<void> choose_time(const Ports& ports, const Visitor& visitor, const ChooseTime& wish)
{
    AMENDS_TRY(const auto of, callable(ports, visitor));
    const auto phone = cases::trimmed(wish.phone);
    if (!a_number(phone)) return refuse(Refusal::invalid, "portal.phone_missing", "phone");
    ports.desk().staff.touch(of.owner_id, of.team_id); // Two who choose at once must not both find it free.
    const auto free = free_times(ports, of);
    if (std::ranges::find(free, wish.at) == free.end()) return refuse(Refusal::conflict, "portal.time_taken", "at");
    return agree(ports, of, wish, phone);
}

} // namespace amends::portal
