// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"
#include "platform/sql/session.h"

#include <map>

namespace amends::cases {

class CaseSqlStore final : public CaseStore {
public:
    CaseSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    void add(const Case& added) override;
    [[nodiscard]] bool change(const Case& from, const Case& to) override;
    [[nodiscard]] std::optional<Case> find(CaseId id) const override;
    [[nodiscard]] std::optional<Case> numbered(std::int64_t number) const override;
    void add(const Participant& participant) override;
    void remove(CaseId id, std::string_view address, Instant added_at) override;
    [[nodiscard]] std::vector<Participant> participants(CaseId id) const override;
    void add(const Wait& wait) override;
    void end(WaitId id, Instant at) override;
    [[nodiscard]] std::optional<Wait> open_wait(CaseId id) const override;
    [[nodiscard]] std::vector<Wait> waits(CaseId id) const override;
    void add(const Note& note) override;
    [[nodiscard]] std::vector<Note> notes(CaseId id) const override;
    void add(const Placement& placement) override;
    [[nodiscard]] std::vector<Placement> placements(MessageId id) const override;
    void add(const HandOver& hand_over) override;
    [[nodiscard]] std::vector<HandOver> hand_overs(CaseId id) const override;
    void add(const CaseMerge& merge) override;
    void undo(MergeId id, Instant at) override;
    [[nodiscard]] std::optional<CaseMerge> merge_of(CaseId source) const override;
    [[nodiscard]] std::vector<CaseId> merged_into(CaseId target) const override;
    void link(CaseId from, CaseId to, std::string_view kind, Instant at) override;
    [[nodiscard]] std::vector<std::pair<CaseId, std::string>> links(CaseId id) const override;

private:
    void know(const Case& which) const;

    sql::Session& session_;
    BrandId brand_;
    // As this store has read or written them: one transaction asks for the same case again and again. What somebody
    // else changes meanwhile shows by its version when it is to be changed.
    mutable std::map<CaseId, Case> known_{};
};

} // namespace amends::cases
