// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/house.h"
#include "channel/arrival.h"
#include "channel/channel_sql.h"

namespace amends {

struct IncomingMail {
    std::string recipient{};
    std::string sender{};
    std::string position{}; // Empty: made of its content.
    std::string bytes{};
    channel::Origin origin{};
    std::string read_position{};         // How far its mailbox is read once this is kept; empty where there is none.
    std::optional<std::int64_t> fence{}; // Of the node's hold on that mailbox: see line_lease.h.
    std::string reason{}; // Why it cannot be read, when its source did not give it whole: to be quarantined.
};

inline constexpr std::size_t largest_in_row = 64UZ * 1024; // Bytes; larger mails are files.

// Returns after the commit; throws when it could not be kept: then it must not be acknowledged.
channel::Stored keep_mail(House& house, const channel::Line& line, const IncomingMail& mail);
// The same inside the transaction of `session`, for a mail of at most `largest_in_row`. After the commit the caller
// rings the bell of the jobs.
channel::Stored keep_small_mail_in(House& house, sql::Session& session, const channel::Line& line,
                                   const IncomingMail& mail);

} // namespace amends
