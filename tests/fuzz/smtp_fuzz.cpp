// SPDX-License-Identifier: Apache-2.0
// sources: mail/smtp mail/smtp_text mail/lmtp_syntax mail/xoauth2 net/wire net/tls
// libraries: -lfmt -lssl -lcrypto
// Whatever a mail server answers, a mail ends in one of the four states.
#include "fuzz/attack.h"
#include "fuzz/server.h"
#include "platform/mail/lmtp_syntax.h"
#include "platform/mail/smtp.h"

void amends::fuzz::attack(std::string_view words)
{
    static Server server;
    server.will_say(std::string(words));
    amends::mail::Smtp smtp({.host = "127.0.0.1",
                             .port = server.port(),
                             .security = amends::mail::Server::plain,
                             .user = words.size() % 2 == 0 ? "desk" : "",
                             .token = words.size() % 4 == 0 ? "token" : "",
                             .patience = std::chrono::milliseconds(200)});

    const auto handed =
        smtp.send({.from = "a@b.test", .to = "c@d.test", .envelope_id = "1", .bytes = "a: b\r\n\r\nc\r\n"});

    must(handed.kind != mail::Handed::accepted || handed.code / 100 == 2);
    must(mail::valid_utf8(handed.reason) && !mail::controls(handed.reason));
}
