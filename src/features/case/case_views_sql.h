// SPDX-License-Identifier: Apache-2.0
// Cases as the desk sees them, in few statements: one for a list, about a dozen for a case with all that hangs on it.
#pragma once

#include "brand/brand.h"
#include "case/case_view.h"
#include "platform/sql/session.h"

namespace amends::cases {

class CaseViewsSql final : public CaseViews {
public:
    CaseViewsSql(sql::Session& session, const brand::Brand& brand, const Clock& clock)
        : session_(session), brand_(brand.id), prefix_(brand.prefix), clock_(clock)
    {
    }
    [[nodiscard]] CaseList list(const ListWish& wish) const override;
    [[nodiscard]] ViewCounts counts(UserId viewer) const override;
    [[nodiscard]] std::optional<CaseRow> row(CaseId id) const override;
    [[nodiscard]] std::optional<CaseView> find(CaseId id, UserId viewer) const override;
    [[nodiscard]] MessageList messages(const MessagesWish& wish) const override;
    [[nodiscard]] std::optional<MessageView> message(MessageId id) const override;
    [[nodiscard]] std::optional<NoteView> note(NoteId id) const override;
    [[nodiscard]] std::optional<PersonView> person(PersonId id) const override;

    // The statement of a list, for the test that looks at its plan.
    [[nodiscard]] static std::string list_text(View view, bool from_cursor);

private:
    [[nodiscard]] std::vector<CaseRow> rows(std::string_view text, const sql::Params& params) const;
    [[nodiscard]] std::vector<CaseRow> rows_without_next_update(const ListWish& wish) const;
    [[nodiscard]] std::string ref(std::int64_t number) const;

    // The case and what has been merged into it, directly or by way of another.
    [[nodiscard]] std::vector<CaseId> with_merged(CaseId id) const;
    [[nodiscard]] MessageList messages(const std::vector<CaseId>& cases, const MessagesWish& wish) const;
    void add_details(std::vector<MessageView>& messages, CaseId of_case) const;

    void add_facts(CaseView& view) const;
    void add_ledger(CaseView& view, const std::vector<CaseId>& cases) const;
    [[nodiscard]] std::vector<NoteView> notes(CaseId id) const;
    [[nodiscard]] std::vector<PromiseView> promises(CaseId id) const;
    [[nodiscard]] std::vector<EventView> events(CaseId id) const;
    [[nodiscard]] std::vector<OtherCase> others(PersonId person, CaseId but) const;
    [[nodiscard]] std::optional<DraftView> draft(CaseId id, UserId user) const;
    [[nodiscard]] std::vector<FileView> files_of(std::string_view ids, UserId user) const;

    sql::Session& session_;
    BrandId brand_;
    std::string prefix_;
    const Clock& clock_;
};

} // namespace amends::cases
