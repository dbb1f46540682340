// SPDX-License-Identifier: Apache-2.0
#include "target/change_target.h"

#include <algorithm>
#include <array>

namespace amends::target {
namespace {

constexpr std::size_t longest_name = 200;
constexpr std::size_t most_targets = 100;
constexpr std::int64_t gravest = 3;
constexpr int most_days = 366;

std::unexpected<Refusal> wrong(std::string code, std::string field)
{
    return refuse(Refusal::invalid, std::move(code), std::move(field));
}

Result<std::string> sound_name(const std::string& text, Named named)
{
    const bool empty = text.find_first_not_of(' ') == std::string::npos;
    if (empty && named == Named::yes) return wrong("target.name_missing", "name");
    if (text.size() > longest_name) return wrong("request.field_too_long", "name");
    const auto control = [](char letter) { return static_cast<unsigned char>(letter) < ' ' || letter == 0x7f; };
    if (std::ranges::any_of(text, control)) return wrong("request.field_has_null", "name");
    return text;
}

bool sound_length(std::string_view text)
{
    const auto span = open_span(text);
    if (!span) return false;
    const bool some = span->days > 0 || span->time.count() > 0;
    return some && span->days <= most_days && span->time <= std::chrono::days(most_days);
}

// Those of MessageKind, and "mail" for what came by a mail line.
bool known_channel(std::string_view channel)
{
    constexpr std::array<std::string_view, 8> known{"", "mail", "email", "form", "api", "call", "letter", "in_person"};
    return std::ranges::find(known, channel) != known.end();
}

bool sound_share(std::int64_t share) { return share >= 1 && share <= 100; }

// Either a length or a rule of law, which stands still only where the law says so.
Result<void> check_length(const Deadlines& deadlines, const SetTarget& wish)
{
    const auto rule = wish.deadline_rule.value_or("");
    if (rule.empty())
        return sound_length(wish.within.value_or("")) ? Result<void>{} : wrong("target.length_invalid", "within");
    if (!deadlines.known(rule)) return wrong("target.rule_unknown", "deadline_rule");
    if (!wish.within.value_or("").empty()) return wrong("target.length_or_rule", "within");
    if (wish.pauses_on_customer.value_or(false) && !deadlines.pauses(rule))
        return wrong("target.rule_never_pauses", "pauses_on_customer");
    return {};
}

} // namespace

Result<Target> sound_target(const Deadlines& deadlines, const SetTarget& wish, Named named)
{
    AMENDS_TRY(auto name, sound_name(wish.name, named));
    if (auto fine = check_length(deadlines, wish); !fine) return std::unexpected(std::move(fine).error());
    if (wish.severity_least && (*wish.severity_least < 0 || *wish.severity_least > gravest))
        return wrong("case.severity_unknown", "severity_least");
    if (!known_channel(wish.channel.value_or(""))) return wrong("target.channel_unknown", "channel");
    if (!sound_share(wish.share)) return wrong("target.share_invalid", "share");
    return Target{.name = std::move(name),
                  .metric = wish.metric,
                  .within = wish.within.value_or(""),
                  .deadline_rule = wish.deadline_rule.value_or(""),
                  .counted = wish.counted.value_or(Counted::open_time),
                  .account_id = wish.account_id,
                  .severity_least = wish.severity_least,
                  .channel = wish.channel.value_or(""),
                  .type = wish.type,
                  .pauses_on_customer = wish.pauses_on_customer.value_or(false),
                  .share = wish.share};
}

Result<Target> set_target(const Ports& ports, const SetTarget& wish)
{
    AMENDS_TRY(auto target, sound_target(ports.deadlines, wish, Named::yes));
    const auto standing = ports.targets.all();
    if (std::ranges::count_if(standing, [](const Target& each) { return !each.ended_at; }) >=
        static_cast<std::ptrdiff_t>(most_targets))
        return refuse(Refusal::conflict, "target.too_many");
    target.id = ports.desk.ids.next<TargetId>();
    target.created_at = ports.desk.clock.now();
    ports.targets.add(target);
    if (auto brand = ports.desk.brand.brand(); !brand.has_targets) {
        brand.has_targets = true;
        ports.desk.brand.change(brand);
    }
    ports.desk.events.append("target.set", timeline::about("target", target.id));
    return target;
}

Result<Target> change_target(const Ports& ports, TargetId id, const ChangeTarget& wish)
{
    auto target = ports.targets.find(id);
    if (!target) return refuse(Refusal::not_found, "target.not_found");
    if (wish.name) {
        AMENDS_TRY(auto name, sound_name(*wish.name, Named::yes));
        target->name = std::move(name);
    }
    if (wish.share && !sound_share(*wish.share)) return wrong("target.share_invalid", "share");
    target->share = wish.share.value_or(target->share);
    ports.targets.change(*target);
    ports.desk.events.append("target.changed", timeline::about("target", id));
    return *std::move(target);
}

Result<Target> end_target(const Ports& ports, TargetId id)
{
    auto target = ports.targets.find(id);
    if (!target) return refuse(Refusal::not_found, "target.not_found");
    if (target->ended_at) return refuse(Refusal::conflict, "target.ended_already");
    target->ended_at = ports.desk.clock.now();
    ports.targets.change(*target);
    ports.desk.events.append("target.ended", timeline::about("target", id));
    return *std::move(target);
}

} // namespace amends::target
