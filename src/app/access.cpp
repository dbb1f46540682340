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

// A client guest gets views of his own when they are built; until then he sees himself and nothing else.
constexpr std::array grants{
    Grant{Act::own_account, {yes, yes, yes, yes, yes}},  Grant{Act::read_cases, {yes, yes, yes, yes, no}},
    Grant{Act::write_notes, {yes, yes, yes, yes, no}},   Grant{Act::work_cases, {yes, yes, yes, no, no}},
    Grant{Act::sort_triage, {yes, yes, yes, no, no}},    Grant{Act::see_signals, {yes, yes, yes, yes, no}},
    Grant{Act::handle_signals, {yes, yes, yes, no, no}}, Grant{Act::see_staff, {yes, yes, yes, yes, no}},
    Grant{Act::manage_teams, {yes, yes, no, no, no}},    Grant{Act::manage_users, {yes, no, no, no, no}},
    Grant{Act::own_tokens, {yes, yes, yes, no, no}},     Grant{Act::see_desk, {yes, yes, no, no, no}},
    Grant{Act::change_desk, {yes, no, no, no, no}},      Grant{Act::see_channels, {yes, yes, no, no, no}},
    Grant{Act::manage_channels, {yes, no, no, no, no}},  Grant{Act::see_measures, {yes, no, no, no, no}},
};

constexpr std::array administers{Act::manage_teams, Act::manage_users, Act::own_tokens, Act::change_desk,
                                 Act::manage_channels};

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

bool in_scope(staff::Scope scope, Act act, bool writes)
{
    if (act == Act::own_account && writes) return false;
    switch (scope) {
    case staff::Scope::admin: return true;
    case staff::Scope::write: return !writes || std::ranges::find(administers, act) == administers.end();
    case staff::Scope::read: return !writes;
    }
    std::unreachable();
}

} // namespace amends
