// SPDX-License-Identifier: Apache-2.0
// Several pieces of bytes that leave by one call: whoever waits for them is woken once, not for each.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include <sys/socket.h>
#include <sys/uio.h>

namespace amends::child {

class Pieces {
public:
    explicit Pieces(std::span<const std::string_view> pieces)
    {
        for (const auto piece : pieces)
            if (!piece.empty()) left_.push_back({const_cast<char*>(piece.data()), piece.size()});
    }

    [[nodiscard]] bool sent() const { return at_ == left_.size(); }

    // Answers what sendmsg() does; errno is its own.
    ssize_t send(int socket, int flags)
    {
        constexpr std::size_t most_at_once = 1'000; // The kernel takes 1,024.
        msghdr message{};
        message.msg_iov = &left_[at_];
        message.msg_iovlen = std::min(left_.size() - at_, most_at_once);
        const auto count = sendmsg(socket, &message, flags | MSG_NOSIGNAL);
        if (count > 0) pass(static_cast<std::size_t>(count));
        return count;
    }

private:
    void pass(std::size_t count)
    {
        for (; at_ < left_.size() && count >= left_[at_].iov_len; ++at_) count -= left_[at_].iov_len;
        if (at_ == left_.size()) return;
        left_[at_].iov_base = static_cast<char*>(left_[at_].iov_base) + count;
        left_[at_].iov_len -= count;
    }

    std::vector<iovec> left_{};
    std::size_t at_ = 0;
};

} // namespace amends::child
