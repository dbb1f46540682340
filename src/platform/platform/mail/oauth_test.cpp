// SPDX-License-Identifier: Apache-2.0
#include "platform/http/client.h"
#include "platform/mail/oauth.h"
#include "testing/peer.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace std::chrono_literals;
using testing::Peer;
using testing::Talk;

namespace {

constexpr Instant now{1'000'000ms};

struct Answered {
    std::string head{}, body{};
    Result<mail::Token> token = mail::Token{};
};

// Lets the token server answer this, byte for byte.
Answered refreshed(std::string_view answer)
{
    Answered result;
    const Peer peer([&](Talk& client) {
        result.head = client.until("");
        const std::string length = "Content-Length: ";
        result.body = client.bytes(std::stoul(result.head.substr(result.head.find(length) + length.size())));
        client.raw(answer);
    });
    result.token = mail::refresh({.token_url = "http://127.0.0.1:" + std::to_string(peer.port()) + "/token?tenant=1",
                                  .client_id = "desk",
                                  .client_secret = "s&c=t",
                                  .refresh_token = "old/+ä",
                                  .patience = 300ms},
                                 now);
    return result;
}

std::string answered(std::string_view status, std::string_view body)
{
    return "HTTP/1.1 " + std::string(status) +
           "\r\nContent-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
           std::string(body);
}

std::string reason(std::string_view answer)
{
    const auto token = refreshed(answer).token;
    return token ? "a token" : token.error().code;
}

net::Wired<http::Response> asked(std::string url) { return http::ask({.url = std::move(url), .patience = 300ms}); }

} // namespace

TEST_CASE("OAuth: a refresh token becomes an access token and perhaps a new refresh token")
{
    const auto [head, body, token] =
        refreshed(answered("200 OK", R"({"access_token":"new","expires_in":3599,"token_type":"Bearer","x":[1]})"));

    CHECK(head.starts_with("POST /token?tenant=1 HTTP/1.1\r\nHost: 127.0.0.1:"));
    CHECK(body == "client_id=desk&client_secret=s%26c%3Dt&grant_type=refresh_token&refresh_token=old%2F%2B%C3%A4");
    REQUIRE(token);
    CHECK(token->access == "new");
    CHECK(token->refresh == "old/+ä");
    CHECK(token->expires_at == now + 3599s);

    const auto rotated = refreshed("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"access_token\":\r\n"
                                   "2d;x=y\r\n\"a\",\"refresh_token\":\"b\",\"expires_in\":\"60\"}    \r\n0\r\n\r\n")
                             .token;
    REQUIRE(rotated);
    CHECK(rotated->refresh == "b");
    CHECK(rotated->expires_at == now + 60s);
}

TEST_CASE("OAuth: a grant that is over is not the same as a server that is away")
{
    const auto over =
        refreshed(answered("400 Bad Request", R"({"error":"invalid_grant","error_description":"expired"})"));
    REQUIRE_FALSE(over.token);
    CHECK(over.token.error().code == "oauth.refused");
    CHECK(over.token.error().kind == Refusal::forbidden);
    CHECK(over.token.error().field == "invalid_grant");

    CHECK(reason(answered("503 Busy", "{}")) == "oauth.unavailable");
    CHECK(reason(answered("200 OK", "{}")) == "oauth.unavailable");
    CHECK(reason(answered("200 OK", "<html>")) == "oauth.unavailable");
    CHECK(reason("") == "oauth.unavailable");
    CHECK(reason("220 smtp\r\n") == "oauth.unavailable");
    CHECK(reason("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 2\r\n\r\n{}") ==
          "oauth.unavailable");
    CHECK(reason("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n") == "oauth.unavailable");
    CHECK(reason("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n") == "oauth.unavailable");
    CHECK(reason("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nfffffffff\r\n") == "oauth.unavailable");
    CHECK(reason("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n") == "oauth.unavailable");
    CHECK(reason("HTTP/1.1 200 OK\r\n\r\n" + std::string(2'000'000, 'x')) == "oauth.unavailable");
}

TEST_CASE("OAuth: endless headers end")
{
    std::string answer = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i < 1000; ++i) answer += "X: y\r\n";
    CHECK(reason(answer) == "oauth.unavailable");
}

TEST_CASE("HTTP client: a bare CR in a header is no answer")
{
    const std::string rest = "Content-Length: 22\r\n\r\n{\"access_token\":\"new\"}";

    CHECK(reason("HTTP/1.1 200 OK\r\nContent-Type: a\r\n" + rest) == "a token");
    CHECK(reason("HTTP/1.1 200 OK\r\nContent-Type: a\rX: y\r\n" + rest) == "oauth.unavailable");
}

TEST_CASE("HTTP client: refuses addresses it should not ask")
{
    for (const auto* url : {"ftp://a.test/", "https://", "https:///x", "https://a.test:99999/", "https://a.test:x/",
                            "https://u:p@a.test/", "https://a.test/ x", "https://a.test/\r\nX: y", "https://[::1/"}) {
        const auto answer = asked(url);
        REQUIRE_FALSE(answer);
        CHECK(answer.error().reason == "no address of a web server");
    }
    CHECK_FALSE(http::ask({.url = "http://127.0.0.1:1/", .headers = {{"X", "a\r\nb"}}}));
}

TEST_CASE("HTTP client: an answer without a length ends with the connection")
{
    const Peer peer([](Talk& client) {
        client.until("");
        client.raw("HTTP/1.0 404 Not Found\r\ncontent-TYPE:text/plain\r\n\r\nnobody");
    });
    const auto answer = asked("http://localhost:" + std::to_string(peer.port()));

    REQUIRE(answer);
    CHECK(answer->status == 404);
    CHECK(answer->type == "text/plain");
    CHECK(answer->body == "nobody");
}
