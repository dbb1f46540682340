// SPDX-License-Identifier: Apache-2.0
// The server as somebody meets it who wants to break it: raw bytes on a socket.
#include "platform/http/server.h"

#include "testing/client.h"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace amends;
using namespace amends::http;
using namespace std::chrono_literals;

namespace {

bool has(const std::string& reply, std::string_view part) { return reply.find(part) != std::string::npos; }

Response echo(const Request& request)
{
    Response response{200, request.method + " " + request.path + " " + request.body, "text/plain"};
    if (request.path == "/peer") response.body = request.peer + "|" + request.header("x-forwarded-for");
    if (request.path == "/large") response.body.assign(3'000'000, 'x');
    if (request.path == "/fixed") response.fixed = "of the program";
    if (request.path == "/file") response.file = "build/server_test_file";
    if (request.path == "/nofile") response.file = "build/no_such_file";
    if (request.path == "/gone") response = refused({Refusal::not_found, "request.no_such_address"});
    return response;
}

struct Running {
    explicit Running(Options options = {})
        : server(options, echo, [](const auto& socket, const auto& text) { socket->send("echo " + text); })
    {
    }

    [[nodiscard]] std::string raw(const std::string& text) const
    {
        testing::Client client(server.port());
        client.write(text);
        return client.read_all();
    }

    Server server;
};

} // namespace

TEST_CASE("every answer carries the headers that guard it")
{
    Running desk({.public_address = "https://desk.example"});
    testing::Client client(desk.server.port());

    const auto reply = client.request("GET /");
    CHECK(has(reply, "default-src 'none'; script-src 'self'"));
    CHECK(has(reply, "frame-ancestors 'none'"));
    CHECK(has(reply, "X-Content-Type-Options: nosniff"));
    CHECK(has(reply, "Referrer-Policy: same-origin"));
    CHECK(has(reply, "Cross-Origin-Opener-Policy: same-origin"));
    CHECK(has(reply, "Cache-Control: no-store"));
    CHECK(has(reply, "Strict-Transport-Security: max-age=31536000"));
    CHECK(has(client.request("GET /files/x"), "frame-ancestors 'none'; sandbox\r\n"));
    const auto frame = client.request("GET /mail-frame.html");
    CHECK(has(frame, "img-src https://desk.example/files/ https://desk.example/image-proxy/ data:"));
    CHECK(has(frame, "sandbox allow-same-origin allow-popups"));
    CHECK_FALSE(has(frame, "allow-scripts"));
}

TEST_CASE("a host that is more than a host stays out of the policy")
{
    Running desk;
    const auto reply = desk.raw("GET /mail-frame.html HTTP/1.1\r\nHost: a; script-src *\r\nConnection: close\r\n\r\n");
    CHECK(has(reply, "img-src data:"));
    CHECK_FALSE(has(reply, "script-src *"));
}

TEST_CASE("what two readers could read in two ways is refused")
{
    Running desk;
    const std::string head = "POST / HTTP/1.1\r\nHost: desk\r\n";
    for (const std::string& odd : {
             head + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
             head + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
             head + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
             head + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
             head + "Content-Length: +3\r\n\r\nabc",
             head + "Content-Length: -3\r\n\r\nabc",
             head + "Transfer-Encoding: gzip\r\n\r\n",
             head + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
             head + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
             head + "Host: other\r\n\r\n",
             head + "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n",
             head + "Content-Length : 3\r\n\r\nabc",
             head + "X-A: b\nX-C: d\r\n\r\n",
             std::string("POST / HTTP/1.1\r\n\r\n"),
             std::string("GET http://desk/ HTTP/1.1\r\nHost: desk\r\n\r\n"),
             std::string("GET * HTTP/1.1\r\nHost: desk\r\n\r\n"),
             std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11) + std::string(100, 'x') + "\r\n\r\n",
         }) {
        CAPTURE(odd);
        const auto reply = desk.raw(odd);
        CHECK(reply.starts_with("HTTP/1.1 400"));
        CHECK(has(reply, "Connection: close"));
    }
    CHECK(desk.raw("GET / HTTP/1.0\r\nHost: desk\r\n\r\n").starts_with("HTTP/1.1 505"));
}

TEST_CASE("headers have limits, and whoever passes them is told")
{
    Running desk;
    std::string many = "GET / HTTP/1.1\r\nHost: desk\r\n";
    for (int count = 0; count < 101; ++count) many += "X-" + std::to_string(count) + ": y\r\n";
    CHECK(desk.raw(many + "\r\n").starts_with("HTTP/1.1 431"));
    const auto long_one = "GET / HTTP/1.1\r\nHost: desk\r\nX-Long: " + std::string(2'000'000, 'x') + "\r\n\r\n";
    CHECK(desk.raw(long_one).starts_with("HTTP/1.1 431"));
    CHECK(desk.raw("GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 431"));
}

TEST_CASE("a body over its limit is refused while it is still coming, and the refusal arrives")
{
    Running desk({.body_limit = 1000, .upload_limit = 100'000});
    const auto post = [](const std::string& path, std::size_t size) {
        return "POST " + path +
               " HTTP/1.1\r\nHost: desk\r\nConnection: close\r\nContent-Length: " + std::to_string(size) + "\r\n\r\n" +
               std::string(size, 'x');
    };
    CHECK(desk.raw(post("/a", 1000)).starts_with("HTTP/1.1 200"));
    CHECK(desk.raw(post("/a", 1001)).starts_with("HTTP/1.1 413"));
    CHECK(desk.raw(post("/a", 5'000'000)).starts_with("HTTP/1.1 413"));
    CHECK(desk.raw(post("/api/v1/uploads", 100'000)).starts_with("HTTP/1.1 200"));
    CHECK(desk.raw(post("/api/v1/uploads", 100'001)).starts_with("HTTP/1.1 413"));
    const auto chunked = "POST /a HTTP/1.1\r\nHost: desk\r\nTransfer-Encoding: chunked\r\n\r\n800\r\n" +
                         std::string(0x800, 'x') + "\r\n0\r\n\r\n";
    CHECK(desk.raw(chunked).starts_with("HTTP/1.1 413"));
    CHECK(desk.raw("POST /a HTTP/1.1\r\nHost: desk\r\nContent-Length: 99999999999999999999\r\n\r\n")
              .starts_with("HTTP/1.1 4"));
}

TEST_CASE("many bodies together may not take the machine's memory")
{
    Running desk({.open_bodies_limit = 1000});
    CHECK(desk.raw("POST / HTTP/1.1\r\nHost: desk\r\nContent-Length: 5000\r\n\r\n" + std::string(5000, 'x'))
              .starts_with("HTTP/1.1 503"));
    testing::Client next(desk.server.port());
    CHECK(next.request("POST /a", "small").starts_with("HTTP/1.1 200"));
}

TEST_CASE("whoever asks before he sends is told to go on, or not to begin")
{
    Running desk({.body_limit = 1000});
    testing::Client client(desk.server.port());
    client.write("POST /a HTTP/1.1\r\nHost: desk\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
    CHECK(client.read_until("\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n");
    client.write("abc");
    CHECK(client.read_until("POST /a abc").starts_with("HTTP/1.1 200"));

    testing::Client other(desk.server.port());
    other.write("POST /a HTTP/1.1\r\nHost: desk\r\nExpect: 100-continue\r\nContent-Length: 3000\r\n\r\n");
    CHECK(other.read_until("\r\n\r\n").starts_with("HTTP/1.1 413"));
}

TEST_CASE("who says nothing, or says it one letter at a time, is cut off")
{
    Running desk({.patience = 200ms});
    testing::Client silent(desk.server.port());
    silent.write("GET / HTTP/1.1\r\n");
    std::this_thread::sleep_for(100ms);
    silent.write("X");
    std::this_thread::sleep_for(200ms);
    CHECK(silent.read_all().empty());
}

TEST_CASE("requests in one piece are answered one after the other")
{
    Running desk;
    const auto reply =
        desk.raw("GET /1 HTTP/1.1\r\nHost: d\r\n\r\nPOST /2 HTTP/1.1\r\nHost: d\r\nContent-Length: 2\r\n\r\n"
                 "hiGET /3 HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n");
    CHECK(has(reply, "GET /1 "));
    CHECK(has(reply, "POST /2 hi"));
    CHECK(has(reply, "GET /3 "));
}

TEST_CASE("large answers, files and bytes of the program arrive whole")
{
    std::ofstream("build/server_test_file", std::ios::binary) << std::string(200'000, 'f');
    Running desk;
    testing::Client client(desk.server.port());

    CHECK(client.request("GET /large").ends_with("\r\n\r\n" + std::string(3'000'000, 'x')));
    CHECK(client.request("GET /file").ends_with("\r\n\r\n" + std::string(200'000, 'f')));
    CHECK(client.request("GET /fixed").ends_with("\r\n\r\nof the program"));
    CHECK(client.request("GET /nofile").starts_with("HTTP/1.1 404"));
    std::filesystem::remove("build/server_test_file");
}

TEST_CASE("HEAD tells the length and sends nothing")
{
    Running desk;
    const auto reply = desk.raw("HEAD /large HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n");
    CHECK(has(reply, "Content-Length: 3000000\r\n"));
    CHECK(reply.ends_with("\r\n\r\n"));
}

TEST_CASE("a caller cannot lend himself another address")
{
    Running desk;
    testing::Client client(desk.server.port());
    CHECK(client.request("GET /peer", "", "X-Forwarded-For: 6.6.6.6\r\n").ends_with("127.0.0.1|"));
    Running behind({.proxies = {"127.0.0.1"}});
    testing::Client through(behind.server.port());
    CHECK(through.request("GET /peer", "", "X-Forwarded-For: 6.6.6.6, 198.51.100.7\r\n").ends_with("198.51.100.7|"));
}

TEST_CASE("a WebSocket is opened for whom the application knows, and ended when it says so")
{
    std::atomic<int> closed = 0;
    std::shared_ptr<Socket> line;
    Application application{.answer = echo,
                            .admit = [](const Request& request) -> Visit {
                                if (request.cookie("session") != "good")
                                    return std::unexpected(refused({Refusal::unauthenticated, "session.missing"}));
                                return std::make_shared<std::string>("Aino");
                            },
                            .opened =
                                [&](const auto& socket) {
                                    line = socket;
                                    socket->send("hello " + *std::static_pointer_cast<std::string>(socket->visitor()));
                                },
                            .heard = [](const auto& socket, const auto& text) { socket->send(text); },
                            .closed = [&](const auto&) { ++closed; }};
    const Server server({}, application);

    testing::Client stranger(server.port());
    const auto refusal = stranger.upgrade("Cookie: session=bad\r\n");
    CHECK(refusal.starts_with("HTTP/1.1 401"));
    CHECK(has(refusal, "session.missing"));

    testing::Client client(server.port());
    const auto accepted = client.upgrade("Cookie: session=good\r\nSec-WebSocket-Protocol: amends.live.1\r\n");
    CHECK(accepted.starts_with("HTTP/1.1 101"));
    CHECK(has(accepted, "Sec-WebSocket-Protocol: amends.live.1"));
    CHECK(client.hear() == "hello Aino");
    line->close(4003);
    CHECK(client.hear() == "\x0f\xa3");
    client.say("still here?"); // Says this instead of goodbye, and is cut off.
    client.read_all();
    for (int tries = 0; tries < 100 && closed == 0; ++tries) std::this_thread::sleep_for(20ms);
    CHECK(closed == 1);
    line.reset();
}

TEST_CASE("a reader who cannot keep up is cut off and the others do not wait")
{
    std::atomic<int> closed = 0;
    std::shared_ptr<Socket> line;
    const Server server({}, Application{.answer = echo,
                                        .opened = [&](const auto& socket) { line = socket; },
                                        .closed = [&](const auto&) { ++closed; }});
    testing::Client lazy(server.port());
    CHECK(lazy.upgrade().starts_with("HTTP/1.1 101"));
    while (!line) std::this_thread::yield();

    for (int count = 0; count < 2000; ++count) line->send(std::string(60'000, 'x'));

    testing::Client other(server.port());
    CHECK(other.request("GET /a").starts_with("HTTP/1.1 200"));
    for (int tries = 0; tries < 150 && closed == 0; ++tries) std::this_thread::sleep_for(20ms);
    CHECK(closed == 1);
    line.reset();
}

TEST_CASE("a server stops although somebody does not read what he asked for")
{
    auto server = std::make_unique<Server>(Options{}, echo, [](const auto&, const std::string&) {});
    testing::Client lazy(server->port());
    for (int count = 0; count < 3; ++count) lazy.write("GET /large HTTP/1.1\r\nHost: d\r\n\r\n");
    std::this_thread::sleep_for(100ms);
    const auto begun = moment();
    server.reset();
    CHECK(moment() - begun < 5s);
}

TEST_CASE("a socket may be held longer than its server lives")
{
    std::shared_ptr<Socket> line;
    std::atomic<bool> open = false;
    auto server = std::make_unique<Server>(Options{}, Application{.answer = echo, .opened = [&](const auto& socket) {
                                                                      line = socket;
                                                                      open = true;
                                                                  }});
    testing::Client client(server->port());
    CHECK(client.upgrade().starts_with("HTTP/1.1 101"));
    while (!open) std::this_thread::yield();
    line->send(std::string(60'000, 'x'));
    std::jthread talker([line](const std::stop_token& stop) {
        while (!stop.stop_requested()) line->send("still there?");
    });

    server.reset();

    line->send("hello?");
    line->close(4003);
    talker.request_stop();
    talker.join();
    line.reset();
}
