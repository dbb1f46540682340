// SPDX-License-Identifier: Apache-2.0
// sources: http/client http/message net/tls net/wire
// libraries: -lfmt -lssl -lcrypto
// Whatever somebody else's web server answers, asking ends in an answer within its limit or in a reason.
#include "fuzz/attack.h"
#include "fuzz/server.h"
#include "platform/http/client.h"

void amends::fuzz::attack(std::string_view words)
{
    constexpr std::size_t largest = 2048;
    static Server server;
    server.will_say(std::string(words));

    const auto answer = http::ask({.url = "http://127.0.0.1:" + std::to_string(server.port()) + "/x",
                                   .patience = std::chrono::milliseconds(200),
                                   .largest = largest});

    if (!answer) return must(!answer.error().reason.empty());
    must(answer->status >= 200 && answer->status <= 599);
    must(answer->body.size() <= largest && words.size() >= answer->body.size());
    must(answer->type.find_first_of("\r\n") == std::string::npos);
}
