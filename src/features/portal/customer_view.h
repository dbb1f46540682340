// SPDX-License-Identifier: Apache-2.0
// What a customer sees of their case. A type of its own: what must not leave the house has no field here, and nothing
// is removed on the way out. No note, no agent's address, no other recipient, no inner state (I17, T9).
#pragma once

#include "base/describe.h"
#include "base/ids.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace amends::portal {

struct DeskName {
    std::string name{};
    std::string language{};
};
BOOST_DESCRIBE_STRUCT(DeskName, (), (name, language))

struct OwnerName {
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(OwnerName, (), (name))

struct PromiseLine {
    std::string text{};
    std::string kind{};
    Instant due_at{};
    std::string state{};
    std::string side{}; // "us", or "customer": what they said they would do.
    std::optional<std::string> keeper{};
    Instant original_due_at{};
    std::optional<Instant> warned_at{};
    std::optional<Instant> fulfilled_late_at{};
};
BOOST_DESCRIBE_STRUCT(PromiseLine, (),
                      (text, kind, due_at, state, side, keeper, original_due_at, warned_at, fulfilled_late_at))

// Who was waited for, and since when: shown to both sides alike.
struct WaitLine {
    std::string waits_on{};
    std::optional<std::string> partner{};
    Instant starts_at{};
    std::optional<Instant> ends_at{};
};
BOOST_DESCRIBE_STRUCT(WaitLine, (), (waits_on, partner, starts_at, ends_at))

// "Cases like yours: half by …, eight in ten by …". Only where there are enough of them.
struct HonestRange {
    std::int64_t n{};
    Instant half_at{};
    Instant eight_in_ten_at{};
};
BOOST_DESCRIBE_STRUCT(HonestRange, (), (n, half_at, eight_in_ten_at))

struct FileLine {
    std::string name{};
    std::string mime{};
    std::int64_t size{};
    std::string url{};
};
BOOST_DESCRIBE_STRUCT(FileLine, (), (name, mime, size, url))

struct MessageLine {
    MessageId id{};
    Instant at{};
    bool ours{};
    std::string name{};
    std::string text{};
    bool right_to_left{};
    std::vector<FileLine> attachments{};
};
BOOST_DESCRIBE_STRUCT(MessageLine, (), (id, at, ours, name, text, right_to_left, attachments))

enum class State : std::uint8_t { working, yours, done };
BOOST_DESCRIBE_ENUM(State, working, yours, done)

enum class Next : std::uint8_t {
    queued,
    answer_coming,
    waiting_for_you,
    waiting_for_partner,
    scheduled,
    solved,
    ended
};
BOOST_DESCRIBE_ENUM(Next, queued, answer_coming, waiting_for_you, waiting_for_partner, scheduled, solved, ended)

struct CustomerView {
    DeskName desk{};
    std::string ref{};
    std::string subject{};
    std::string language{};
    std::string zone{};
    State state{};
    std::string status{};
    bool late{};
    bool proven{}; // False: words are hidden until somebody says "I wrote this".
    std::optional<OwnerName> owner{};
    std::optional<std::string> team{};
    Next next{};
    std::optional<std::string> partner{};
    std::optional<Instant> next_update_at{};
    std::optional<Instant> told_at{};
    std::vector<PromiseLine> promises{};
    std::vector<WaitLine> waits{};
    std::optional<HonestRange> honest{};
    bool may_choose_call{};
    std::vector<MessageLine> messages{};
    bool can_write{};
    bool solved_question{};
};
BOOST_DESCRIBE_STRUCT(CustomerView, (),
                      (desk, ref, subject, language, zone, state, status, late, proven, owner, team, next, partner,
                       next_update_at, told_at, promises, waits, honest, may_choose_call, messages, can_write,
                       solved_question))

} // namespace amends::portal
