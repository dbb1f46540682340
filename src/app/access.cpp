// SPDX-License-Identifier: Apache-2.0
#include "app/access.h"

#include <algorithm>
#include <array>

namespace amends {
namespace {

using staff::Role;

struct Grant {
    Act act;
    std::array<bool, 5> to; // admin, lead, agent, light agent, client guest
};

constexpr bool yes = true;
constexpr bool no = false;

// A client's guest has views of its own; whoever invites one may look at what it sees.
constexpr std::array grants{
    Grant{Act::own_account, {yes, yes, yes, yes, yes}},  Grant{Act::own_factors, {yes, yes, yes, yes, yes}},
    Grant{Act::read_cases, {yes, yes, yes, yes, no}},    Grant{Act::read_as_guest, {yes, yes, no, no, yes}},
    Grant{Act::write_notes, {yes, yes, yes, yes, no}},   Grant{Act::work_cases, {yes, yes, yes, no, no}},
    Grant{Act::sort_triage, {yes, yes, yes, no, no}},    Grant{Act::see_signals, {yes, yes, yes, yes, no}},
    Grant{Act::handle_signals, {yes, yes, yes, no, no}}, Grant{Act::see_staff, {yes, yes, yes, yes, no}},
    Grant{Act::manage_teams, {yes, yes, no, no, no}},    Grant{Act::manage_users, {yes, no, no, no, no}},
    Grant{Act::own_tokens, {yes, yes, yes, no, no}},     Grant{Act::see_desk, {yes, yes, no, no, no}},
    Grant{Act::change_desk, {yes, no, no, no, no}},      Grant{Act::manage_targets, {yes, yes, no, no, no}},
    Grant{Act::see_channels, {yes, yes, no, no, no}},    Grant{Act::manage_channels, {yes, no, no, no, no}},
    Grant{Act::see_measures, {yes, no, no, no, no}},
};

constexpr std::array administers{Act::manage_teams, Act::manage_users,   Act::own_tokens,
                                 Act::change_desk,  Act::manage_targets, Act::manage_channels};

} // namespace

bool open_to_all(Act act)
{
    return act == Act::see_health || act == Act::knock || act == Act::use_customer_page || act == Act::use_contact_form;
}

bool allowed(Role role, Act act)
{
    const auto* const grant = std::ranges::find(grants, act, &Grant::act);
    return grant != grants.end() && grant->to.at(static_cast<std::size_t>(role));
}

bool wants_fresh_sign_in(Act act, bool writes)
{
    return writes && (act == Act::own_factors || act == Act::own_tokens || act == Act::manage_users ||
                      act == Act::manage_channels);
}

bool in_scope(staff::Scope scope, Act act, bool writes)
{
    if ((act == Act::own_account || act == Act::own_factors) && writes) return false;
    switch (scope) {
    case staff::Scope::admin: return true;
    case staff::Scope::write: return !writes || std::ranges::find(administers, act) == administers.end();
    case staff::Scope::read: return !writes;
    }
    std::unreachable();
}

} // namespace amends
