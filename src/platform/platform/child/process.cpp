// SPDX-License-Identifier: Apache-2.0
#include "platform/child/process.h"

#include "base/away.h"
#include "platform/child/pieces.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace amends::child {
namespace {

// The socket takes the place of the input, and first of all everything else is let go: whoever starts the desk again
// after we are killed finds no lock and no port still held by a child of ours. What it says beside the socket goes
// nowhere: it may be words of a mail.
void lay_out(posix_spawn_file_actions_t& actions, int socket)
{
    posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
}

// A stop signal is for us: what is being read then is read to its end.
void set_signals(posix_spawnattr_t& attributes)
{
    sigset_t blocked;
    sigemptyset(&blocked);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&blocked, signal);
    sigset_t usual;
    sigemptyset(&usual);
    for (const int signal : {SIGPIPE, SIGPROF}) sigaddset(&usual, signal);
    posix_spawnattr_setsigmask(&attributes, &blocked);
    posix_spawnattr_setsigdefault(&attributes, &usual);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
}

// Answers the error, 0 when there is none.
int spawn(pid_t& id, std::string word, int socket)
{
    std::string name = "amends";
    const std::array<char*, 3> words{name.data(), word.data(), nullptr};
    std::array<char*, 1> nothing{nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    lay_out(actions, socket);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    set_signals(attributes);
    // This very program, also when an upgrade has put another one in its place.
    const int error = posix_spawn(&id, "/proc/self/exe", &actions, &attributes, words.data(), nothing.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

int milliseconds_until(Moment until)
{
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - moment()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, INT_MAX));
}

} // namespace

Process::Process(const std::string& word)
{
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        throw Away(fmt::format("cannot make a socket pair: {}", std::strerror(errno)));
    socket_ = ends[0];
    const int error = spawn(id_, word, ends[1]);
    close(ends[1]);
    if (error == 0) return;
    close(socket_);
    throw Away(fmt::format("cannot start a child process: {}", std::strerror(error)));
}

Process::~Process()
{
    if (id_ > 0) static_cast<void>(end());
    close(socket_);
}

bool Process::ready(short events, Moment until) const
{
    pollfd asked{socket_, events, 0};
    for (;;) {
        const int found = poll(&asked, 1, milliseconds_until(until));
        if (found > 0) return true;
        if (found == 0 || errno != EINTR) return false;
    }
}

bool Process::send(std::span<const std::string_view> bytes, Moment until) const
{
    for (Pieces pieces(bytes); !pieces.sent();) {
        if (pieces.send(socket_, MSG_DONTWAIT) > 0 || errno == EINTR) continue;
        if ((errno != EAGAIN && errno != EWOULDBLOCK) || !ready(POLLOUT, until)) return false;
    }
    return true;
}

bool Process::receive(char* bytes, std::size_t count, Moment until) const
{
    while (count > 0) {
        const auto got = recv(socket_, bytes, count, MSG_DONTWAIT);
        if (got > 0) {
            bytes += got;
            count -= static_cast<std::size_t>(got);
        } else if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            if (!ready(POLLIN, until)) return false;
        } else if (got == 0 || errno != EINTR) return false;
    }
    return true;
}

bool Process::waits() const
{
    pollfd asked{socket_, POLLIN, 0};
    return poll(&asked, 1, 0) <= 0 || (asked.revents & POLLHUP) == 0;
}

End Process::end()
{
    const bool gone = !waits();
    // Who is dying already keeps the reason it has; who has only closed the socket does not keep us waiting.
    kill(id_, SIGKILL);
    int status = 0;
    while (waitpid(id_, &status, 0) < 0 && errno == EINTR) {}
    id_ = -1;
    if (!gone) return End::silent;
    const int signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (signal == SIGPROF) return End::slow;
    if (signal == SIGKILL) return End::killed;
    const int said = WIFEXITED(status) ? WEXITSTATUS(status) : 0;
    if (said == exit_poor) return End::poor;
    return said == exit_hungry ? End::hungry : End::died;
}

} // namespace amends::child
