// SPDX-License-Identifier: Apache-2.0
#include "platform/child/parent.h"

#include "platform/child/pieces.h"

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

bool tell(std::span<const std::string_view> bytes)
{
    for (Pieces pieces(bytes); !pieces.sent();)
        if (pieces.send(STDIN_FILENO, 0) < 0 && errno != EINTR) return false;
    return true;
}

} // namespace amends::child
