// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "brand/brand_store.h"
#include "case/case.h"
#include "conversation/message_store.h"
#include "person/person_store.h"
#include "timeline/agenda.h"
#include "timeline/event_log.h"

namespace amends::cases {

struct CaseStore {
    virtual ~CaseStore() = default;
    virtual void add(const Case& added) = 0;
    // Writes what may change of a case and raises its version. False when somebody else was faster.
    [[nodiscard]] virtual bool change(const Case& from, const Case& to) = 0;
    [[nodiscard]] virtual std::optional<Case> find(CaseId id) const = 0;
    [[nodiscard]] virtual std::optional<Case> numbered(std::int64_t number) const = 0;

    virtual void add(const Participant& participant) = 0;                           // Adding one again changes nothing.
    virtual void remove(CaseId id, std::string_view address, Instant added_at) = 0; // Only as it was added then.
    [[nodiscard]] virtual std::vector<Participant> participants(CaseId id) const = 0;

    virtual void add(const Wait& wait) = 0;
    virtual void end(WaitId id, Instant at) = 0;
    [[nodiscard]] virtual std::optional<Wait> open_wait(CaseId id) const = 0;
    [[nodiscard]] virtual std::vector<Wait> waits(CaseId id) const = 0;

    virtual void add(const Note& note) = 0;
    [[nodiscard]] virtual std::vector<Note> notes(CaseId id) const = 0;
    virtual void add(const Placement& placement) = 0;
    [[nodiscard]] virtual std::vector<Placement> placements(MessageId id) const = 0;
    virtual void add(const HandOver& hand_over) = 0;
    [[nodiscard]] virtual std::vector<HandOver> hand_overs(CaseId id) const = 0;
    virtual void add(const CaseMerge& merge) = 0;
    virtual void undo(MergeId id, Instant at) = 0;
    [[nodiscard]] virtual std::optional<CaseMerge> merge_of(CaseId source) const = 0;
    [[nodiscard]] virtual std::vector<CaseId> merged_into(CaseId target) const = 0;
    virtual void link(CaseId from, CaseId to, std::string_view kind, Instant at) = 0;
    [[nodiscard]] virtual std::vector<std::pair<CaseId, std::string>> links(CaseId id) const = 0;
};

// Numbers come from blocks reserved by a commit of their own: gaps are allowed, repeats are not (decisions.md 11).
struct CaseNumbers {
    virtual ~CaseNumbers() = default;
    [[nodiscard]] virtual std::int64_t next() = 0;
};

// Whom the desk knows in the house: who may hold a case.
struct Staff {
    virtual ~Staff() = default;
    [[nodiscard]] virtual bool may_own(UserId id) const = 0; // Works in this brand, answers customers, is not disabled.
    [[nodiscard]] virtual bool senior(UserId id) const = 0;  // Answers for others: a lead or an admin.
    [[nodiscard]] virtual bool team_exists(TeamId id) const = 0;
    // Whoever plans somebody's time waits here for whoever does the same.
    virtual void touch(std::optional<UserId> user, std::optional<TeamId> team) const = 0;
    // False for an agent who has as many cases in hand as they can have. A lead may take more.
    [[nodiscard]] virtual bool may_take_more(UserId id) const = 0;
};

// Everything the use cases of a case need from outside.
struct Ports {
    CaseStore& cases;
    CaseNumbers& numbers;
    const Staff& staff;
    person::PersonStore& people;
    conversation::MessageStore& messages;
    conversation::TextStore& texts;
    brand::BrandStore& brand;
    timeline::Agenda& agenda;
    timeline::EventLog& events;
    Ids& ids;
    const Clock& clock;
};

} // namespace amends::cases
