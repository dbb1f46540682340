// SPDX-License-Identifier: Apache-2.0
// amends serve DATABASE PORT, for example: amends serve sqlite:desk.db 8080
// amends openapi
#include "app/routes.h"
#include "migrations.gen.h"
#include "platform/http/server.h"
#include "platform/json/schema.h"

#include <fmt/format.h>

#include <csignal>

namespace {

using namespace amends;

void serve(const std::string& database, std::uint16_t port)
{
    sigset_t stop;
    sigemptyset(&stop);
    sigaddset(&stop, SIGINT);
    sigaddset(&stop, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stop, nullptr); // Before any thread starts, so that only sigwait() sees them.

    constexpr unsigned workers = 4;
    const SystemClock clock;
    Ids ids(clock, 0);
    sql::Pool pool(database, workers);
    sql::migrate(*pool.take(), migrations);

    const auto router = routes(pool, ids, clock);
    const http::Server server(
        {.port = port, .workers = workers}, [&](http::Request request) { return router.answer(std::move(request)); },
        [](const auto& socket, std::string text) { socket->send(std::move(text)); });
    fmt::print("listening on http://127.0.0.1:{}\n", server.port());

    int received = 0;
    sigwait(&stop, &received);
}

void print_openapi()
{
    fmt::print(R"({{"openapi":"3.1.0","info":{{"title":"Amends","version":"0"}},"paths":{{}},)"
               R"("components":{{"schemas":{{"MakePromise":{},"Promise":{},"Refusal":{}}}}}}})",
               json::schema<promise::MakePromise>(), json::schema<promise::Promise>(), json::schema<Refusal>());
}

} // namespace

int main(int count, char** values)
try {
    const std::vector<std::string> arguments(values + 1, values + count);
    if (arguments.size() == 1 && arguments[0] == "openapi") print_openapi();
    else if (arguments.size() == 3 && arguments[0] == "serve")
        serve(arguments[1], static_cast<std::uint16_t>(std::stoi(arguments[2])));
    else throw Failure("usage: amends serve DATABASE PORT | amends openapi");
} catch (const std::exception& failure) {
    fmt::print(stderr, "amends: {}\n", failure.what());
    return 1;
}
