// SPDX-License-Identifier: Apache-2.0
// One commit for many who wait for one. A synced commit costs milliseconds, whatever is in it; what comes in during one
// goes into the next together. For short writes that must be acknowledged at once and know nothing of each other, such
// as keeping a mail; use cases have transactions of their own.
#pragma once

#include "platform/sql/session.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace amends::sql {

class GroupWriter {
public:
    using Write = std::function<void(Session&)>;
    // Nothing: it is committed. Called on the writer's thread, which waits for it meanwhile; must neither throw nor
    // need memory.
    using Said = std::function<void(std::exception_ptr)>;

    // Its session is its own. More than `most_waiting` at once are refused as Busy: a full queue says "later".
    explicit GroupWriter(const std::string& url, std::size_t most_waiting = 1000);
    GroupWriter(const GroupWriter&) = delete;
    GroupWriter& operator=(const GroupWriter&) = delete;
    // Writes what is waiting, then ends.
    ~GroupWriter();

    // Returns after the commit. What `write` throws undoes its own work alone and is thrown here; when the commit fails
    // it is thrown to all who are in it, and nothing of theirs is kept. `write` runs on the writer's thread.
    void submit(const Write& write);
    // Returns at once, for who must not wait: `said` is called after the commit with what submit() would throw.
    void submit_soon(Write write, Said said);

private:
    struct Soon;
    struct Job {
        const Write& write;
        std::exception_ptr error{};
        bool done{};
        Soon* soon{}; // What it belongs to, when nobody waits for it.
    };
    using Batch = std::vector<Job*>;

    void put(Job& job);
    void work();
    void tell(Batch& batch);
    void commit(const Batch& batch);
    void write_alone(Job& job);
    void write_in_turn(const Batch& batch);
    void undo_turn();
    void fail(const Batch& batch, const std::exception_ptr& error);

    Session session_;
    std::size_t most_waiting_;
    std::mutex guard_;                // Of everything below, and of the jobs' done.
    std::condition_variable arrived_; // For the writer.
    std::condition_variable written_; // For those who wait.
    std::deque<Job*> waiting_{};
    Batch batch_{}; // Of the thread alone. Has its room before memory gets scarce: nobody may wait in vain.
    bool ending_ = false;
    std::thread thread_;
};

} // namespace amends::sql
