// SPDX-License-Identifier: Apache-2.0
#include "app/serve.h"

#include "app/where_served.h"
#include "testing/house.h"
#include "testing/variable.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <thread>

using namespace amends;
using namespace amends::testing;

namespace {

// Who started the desk and waits to hear of it: a datagram socket, "@…" for an abstract address.
class Supervisor {
public:
    explicit Supervisor(const std::string& name) : socket_(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        REQUIRE(name.size() < sizeof address.sun_path);
        std::memcpy(address.sun_path, name.data(), name.size());
        if (name.front() == '@') address.sun_path[0] = '\0';
        const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + name.size());
        REQUIRE(bind(socket_, reinterpret_cast<const sockaddr*>(&address), length) == 0);
        const timeval patience{60, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    Supervisor(const Supervisor&) = delete;
    Supervisor& operator=(const Supervisor&) = delete;
    ~Supervisor() { close(socket_); }

    [[nodiscard]] std::string hears() const
    {
        std::array<char, 64> text{};
        const auto size = recv(socket_, text.data(), text.size(), 0);
        return {text.data(), size < 0 ? 0 : static_cast<std::size_t>(size)};
    }

private:
    int socket_;
};

} // namespace

TEST_CASE("who started the desk hears when it serves and when it stops")
{
    const Folder folder;
    const auto path = (folder.path() / "notify").string();
    for (const auto& name : {path, "@amends" + path}) {
        INFO(name);
        const Supervisor supervisor(name);
        const Variable told("NOTIFY_SOCKET", name);
        int status = -1;
        std::thread desk([&] { status = serve({.data = folder.path() / "desk", .http_port = 0, .workers = 1}); });

        CHECK(supervisor.hears() == "READY=1");
        pthread_kill(desk.native_handle(), SIGTERM);
        CHECK(supervisor.hears() == "STOPPING=1");

        desk.join();
        CHECK(status == 0);
    }
}

TEST_CASE("a desk that serves writes down where, for the commands beside it")
{
    const Folder folder;
    const Variable told("NOTIFY_SOCKET", (folder.path() / "notify").string());
    const Supervisor supervisor((folder.path() / "notify").string());
    std::thread desk([&] {
        serve({.data = folder.path(), .http_port = 0, .public_address = "https://desk.example.org", .workers = 1});
    });

    CHECK(supervisor.hears() == "READY=1");
    pthread_kill(desk.native_handle(), SIGTERM);
    desk.join();

    sql::Session session("sqlite:" + (folder.path() / "desk.db").string());
    CHECK(where_served(session) == "https://desk.example.org");
}
