// SPDX-License-Identifier: Apache-2.0
#include "platform/child/parent.h"

#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace amends::child {

bool hear(char* bytes, std::size_t count)
{
    while (count > 0) {
        const auto got = recv(STDIN_FILENO, bytes, count, 0);
        if (got == 0 || (got < 0 && errno != EINTR)) return false;
        if (got < 0) continue;
        bytes += got;
        count -= static_cast<std::size_t>(got);
    }
    return true;
}

bool tell(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = send(STDIN_FILENO, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR) return false;
        if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

} // namespace amends::child
