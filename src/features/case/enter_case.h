// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case/case_store.h"
#include "conversation/receive_message.h"

namespace amends::cases {

struct EnteredCustomer {
    std::optional<std::string> name{};
    std::optional<std::string> address{};
};
BOOST_DESCRIBE_STRUCT(EnteredCustomer, (), (name, address))

// What a customer said by telephone, letter or in person, written down by an agent, or brought by a program.
struct EnterCase {
    std::string subject{};
    std::string text{};
    EnteredCustomer customer{};
    std::optional<std::string> language{};
    std::optional<Type> type{};
    std::optional<conversation::MessageKind> kind{};
    std::optional<bool> take{}; // Whoever enters it keeps it.
};
BOOST_DESCRIBE_STRUCT(EnterCase, (), (subject, text, customer, language, type, kind, take))

// Where it is entered, and what the text was found to be.
struct EntryPlace {
    ChannelId channel_id{};
    std::string language{}; // Of the text, when it was recognised; the brand's else.
    bool right_to_left = false;
    std::string body_hash{};
};

[[nodiscard]] Result<Case> enter_case(const Ports& ports, const conversation::Ports& talk, const EnterCase& wish,
                                      const EntryPlace& place);

} // namespace amends::cases
