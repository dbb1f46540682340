// SPDX-License-Identifier: Apache-2.0
// As many sessions as there are worker threads. A lease goes back by itself.
#pragma once

#include "platform/sql/session.h"

#include <condition_variable>
#include <memory>
#include <mutex>

namespace amends::sql {

class Pool {
public:
    Pool(const std::string& url, std::size_t size)
    {
        for (std::size_t count = 0; count < size; ++count) free_.push_back(std::make_unique<Session>(url));
    }

    struct GiveBack {
        Pool* pool;
        void operator()(Session* session) const { pool->give_back(session); }
    };
    using Lease = std::unique_ptr<Session, GiveBack>;

    // Waits for a free session; connects anew when its server has gone away.
    [[nodiscard]] Lease take()
    {
        std::unique_lock lock(guard_);
        returned_.wait(lock, [&] { return !free_.empty(); });
        Lease lease(free_.back().release(), GiveBack{this});
        free_.pop_back();
        lock.unlock();
        if (!lease->alive()) lease->reconnect();
        return lease;
    }

private:
    void give_back(Session* session)
    {
        const std::scoped_lock lock(guard_);
        free_.emplace_back(session);
        returned_.notify_one();
    }

    std::mutex guard_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Session>> free_;
};

} // namespace amends::sql
