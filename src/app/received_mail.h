// SPDX-License-Identifier: Apache-2.0
// What a mail that has been read says to the desk: from whom, to whom, in which conversation, and how far to believe
// it.
#pragma once

#include "app/desk.h"
#include "case/place_message.h"
#include "platform/mail/inbound.h"

namespace amends {

// How far the sender is proved: by the one border server whose word the line trusts, else not at all.
[[nodiscard]] std::string proof_of(const mail::Inbound& mail, const channel::MailConfig& config);

[[nodiscard]] cases::Clues clues_of(Desk& desk, const mail::Inbound& mail, const channel::RawMessage& raw,
                                    std::string_view proof);

// It lay somewhere before we listened: it becomes an ended case that nobody answers.
[[nodiscard]] bool from_before(const channel::RawMessage& raw);

// Proof and files are not filled in.
[[nodiscard]] conversation::Received received_from(const mail::Inbound& mail, const channel::RawMessage& raw);

} // namespace amends
