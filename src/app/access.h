// SPDX-License-Identifier: Apache-2.0
// Who may do what. Whatever is not in the table is denied; a route says which act it is, or it does not compile.
#pragma once

#include "base/ids.h"
#include "staff/session.h"
#include "timeline/event_log.h"

#include <functional>
#include <string_view>

namespace amends {

enum class Act : std::uint8_t {
    see_health,        // Says nothing about the installation.
    knock,             // Signing in, setting up, accepting an invitation.
    use_customer_page, // Proven by the link, which the page's own code checks.
    use_contact_form,
    own_account,   // Oneself: password, second factor, sessions. Also before the second factor is there.
    own_factors,   // The second factor of oneself. Also before it is there.
    read_cases,    // With everything that hangs on them: messages, files, people, search, the live connection.
    read_as_guest, // The talk with customers and what was promised, and nothing of the desk's inner life.
    write_notes,
    work_cases, // Whatever a customer notices, and whatever changes a case.
    sort_triage,
    see_signals,
    handle_signals,
    see_staff,
    manage_teams,
    manage_users,
    own_tokens,
    see_desk,
    change_desk,
    manage_targets, // Also to see them: what the desk holds itself to.
    see_channels,
    manage_channels,
    see_measures, // Of the machine: /metrics.
};
BOOST_DESCRIBE_ENUM(Act, see_health, knock, use_customer_page, use_contact_form, own_account, own_factors, read_cases,
                    read_as_guest, write_notes, work_cases, sort_triage, see_signals, handle_signals, see_staff,
                    manage_teams, manage_users, own_tokens, see_desk, change_desk, manage_targets, see_channels,
                    manage_channels, see_measures)

// Who asks. Nobody, behind an open door, has no user.
struct Viewer {
    UserId user{};
    BrandId brand{};
    staff::Role role = staff::Role::client_guest;
    std::string name{};
    std::string language{};
    std::string zone{};
    std::int64_t version{}; // Of the user's row.
    std::optional<SessionId> session{};
    std::optional<TokenId> token{};
    staff::Scope scope = staff::Scope::read;            // Of the token.
    std::optional<staff::SecondFactor> second_factor{}; // Of the session.
    std::optional<Instant> fresh_at{};                  // Of the session: when the password was last given.

    [[nodiscard]] bool nobody() const { return user == UserId{}; }
    [[nodiscard]] timeline::Actor actor() const
    {
        return {token ? timeline::Actor::api : timeline::Actor::user, static_cast<std::int64_t>(user)};
    }
};

// Needs nobody to be signed in.
[[nodiscard]] bool open_to_all(Act act);
[[nodiscard]] bool allowed(staff::Role role, Act act);
// What a token may do of that: read only reads, write works, admin is everything its user may. Nobody's own account is
// changed by a program: that takes a person with a password.
// Whether a browser may do it only shortly after its user has given the password: keys, colleagues, second factors and
// the secrets of mail servers (security.md, ASVS 7.5).
[[nodiscard]] bool wants_fresh_sign_in(Act act, bool writes);
[[nodiscard]] bool in_scope(staff::Scope scope, Act act, bool writes);

} // namespace amends
