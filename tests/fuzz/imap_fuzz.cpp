// SPDX-License-Identifier: Apache-2.0
// sources: mail/imap mail/imap_answer mail/smtp_text mail/lmtp_syntax mail/xoauth2 net/wire net/tls
// libraries: -lfmt -lssl -lcrypto
// Whatever an IMAP server answers, reading ends in mails or in a Failure, in time and in bounded memory.
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
        if (!mail.too_large && mail.bytes.size() > largest) std::abort();
        if (mail.uid != 0 && mail.uid != uid) std::abort();
    }
    imap.append("Sent", "a: b\r\n\r\nc\r\n");
    static_cast<void>(imap.idle(std::chrono::milliseconds(1), {}));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static amends::fuzz::Server server;
    server.will_say(std::string(reinterpret_cast<const char*>(data), size));
    amends::mail::Imap imap({.host = "127.0.0.1",
                             .port = server.port(),
                             .security = amends::mail::Server::plain,
                             .user = size % 2 == 0 ? "desk" : "",
                             .token = size % 4 == 0 ? "token" : "",
                             .patience = std::chrono::milliseconds(200)},
                            "INBOX");
    try {
        read_all(imap);
    } catch (const amends::Failure&) { // As promised.
    }
    return 0;
}
