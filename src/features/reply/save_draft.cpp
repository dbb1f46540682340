// SPDX-License-Identifier: Apache-2.0
#include "reply/save_draft.h"

#include "case/change_case.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace amends::reply {

Result<Saved> save_draft(const Ports& ports, UserId user, const SaveDraft& wish)
{
    AMENDS_TRY([[maybe_unused]] const auto of, cases::existing(ports.desk, wish.case_id));
    std::vector<std::int64_t> files;
    for (const auto id : wish.attachments) {
        const auto file = ports.desk.messages.attachment(id);
        if (!file || file->uploaded_by != user || file->message_id)
            return refuse(Refusal::not_found, "attachment.not_found", "attachments");
        files.push_back(static_cast<std::int64_t>(id));
    }
    const Instant now = ports.desk.clock.now();
    if (wish.text.empty() && files.empty()) {
        ports.replies.remove_draft(wish.case_id, user, wish.kind);
        return Saved{now};
    }
    ports.replies.put({.case_id = wish.case_id,
                       .user_id = user,
                       .kind = wish.kind,
                       .text = wish.text,
                       .next_update_at = wish.next_update_at,
                       .attachments = fmt::format("[{}]", fmt::join(files, ",")),
                       .seen_message = wish.seen_message,
                       .promises = wish.promises,
                       .saved_at = now});
    return Saved{now};
}

Result<void> discard_draft(const Ports& ports, UserId user, CaseId id, DraftKind kind)
{
    AMENDS_TRY([[maybe_unused]] const auto of, cases::existing(ports.desk, id));
    ports.replies.remove_draft(id, user, kind);
    return {};
}

} // namespace amends::reply
