// SPDX-License-Identifier: Apache-2.0
// What a client's guest reads of the cases of its brand: the talk with the customer and what was promised. Types of
// their own, so that nothing of the desk's inner life can slip in: no notes, no drafts, no events, no internal marks.
#pragma once

#include "case/case_view.h"

namespace amends::guest {

struct GuestRow {
    CaseId id{};
    std::int64_t number{};
    std::string ref{};
    std::string subject{};
    cases::Status status{};
    std::string customer{};
    std::optional<std::string> owner{};
    std::optional<std::string> team{};
    std::string channel{};
    std::int64_t message_count{};
    Instant last_message_at{};
    std::optional<Instant> next_update_at{};
    bool late{};
};
BOOST_DESCRIBE_STRUCT(GuestRow, (),
                      (id, number, ref, subject, status, customer, owner, team, channel, message_count, last_message_at,
                       next_update_at, late))

struct GuestMessage {
    MessageId id{};
    Instant at{};
    bool ours{};
    std::string name{};
    std::string text{};
    bool right_to_left{};
    std::vector<std::string> files{}; // Their names.
};
BOOST_DESCRIBE_STRUCT(GuestMessage, (), (id, at, ours, name, text, right_to_left, files))

// Of the desk to the customer.
struct GuestPromise {
    std::string kind{};
    std::string text{};
    Instant due_at{};
    std::string state{};
    std::optional<Instant> ended_at{};
};
BOOST_DESCRIBE_STRUCT(GuestPromise, (), (kind, text, due_at, state, ended_at))

struct GuestView : GuestRow {
    Instant origin_at{};
    std::optional<Instant> resolved_at{};
    std::optional<Instant> closed_at{};
    std::vector<GuestPromise> promises{};
    std::vector<GuestMessage> messages{}; // The newest, oldest first.
    std::optional<std::string> older{};   // The cursor of what came before them.
};
BOOST_DESCRIBE_STRUCT(GuestView, (GuestRow), (origin_at, resolved_at, closed_at, promises, messages, older))

struct GuestList {
    std::vector<GuestRow> items{};
    std::optional<std::string> next{};
};
BOOST_DESCRIBE_STRUCT(GuestList, (), (items, next))

struct GuestMessages {
    std::vector<GuestMessage> items{};
    std::optional<std::string> next{};
};
BOOST_DESCRIBE_STRUCT(GuestMessages, (), (items, next))

// Spam and cases that were merged are the desk's affair.
[[nodiscard]] bool shown_to_guests(cases::Status status);
[[nodiscard]] GuestRow guest_row(const cases::CaseRow& row);
[[nodiscard]] GuestView guest_view(const cases::CaseView& view);
// Without what has not left the house, or never will.
[[nodiscard]] std::vector<GuestMessage> guest_messages(const std::vector<cases::MessageView>& messages);

} // namespace amends::guest
