// SPDX-License-Identifier: Apache-2.0
// sources: mail/imap mail/imap_answer mail/smtp_text mail/lmtp_syntax mail/xoauth2 net/wire net/tls
// libraries: -lfmt -lssl -lcrypto
// Whatever an IMAP server answers, reading ends in mails or in a Failure, in time and in bounded memory.
#include "fuzz/attack.h"
#include "fuzz/server.h"
#include "platform/mail/imap.h"

namespace {

constexpr std::size_t largest = 4096;

void read_all(amends::mail::Imap& imap)
{
    imap.connect();
    static_cast<void>(imap.examine());
    for (const auto uid : imap.uids_after(1)) {
        const auto mail = imap.fetch(uid, largest);
        amends::fuzz::must(mail.too_large || mail.bytes.size() <= largest);
        amends::fuzz::must(mail.uid == 0 || mail.uid == uid);
    }
    imap.append("Sent", "a: b\r\n\r\nc\r\n");
    static_cast<void>(imap.idle(std::chrono::milliseconds(1), {}));
}

} // namespace

void amends::fuzz::attack(std::string_view words)
{
    static Server server;
    server.will_say(std::string(words));
    amends::mail::Imap imap({.host = "127.0.0.1",
                             .port = server.port(),
                             .security = amends::mail::Server::plain,
                             .user = words.size() % 2 == 0 ? "desk" : "",
                             .token = words.size() % 4 == 0 ? "token" : "",
                             .patience = std::chrono::milliseconds(200)},
                            "INBOX");
    try {
        read_all(imap);
    } catch (const amends::Failure&) { // As promised.
    }
}
