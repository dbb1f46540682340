// SPDX-License-Identifier: Apache-2.0
// A case is the matter to be solved for one customer, from first contact to end. While it lives it has exactly one
// holder (an owner, or a team and a time by which somebody must have taken it), exactly one open wait, and a next
// update that the customer knows of (I1, I2, I3, I6).
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace amends::cases {

enum class Type : std::uint8_t { inquiry, request, fault, complaint, feedback, internal, privacy };
BOOST_DESCRIBE_ENUM(Type, inquiry, request, fault, complaint, feedback, internal, privacy)

enum class Status : std::uint8_t {
    queued,
    open,
    waiting,
    resolved,
    final_response,
    closed,
    closed_unrecovered,
    merged,
    spam
};
BOOST_DESCRIBE_ENUM(Status, queued, open, waiting, resolved, final_response, closed, closed_unrecovered, merged, spam)

enum class Side : std::uint8_t { us, customer, partner, schedule };
BOOST_DESCRIBE_ENUM(Side, us, customer, partner, schedule)

enum class Visibility : std::uint8_t { in_private, in_public };
BOOST_DESCRIBE_ENUM(Visibility, in_private, in_public)

enum class ConfirmedBy : std::uint8_t { customer, survey, window };
BOOST_DESCRIBE_ENUM(ConfirmedBy, customer, survey, window)

enum class LastWord : std::uint8_t { customer, us };
BOOST_DESCRIBE_ENUM(LastWord, customer, us)

struct Case {
    CaseId id{};
    std::int64_t number{};
    Type type{};
    std::string topic{}; // "delivery/late": what it is about, the wider word first.
    Status status{};
    std::string subject{};
    std::string language{};
    ChannelId channel_id{};
    std::string channel_kind{};
    PersonId person_id{};
    std::optional<AccountId> account_id{};
    std::optional<UserId> owner_id{};
    std::optional<TeamId> team_id{};
    std::optional<Instant> pull_by{};
    Instant origin_at{};
    std::optional<Instant> waiting_since{}; // Of the oldest unanswered message; transfers never make it later.
    std::optional<Instant> last_told_at{};
    std::optional<Instant> next_update_at{};
    std::optional<Instant> promise_due_at{}; // Of the nearest result or call that we owe.
    std::optional<Instant> settles_at{};
    std::optional<Instant> due_at{};        // The nearest of all clocks that run; orders the lists.
    std::optional<Instant> target_due_at{}; // Of the nearest target clock that runs.
    std::int64_t severity_stated{};
    std::int64_t severity_assessed{};
    Visibility visibility{};
    std::optional<TextId> what_happened{};
    std::optional<TextId> desired_remedy{};
    std::optional<TextId> resolution{};
    std::optional<ConfirmedBy> confirmed_by{};
    std::optional<Instant> confirmed_at{};
    std::optional<Instant> resolved_at{};
    std::optional<Instant> closed_at{};
    std::optional<Status> former_status{}; // Before it was merged or marked as spam.
    std::string mark{};                    // "found_late", "not_mine" or empty.
    std::int64_t link_revocations{};
    LastWord last_word{};
    Instant last_message_at{};
    std::int64_t message_count{};
    std::optional<Instant> acknowledged_at{};
    bool unread = true;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(Case, (),
                      (id, number, type, topic, status, subject, language, channel_id, channel_kind, person_id,
                       account_id, owner_id, team_id, pull_by, origin_at, waiting_since, last_told_at, next_update_at,
                       promise_due_at, settles_at, due_at, target_due_at, severity_stated, severity_assessed,
                       visibility, what_happened, desired_remedy, resolution, confirmed_by, confirmed_at, resolved_at,
                       closed_at, former_status, mark, link_revocations, last_word, last_message_at, message_count,
                       acknowledged_at, unread, version))

// An interval of a live case attributed to somebody, with a reason. Not back-dated.
struct Wait {
    WaitId id{};
    CaseId case_id{};
    Side waits_on{};
    std::optional<std::string> partner{};
    std::string reason{}; // A code of ours ("received", "customer_wrote") or the agent's words.
    std::optional<UserId> owner_id{};
    Instant starts_at{};
    std::optional<Instant> ends_at{};
    std::optional<Instant> review_at{};
};
BOOST_DESCRIBE_STRUCT(Wait, (), (id, case_id, waits_on, partner, reason, owner_id, starts_at, ends_at, review_at))

struct Participant {
    CaseId case_id{};
    std::string address{};
    std::string name{};
    std::optional<PersonId> person_id{};
    std::string role{}; // "customer", "cc"
    Instant added_at{};
};
BOOST_DESCRIBE_STRUCT(Participant, (), (case_id, address, name, person_id, role, added_at))

struct Note {
    NoteId id{};
    CaseId case_id{};
    UserId author_id{};
    TextId text_id{};
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Note, (), (id, case_id, author_id, text_id, at))

// Why a message lies in a case, or why it was moved there.
struct Placement {
    PlacementId id{};
    MessageId message_id{};
    CaseId case_id{};
    std::string evidence{}; // "token", "references", "new_case", "agent", "form", "api", "imported"
    std::optional<UserId> placed_by{};
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Placement, (), (id, message_id, case_id, evidence, placed_by, at))

// A transfer changes the holder and nothing else; a functional one goes to more expertise, a hierarchical one to more
// seniority, with a time at which that person contacts the customer. Relief was asked for; leave follows an absence.
enum class HandOverKind : std::uint8_t { transfer, functional, hierarchical, relief, leave, release };
BOOST_DESCRIBE_ENUM(HandOverKind, transfer, functional, hierarchical, relief, leave, release)

enum class HandOverReason : std::uint8_t {
    expertise,
    did_not_know,
    seniority,
    overload,
    absence,
    language,
    customer_wish,
    other
};
BOOST_DESCRIBE_ENUM(HandOverReason, expertise, did_not_know, seniority, overload, absence, language, customer_wish,
                    other)

struct HandOver {
    HandOverId id{};
    CaseId case_id{};
    HandOverKind kind{};
    std::optional<HandOverReason> reason{};
    std::optional<UserId> from_owner{};
    std::optional<TeamId> from_team{};
    std::optional<UserId> to_owner{};
    std::optional<TeamId> to_team{};
    TextId summary{};
    std::optional<UserId> made_by{};
    Instant at{};
    std::optional<PromiseId> contact_promise{};
    // What it kept of the case, so that it can be proved afterwards (I24).
    std::optional<Instant> kept_origin_at{};
    std::optional<Instant> kept_waiting_since{};
};
BOOST_DESCRIBE_STRUCT(HandOver, (),
                      (id, case_id, kind, reason, from_owner, from_team, to_owner, to_team, summary, made_by, at,
                       contact_promise, kept_origin_at, kept_waiting_since))

struct CaseMerge {
    MergeId id{};
    CaseId source{};
    CaseId target{};
    std::optional<UserId> merged_by{};
    Instant at{};
    std::optional<Instant> undone_at{};
    // What the target had before it answered for both, to be given back.
    std::optional<Instant> target_waiting_since{};
    std::optional<Instant> target_next_update_at{};
    std::optional<LastWord> target_last_word{};
};
BOOST_DESCRIBE_STRUCT(CaseMerge, (),
                      (id, source, target, merged_by, at, undone_at, target_waiting_since, target_next_update_at,
                       target_last_word))

[[nodiscard]] bool live(Status status);
[[nodiscard]] bool settling(Status status);
[[nodiscard]] bool ended(Status status); // Closed, one way or the other; what is merged or spam is not.

// The moves of a case. Each is pure; the use case writes it together with its wait and its event.
[[nodiscard]] Result<Case> take(Case taken, UserId by);
[[nodiscard]] Result<Case> hand_to(Case handed, UserId owner);
[[nodiscard]] Result<Case> queue_for(Case queued, TeamId team, Instant pull_by);
[[nodiscard]] Result<Case> put_on_wait(Case waiting, Side party);
[[nodiscard]] Result<Case> end_wait(Case open);
// The customer wrote. Ends a wait, reopens what was settling or closed; an owner keeps it, else the team has until
// pull_by. Whether a closed case may still be reopened is the caller's question: may_reopen().
[[nodiscard]] Case customer_wrote(Case heard, Instant at, Instant pull_by);
[[nodiscard]] bool may_reopen(const Case& ended, Instant now, std::int64_t reopen_days);
// We wrote something that the customer can see.
[[nodiscard]] Case told(Case heard, Instant at, std::optional<Instant> next_update_at);

[[nodiscard]] Result<Case> resolve(Case resolved, TextId resolution, Instant now, Instant settles_at);
[[nodiscard]] Result<Case> close(Case closed, ConfirmedBy by, Instant now);
[[nodiscard]] Result<Case> reopen(Case reopened, Instant now, Instant pull_by);
[[nodiscard]] Result<Case> mark_spam(Case marked);
[[nodiscard]] Result<Case> unmark_spam(Case marked);
[[nodiscard]] Result<Case> merge(Case source);
[[nodiscard]] Result<Case> unmerge(Case source);

// The nearest of the clocks that run on it.
[[nodiscard]] std::optional<Instant> nearest_due(const Case& of);

} // namespace amends::cases
