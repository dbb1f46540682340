// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"
#include "case/placing.h"

namespace amends::cases {

struct PlaceMessage {
    conversation::Message message{};
    person::Person person{};
    Clues clues{};
    ChannelId channel_id{};
    std::string channel_kind{};
    Type type = Type::request;
    bool history = false;
    bool found_late = false;
};

struct Placed {
    enum Where : std::uint8_t { in_case, held, nowhere };

    Where where = nowhere;
    std::optional<CaseId> case_id{};
    Verdict verdict{};
    bool opened = false;
};

// Finds, opens or reopens the case of an inbound message. `held`: it waits in triage, unseen by the case's
// participants. `nowhere`: a vacation reply that belongs to no case, which is filed without a person.
[[nodiscard]] Result<Placed> place_message(const Ports& ports, const PlaceMessage& wish);

// An automatic message is stored and placed, but it is not the customer writing: it ends no wait, reopens nothing and
// moves no clock.
[[nodiscard]] bool written_by_a_person(const conversation::Message& message);

// Puts a message into a case and lets the case hear it. Evidence is a code, or an agent's decision.
[[nodiscard]] Result<Case> join_case(const Ports& ports, const conversation::Message& message, const Case& joined,
                                     std::string evidence);

} // namespace amends::cases
