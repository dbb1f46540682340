// SPDX-License-Identifier: Apache-2.0
#include "conversation/remote_picture_http.h"

#include "platform/net/public_address.h"
#include "testing/peer.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace std::chrono_literals;
using conversation::picture_token;
using conversation::proxied;
using conversation::RemotePictures;

namespace {

const Instant noon{1'790'000'000'000ms};
const crypto::Secret key(std::string(32, 'k'));
const std::string pixel{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0", 29};

bool anywhere(const sockaddr&) { return true; }

std::string answer_with(std::string_view type, std::string_view body)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: " + std::string(type) +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

// A server of the attacker, which remembers what was asked.
struct Far {
    explicit Far(std::string answer)
        : peer([this, answer = std::move(answer)](testing::Talk& talk) {
              heard = talk.until("");
              talk.raw(answer);
          })
    {
    }
    [[nodiscard]] std::string address(const std::string& host = "127.0.0.1") const
    {
        return "http://" + host + ":" + std::to_string(peer.port()) + "/a.png?id=7";
    }
    std::string heard{};
    testing::Peer peer;
};

http::Response get(const std::string& address, const net::Judge& judge = anywhere, Instant at = noon)
{
    RemotePictures pictures(key, judge);
    return pictures.get(picture_token(key, address, noon), at);
}

} // namespace

TEST_CASE("a picture from elsewhere is fetched by the desk, and nothing of the reader goes along")
{
    const Far far(answer_with("text/plain", pixel));

    const auto shown = get(far.address());

    CHECK(shown.status == 200);
    CHECK(shown.type == "image/png");
    CHECK(shown.body == pixel);
    CHECK(far.heard.starts_with("GET /a.png?id=7 HTTP/1.1\r\n"));
    for (const auto* const telling : {"ookie", "eferer", "orwarded", "uthorization", "mends"})
        CHECK(far.heard.find(telling) == std::string::npos);
}

TEST_CASE("T22: nothing that is not of the public Internet is asked, by whatever name")
{
    const Far far(answer_with("image/png", pixel));
    for (const auto* const host :
         {"127.0.0.1", "localhost", "127.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0", "0.0.0.0"}) {
        CAPTURE(host);
        CHECK(get(far.address(host), net::is_public).status == 404);
    }
    CHECK(far.heard.empty());
}

TEST_CASE("T22: the address is judged when it is connected to, not when it was signed")
{
    const Far far(answer_with("image/png", pixel));
    int asked = 0;
    const auto rebound = [&asked](const sockaddr&) { return ++asked > 1; }; // The first answer of the name was fine.
    const auto token = picture_token(key, far.address(), noon);
    RemotePictures pictures(key, [&](const sockaddr& address) { return !rebound(address); });

    CHECK(pictures.get(token, noon).status == 200);
    CHECK(pictures.get(token, noon).status == 404);
}

TEST_CASE("T22: a redirect is not followed")
{
    const Far inside(answer_with("image/png", pixel));
    const Far far("HTTP/1.1 302 Found\r\nLocation: " + inside.address() + "\r\nContent-Length: 0\r\n\r\n");

    CHECK(get(far.address()).status == 404);
    CHECK(inside.heard.empty());
}

TEST_CASE("what is no picture, too large or a bomb is not shown, and the answer is always the same")
{
    auto bomb = pixel;
    bomb.replace(16, 8, "\0\0\xea\x60\0\0\xea\x60", 8); // 60,000 by 60,000.
    for (const auto& answer :
         {answer_with("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
          answer_with("image/png", "<html>"), answer_with("image/png", bomb),
          std::string("HTTP/1.1 200 OK\r\nContent-Length: 10485761\r\n\r\n"), std::string("HTTP/1.1 500 No\r\n\r\n"),
          std::string("SSH-2.0-OpenSSH\r\n"), std::string()}) {
        CAPTURE(answer.substr(0, 80));
        const Far far(answer);
        const auto shown = get(far.address());
        CHECK(shown.status == 404);
        CHECK(shown.refusal->code == "picture.not_there");
    }
}

TEST_CASE("only what the desk has signed is fetched, for a day")
{
    const Far far(answer_with("image/png", pixel));
    const auto token = picture_token(key, far.address(), noon);
    RemotePictures pictures(key, anywhere);
    const crypto::Secret other(std::string(32, 'o'));

    CHECK(pictures.get(token + "A", noon).status == 404);
    CHECK(pictures.get("A" + token, noon).status == 404);
    CHECK(pictures.get(token.substr(0, token.find('.')), noon).status == 404);
    CHECK(pictures.get("", noon).status == 404);
    CHECK(pictures.get(picture_token(other, far.address(), noon), noon).status == 404);
    CHECK(pictures.get(token, noon + 25h).status == 404);
    CHECK(far.heard.empty());
    CHECK(pictures.get(token, noon + 23h).status == 200);
}

TEST_CASE("T22: an address of another port, scheme or with a password gets no proxy at all")
{
    for (const auto* const address :
         {"https://a.example:22/", "http://a.example:8080/x.png", "ftp://a.example/x.png", "file:///etc/passwd",
          "https://user:pw@a.example/x.png", "https:///x.png", "https://[2001:db8::1]:25/", "//a.example/x.png", ""})
        CHECK_MESSAGE(proxied(key, address, noon).empty(), address);
    CHECK(proxied(key, "https://a.example/" + std::string(2000, 'x'), noon).empty());
    for (const auto* const address :
         {"https://a.example/x.png", "http://a.example:80/", "https://a.example:443/?a:1", "https://[2001:db8::1]/x"})
        CHECK_MESSAGE(proxied(key, address, noon).starts_with("/image-proxy/"), address);
}
