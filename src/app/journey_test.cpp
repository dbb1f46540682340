// SPDX-License-Identifier: Apache-2.0
// The whole way of a request: socket, router, use case, database and back.
#include "app/routes.h"
#include "platform/http/server.h"
#include "testing/client.h"
#include "testing/database.h"

#include <atomic>
#include <thread>

using namespace amends;
using namespace std::chrono_literals;

namespace {

struct RunningDesk {
    FixedClock clock{Instant{1'790'000'000'000ms}};
    Ids ids{clock, 0};
    sql::Pool pool{"sqlite::memory:", 1};
    http::Router router = routes(pool, ids, clock);
    http::Server server{{.body_limit = 1000},
                        [this](http::Request request) { return router.answer(std::move(request)); },
                        [](const auto& socket, const std::string& text) { socket->send("echo " + text); }};
    testing::Client client{server.port()};

    RunningDesk() { sql::migrate(*pool.take(), migrations); }
};

bool has(const std::string& reply, std::string_view part) { return reply.find(part) != std::string::npos; }

} // namespace

TEST_CASE("a promise made over HTTP and fulfilled late stays broken")
{
    RunningDesk desk;

    const auto made =
        desk.client.request("POST /api/promises", R"({"case_id":7,"text":"call","due_at":1790000060000})");
    CHECK(made.starts_with("HTTP/1.1 201"));
    CHECK(has(made, R"("state":"open")"));
    const auto id = made.substr(made.find(R"("id":)") + 5, made.find(",\"case_id") - made.find(R"("id":)") - 5);

    desk.clock.advance(1h);
    CHECK(has(desk.client.request("POST /api/promises/" + id + "/fulfilment"), R"("state":"broken")"));
    CHECK(has(desk.client.request("GET /api/promises/" + id), R"("fulfilled_late_at":1790003600000})"));
    const auto again = desk.client.request("POST /api/promises/" + id + "/fulfilment");
    CHECK(again.starts_with("HTTP/1.1 409"));
    CHECK(has(again, R"({"kind":"conflict","code":"promise.already_ended","field":""})"));
}

TEST_CASE("a refusal names the field, and an address nobody knows is not found")
{
    RunningDesk desk;

    const auto late = desk.client.request("POST /api/promises", R"({"case_id":7,"text":"call","due_at":1})");
    CHECK(late.starts_with("HTTP/1.1 422"));
    CHECK(has(late, R"({"kind":"invalid","code":"promise.due_in_past","field":"due_at"})"));
    CHECK(desk.client.request("GET /api/promises/9").starts_with("HTTP/1.1 404"));
    CHECK(desk.client.request("GET /api/promises/x9").starts_with("HTTP/1.1 404"));
    CHECK(desk.client.request("GET /api/nothing").starts_with("HTTP/1.1 404"));
    CHECK(desk.client.request("DELETE /api/promises").starts_with("HTTP/1.1 405"));
}

TEST_CASE("a failure shows an incident number and no more")
{
    RunningDesk desk;
    desk.pool.take()->script("DROP TABLE promises");

    const auto reply = desk.client.request("GET /api/promises/9");

    CHECK(reply.starts_with("HTTP/1.1 500"));
    CHECK(has(reply, R"("code":"request.failed","incident":")"));
    CHECK_FALSE(has(reply, "no such table"));
}

TEST_CASE("a body over the limit is refused")
{
    RunningDesk desk;

    CHECK(desk.client.request("POST /api/promises", std::string(1001, 'x')).starts_with("HTTP/1.1 413"));
}

TEST_CASE("a WebSocket answers, in order, and not to the page of another site")
{
    RunningDesk desk;
    testing::Client stranger(desk.server.port());

    CHECK(stranger.upgrade("Origin: https://elsewhere\r\n").starts_with("HTTP/1.1 403"));
    CHECK(desk.client.upgrade("Origin: https://desk\r\n").starts_with("HTTP/1.1 101"));
    for (const auto* const text : {"one", "two", "τρία"}) desk.client.say(text);
    for (const auto* const text : {"echo one", "echo two", "echo τρία"}) CHECK(desk.client.hear() == text);
}

TEST_CASE("a stopping server answers the requests it has")
{
    std::atomic<bool> started = false;
    std::atomic<bool> finished = false;
    auto server = std::make_unique<http::Server>(
        http::Options{},
        [&](const http::Request&) {
            started = true;
            std::this_thread::sleep_for(100ms);
            finished = true;
            return http::Response{};
        },
        [](const auto&, const std::string&) {});
    const std::jthread asker(
        [port = server->port()] { CHECK(testing::Client(port).request("GET /").starts_with("HTTP/1.1 200")); });
    while (!started) std::this_thread::yield();
    server.reset();
    CHECK(finished);
}
