// SPDX-License-Identifier: Apache-2.0
// The job that hands one copy of a message to the next server: claimed in one transaction, handed over in none, and
// what became of it recorded in another.
#pragma once

#include "app/house.h"
#include "app/jobs.h"
#include "channel/channel.h"
#include "reply/deliver.h"
#include "reply/reply_channel.h"

namespace amends {

// The connection by which the mail of a line leaves; null where no server is set.
using WayOut = std::function<reply::Line*(House&, const channel::Channel&)>;

void send_mail(House& house, sql::Session& session, BrandId brand, const Job& job); // By SMTP.
// Answers whether the server said yes, or no for good: false when it left us waiting, or asked us to wait.
[[nodiscard]] bool send_mail_by(const WayOut& way_out, House& house, sql::Session& session, BrandId brand,
                                const Job& job);

// Many, claimed in one transaction and recorded in few; none is left.
[[nodiscard]] std::vector<Job> send_mails(House& house, sql::Session& session, BrandId brand,
                                          std::span<const Job> jobs); // By SMTP.
[[nodiscard]] bool send_mails_by(const WayOut& way_out, House& house, sql::Session& session, BrandId brand,
                                 std::span<const Job> jobs); // Of one line; answers as above.

// The job that puts a copy of what was sent into the mailbox's folder of sent mail.
void put_sent_copy(House& house, sql::Session& session, BrandId brand, const Job& job);

// What was being handed over when a process died may have left. Its owner is asked; it is never sent again by itself.
void ask_about_claims_of(House& house, unsigned dead_node);
void ask_about_expired_claims(House& house);

} // namespace amends
