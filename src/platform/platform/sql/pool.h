// SPDX-License-Identifier: Apache-2.0
// At most as many sessions as there are worker threads, opened when they are first needed: a desk on PostgreSQL starts
// with one connection. A lease goes back by itself.
#pragma once

#include "platform/sql/session.h"

#include <condition_variable>
#include <memory>
#include <mutex>

namespace amends::sql {

class Pool {
public:
    // Opens the first one, so that a database that is not there or not fit is told at once.
    Pool(std::string url, std::size_t size) : url_(std::move(url)), room_(size - 1)
    {
        free_.push_back(std::make_unique<Session>(url_));
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
        returned_.wait(lock, [&] { return !free_.empty() || room_ > 0; });
        if (free_.empty()) {
            --room_;
            lock.unlock();
            return opened();
        }
        Lease lease(free_.back().release(), GiveBack{this});
        free_.pop_back();
        lock.unlock();
        if (!lease->alive()) lease->reconnect();
        return lease;
    }

private:
    // A connection that cannot be opened leaves its room to the next who tries.
    Lease opened()
    {
        struct Room {
            Pool* pool;
            bool taken = false;
            ~Room()
            {
                if (taken) return;
                const std::scoped_lock lock(pool->guard_);
                ++pool->room_;
                pool->returned_.notify_one();
            }
        };
        Room room{this};
        auto session = std::make_unique<Session>(url_);
        room.taken = true;
        return Lease(session.release(), GiveBack{this});
    }

    void give_back(Session* session)
    {
        const std::scoped_lock lock(guard_);
        free_.emplace_back(session);
        returned_.notify_one();
    }

    std::string url_;
    std::mutex guard_;
    std::condition_variable returned_;
    std::size_t room_; // For sessions that have not been opened yet.
    std::vector<std::unique_ptr<Session>> free_;
};

} // namespace amends::sql
