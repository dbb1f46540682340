// SPDX-License-Identifier: Apache-2.0
// One copy of a message for one addressee, with all that a mail needs: read from the stores in one transaction, so that
// handing it over needs none.
#pragma once

#include "reply/reply_store.h"

#include <vector>

namespace amends::reply {

struct Named {
    std::string name{};
    std::string address{};
};

struct Letter {
    RecipientId recipient_id{};
    MessageId message_id{};
    ChannelId channel_id{};
    Named from{};
    std::string reply_to{};   // With the token that leads the answer home.
    std::string to_address{}; // Of this copy.
    std::vector<Named> to{};  // As every copy shows them.
    std::vector<Named> cc{};
    std::string envelope_from{}; // Where reports come back to.
    std::string envelope_id{};
    std::string message_id_line{}; // Without angle brackets, as are the next two.
    std::string in_reply_to{};
    std::vector<std::string> references{};
    Instant date{};
    std::string subject{};
    std::string language{};
    bool right_to_left{};
    bool automatic{};
    std::string text{};
    std::string next_update{}; // A sentence; empty when none is told.
    std::string link_words{};  // Empty when this addressee has no page.
    std::string link{};
    std::string signature{};
    std::vector<conversation::Attachment> files{};
};

[[nodiscard]] Letter letter_to(const Ports& ports, const conversation::Recipient& recipient,
                               const conversation::Message& message, const Reply& reply, const channel::Channel& line);

// The desk's address with a token behind its plus; plain where that would be too long for an address.
[[nodiscard]] std::string tagged_address(std::string_view address, std::string_view token);

// A Message-ID that may stand in a header: one @, no white space or brackets, not endless.
[[nodiscard]] bool sound_message_id(std::string_view id);

} // namespace amends::reply
