// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"
#include "channel/channel_store.h"
#include "conversation/token.h"
#include "promise/capacity.h"
#include "promise/promise_store.h"
#include "reply/case_link.h"
#include "reply/contact.h"
#include "reply/draft.h"
#include "reply/intended_promise.h"
#include "reply/phrases.h"
#include "reply/reply.h"
#include "signal/signal_store.h"

namespace amends::reply {

struct ReplyStore {
    virtual ~ReplyStore() = default;
    virtual void add(const Reply& reply) = 0;
    virtual void change(const Reply& reply) = 0;
    [[nodiscard]] virtual std::optional<Reply> find(MessageId id) const = 0;
    // The next one on the same case that has not been withdrawn.
    [[nodiscard]] virtual std::optional<Reply> following(const Reply& reply) const = 0;
    // Files of a withdrawn message can be attached again.
    virtual void detach_files(MessageId id) = 0;
    // Claims whose answer nobody knows, made until `claimed_until`.
    [[nodiscard]] virtual std::vector<conversation::Recipient> claimed(Instant claimed_until) const = 0;
    // Those that a node is handing over, or was when it died.
    [[nodiscard]] virtual std::vector<conversation::Recipient> claimed_by(unsigned node) const = 0;

    // That the person was contacted: what the contact policy and the measures count.
    virtual void add(const Contact& contact) = 0;

    // What a queued message will have promised, in order; only the promise made of it may be added later.
    virtual void add(const IntendedPromise& intended) = 0;
    virtual void told(const IntendedPromise& intended) = 0;
    [[nodiscard]] virtual std::vector<IntendedPromise> intended(MessageId id) const = 0;
    // As a draft keeps it: a JSON list.
    [[nodiscard]] virtual std::string as_draft(const std::vector<IntendedPromise>& intended) const = 0;
    // That the message tells that these may be late.
    virtual void warns(MessageId id, PromiseId promise) = 0;
    [[nodiscard]] virtual std::vector<PromiseId> warned_by(MessageId id) const = 0;

    virtual void put(const Draft& draft) = 0;
    [[nodiscard]] virtual std::optional<Draft> draft(CaseId case_id, UserId user, DraftKind kind) const = 0;
    virtual void remove_draft(CaseId case_id, UserId user, DraftKind kind) = 0;

    // For the breaker and the caps on what the desk says by itself.
    [[nodiscard]] virtual std::int64_t heard_from(std::string_view address, Instant since) const = 0;
    [[nodiscard]] virtual std::int64_t automatic_to(std::string_view address, Instant since) const = 0;
    [[nodiscard]] virtual std::int64_t automatic_to_strangers(Instant since) const = 0;
    [[nodiscard]] virtual bool said_to(std::string_view address, std::string_view text, Instant since) const = 0;
};

// Everything the use cases of a reply need from outside.
struct Ports {
    cases::Ports desk;
    promise::Ports promising;
    signal::Ports signals;
    channel::ChannelStore& channels;
    ReplyStore& replies;
    const conversation::TokenKeys& tokens;
    const LinkKeys& links;
    const Phrases& phrases;
    const promise::HonestDates& dates;
    const promise::Capacity& capacity;
    const Reading& reading;
    const Quiet& quiet;
    std::string public_address{}; // "https://desk.example.org", before a link's path.
};

inline constexpr std::string_view send = "send"; // Job: hands a message over for one recipient.

} // namespace amends::reply
