// SPDX-License-Identifier: Apache-2.0
// Promises over HTTP, as Results: what is refused is rolled back by the caller, which also writes the answer's view.
#pragma once

#include "platform/http/message.h"
#include "platform/json/schema.h"
#include "promise/capacity.h"
#include "promise/note_promise.h"

namespace amends::promise {

struct NoteWish {
    Side side{};
    ToldHow told_how{};
    Kind kind{};
    std::optional<std::string> text{};
    Instant due_at{};
    std::optional<Basis> basis{};
    std::optional<std::string> ground{};
    std::optional<std::string> partner{};
    std::optional<MessageId> told_by{};
};
BOOST_DESCRIBE_STRUCT(NoteWish, (), (side, told_how, kind, text, due_at, basis, ground, partner, told_by))

struct EvidenceWish {
    std::optional<std::string> evidence{};
};
BOOST_DESCRIBE_STRUCT(EvidenceWish, (), (evidence))

// The beneficiary's word: a message of theirs, or what they said.
struct ReleaseWish {
    std::optional<MessageId> message_id{};
    std::optional<std::string> words{};
};
BOOST_DESCRIBE_STRUCT(ReleaseWish, (), (message_id, words))

struct MoveWish {
    Instant due_at{};
    std::optional<MessageId> message_id{};
    std::optional<std::string> words{};
};
BOOST_DESCRIBE_STRUCT(MoveWish, (), (due_at, message_id, words))

struct Honesty {
    const HonestDates& dates;
    const Capacity& capacity;
};

// What history supports is asked only where the promise rests on it.
[[nodiscard]] Result<Promise> post_promise(const Ports& ports, UserId by, const Honesty& honesty,
                                           const http::Request& request);
[[nodiscard]] Result<Promise> post_fulfilment(const Ports& ports, const http::Request& request);
[[nodiscard]] Result<Promise> post_move(const Ports& ports, const http::Request& request);
[[nodiscard]] Result<Promise> post_release(const Ports& ports, const http::Request& request);
[[nodiscard]] Result<Promise> post_confirmation(const Ports& ports, const http::Request& request);

} // namespace amends::promise
