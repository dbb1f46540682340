// SPDX-License-Identifier: Apache-2.0
// Reads the mailboxes of mail lines by IMAP, a thread each, by the server's own numbers: never by \Seen, never by date.
// IDLE tells of new mail, and every 60 s it is looked for all the same. A server that is away is tried again for ever.
#pragma once

#include "app/house.h"
#include "channel/channel.h"

#include <map>
#include <thread>

namespace amends {

class MailboxReaders {
public:
    explicit MailboxReaders(House& house);
    MailboxReaders(const MailboxReaders&) = delete;
    MailboxReaders& operator=(const MailboxReaders&) = delete;
    ~MailboxReaders();

private:
    struct Reader {
        std::string settings{}; // What it was started with: other settings start another one.
        std::jthread thread{};
    };
    void watch(const std::stop_token& stop);
    void look_again();

    House& house_;
    std::map<ChannelId, Reader> readers_; // Touched by the watching thread only.
    std::jthread watcher_;
};

// Where a mailbox has been read to: "uidvalidity/uid".
struct ReadPosition {
    std::uint32_t validity{};
    std::uint32_t uid{};
};
[[nodiscard]] std::optional<ReadPosition> read_position_of(std::string_view text);

} // namespace amends
