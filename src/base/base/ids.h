// SPDX-License-Identifier: Apache-2.0
// Ids are made here, not by the database, so that a record and everything that refers to it is sent in one go.
//
// An id has 53 bits, so that JavaScript keeps it exact: 41 bits of milliseconds since 2026 (enough until 2095), 6 bits
// of node, 6 bits of counter. Ids of one node always grow, even when its clock steps back. An id is not a secret:
// whatever opens a door to a customer is a random token instead.
#pragma once

#include "base/describe.h"
#include "base/time.h"

#include <algorithm>
#include <atomic>
#include <cstdint>

namespace amends {

// All ids are listed here, so that a feature may name a thing of another without including it.
enum class BrandId : std::int64_t {}; // Every row belongs to one brand, and no statement reads across brands.
enum class UserId : std::int64_t {};
enum class TeamId : std::int64_t {};
enum class SessionId : std::int64_t {};
enum class TokenId : std::int64_t {};
enum class PersonId : std::int64_t {};
enum class ContactPointId : std::int64_t {};
enum class AccountId : std::int64_t {};
enum class ChannelId : std::int64_t {};
enum class RawMessageId : std::int64_t {};
enum class ConversationId : std::int64_t {};
enum class MessageId : std::int64_t {};
enum class RecipientId : std::int64_t {};
enum class AttachmentId : std::int64_t {};
enum class PlacementId : std::int64_t {};
enum class TextId : std::int64_t {};
enum class CaseId : std::int64_t {};
enum class WaitId : std::int64_t {};
enum class HandOverId : std::int64_t {};
enum class NoteId : std::int64_t {};
enum class MergeId : std::int64_t {};
enum class PromiseId : std::int64_t {};
enum class ContactId : std::int64_t {};
enum class SignalId : std::int64_t {};
enum class TargetId : std::int64_t {};
enum class TargetClockId : std::int64_t {};
enum class JobId : std::int64_t {};

class Ids {
public:
    explicit Ids(const Clock& clock, unsigned node = 0) : clock_(clock), node_(node % 64U) {}

    // No two running nodes may share a number (0 to 63). Before the first id is made.
    void be_node(unsigned node) { node_ = node % 64U; }

    // Ids never go back, whatever the machine's clock does between two starts: begins above the highest stored one.
    void begin_above(std::int64_t highest) { last_ = std::max(last_.load(), ((highest >> 12) << 6) + 64); }

    template <IdEnum Id>
    [[nodiscard]] Id next()
    {
        return static_cast<Id>(next_number());
    }

    // Whatever was made at `at` or later has this number or a higher one.
    [[nodiscard]] static std::int64_t least_at(Instant at)
    {
        return std::max<std::int64_t>((at - epoch).count(), 0) << 12;
    }

private:
    std::int64_t next_number()
    {
        const std::int64_t tick = (clock_.now() - epoch).count() * 64;
        std::int64_t last = last_.load();
        std::int64_t next = 0;
        do next = std::max(last + 1, tick); // A 65th id within one millisecond borrows from the next one.
        while (!last_.compare_exchange_weak(last, next));
        return (next / 64 * 64 + node_) * 64 + next % 64;
    }

    static constexpr Instant epoch{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};

    const Clock& clock_;
    std::int64_t node_;
    std::atomic<std::int64_t> last_{0};
};

} // namespace amends
