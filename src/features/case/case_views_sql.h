// SPDX-License-Identifier: Apache-2.0
// Cases as the desk sees them, in few round trips: one for a list, two for a case with all that hangs on it.
#pragma once

#include "brand/brand.h"
#include "case/case_view.h"
#include "platform/sql/questions.h"

namespace amends::cases {

// A draft as its statement answers it: the ids of its files are JSON.
struct DraftLine {
    DraftOf kind{};
    std::string text{};
    std::optional<Instant> next_update_at{};
    std::string attachments{};
    std::optional<MessageId> seen_message{};
    std::string promises{};
    Instant saved_at{};
};
BOOST_DESCRIBE_STRUCT(DraftLine, (), (kind, text, next_update_at, attachments, seen_message, promises, saved_at))

// From what each has of its recipients, as conversation::state_of() would have it.
void settle_states(std::vector<MessageView>& messages);

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
    [[nodiscard]] static std::string list_text(View view, bool from_cursor, std::size_t rows);

private:
    [[nodiscard]] std::vector<CaseRow> rows(std::string_view text, const sql::Params& params) const;
    [[nodiscard]] std::vector<CaseRow> rows_without_next_update(const ListWish& wish) const;
    [[nodiscard]] std::string ref(std::int64_t number) const;

    // The case and what has been merged into it, directly or by way of another.
    [[nodiscard]] std::vector<CaseId> with_merged(CaseId id) const;
    static void cut(MessageList& list, const MessagesWish& wish, const std::vector<CaseId>& cases);
    void add_merged(CaseView& view, const std::vector<CaseId>& cases, const MessagesWish& wish,
                    std::vector<MessageView>& messages) const;

    // Each asks, and what it names is filled when the questions are answered.
    void ask_row(sql::Questions& questions, CaseId id, std::vector<CaseRow>& into) const;
    void ask_merged(sql::Questions& questions, CaseId into, std::vector<CaseId>& found) const;
    void ask_messages(sql::Questions& questions, CaseId id, const MessagesWish& wish,
                      std::vector<MessageView>& into) const;
    void ask_facts(sql::Questions& questions, CaseId id, CaseView& view) const;
    void ask_ledger(sql::Questions& questions, CaseId id, CaseView& view) const;
    void ask_target_clocks(sql::Questions& questions, CaseId id, CaseView& view) const;
    void ask_around(sql::Questions& questions, CaseId id, CaseView& view) const;
    void ask_details(sql::Questions& questions, std::vector<MessageView>& of, const std::vector<CaseId>& cases) const;
    void ask_others(sql::Questions& questions, CaseView& view) const;
    void ask_draft(sql::Questions& questions, DraftLine line, UserId user, CaseView& view) const;

    sql::Session& session_;
    BrandId brand_;
    std::string prefix_;
    const Clock& clock_;
};

} // namespace amends::cases
