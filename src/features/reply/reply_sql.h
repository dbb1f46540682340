// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/sql/session.h"
#include "reply/reply_store.h"

namespace amends::reply {

class ReplySqlStore final : public ReplyStore {
public:
    ReplySqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    void add(const Reply& reply) override;
    void change(const Reply& reply) override;
    [[nodiscard]] std::optional<Reply> find(MessageId id) const override;
    [[nodiscard]] std::optional<Reply> following(const Reply& reply) const override;
    void detach_files(MessageId id) override;
    [[nodiscard]] std::vector<conversation::Recipient> claimed(Instant claimed_until) const override;
    [[nodiscard]] std::vector<conversation::Recipient> claimed_by(unsigned node) const override;

    void add(const Contact& contact) override;
    void add(const IntendedPromise& intended) override;
    void told(const IntendedPromise& intended) override;
    [[nodiscard]] std::vector<IntendedPromise> intended(MessageId id) const override;
    [[nodiscard]] std::string as_draft(const std::vector<IntendedPromise>& intended) const override;
    void warns(MessageId id, PromiseId promise) override;
    [[nodiscard]] std::vector<PromiseId> warned_by(MessageId id) const override;

    void put(const Draft& draft) override;
    [[nodiscard]] std::optional<Draft> draft(CaseId case_id, UserId user, DraftKind kind) const override;
    void remove_draft(CaseId case_id, UserId user, DraftKind kind) override;

    [[nodiscard]] std::int64_t heard_from(std::string_view address, Instant since) const override;
    [[nodiscard]] std::int64_t automatic_to(std::string_view address, Instant since) const override;
    [[nodiscard]] std::int64_t automatic_to_strangers(Instant since) const override;
    [[nodiscard]] bool said_to(std::string_view address, std::string_view text, Instant since) const override;

private:
    sql::Session& session_;
    BrandId brand_;
};

} // namespace amends::reply
