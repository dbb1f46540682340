// SPDX-License-Identifier: Apache-2.0
#include "platform/sql/group_writer.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace amends::sql {
namespace {

constexpr std::size_t most_in_one_commit = 100;

} // namespace

struct GroupWriter::Soon {
    Soon(Write write_, Said said_) : write(std::move(write_)), said(std::move(said_)) {}

    Write write;
    Said said;
    Job job{.write = write, .soon = this};
};

GroupWriter::GroupWriter(const std::string& url, std::size_t most_waiting) : session_(url), most_waiting_(most_waiting)
{
    batch_.reserve(most_in_one_commit);
    thread_ = std::thread([this] { work(); });
}

GroupWriter::~GroupWriter()
{
    {
        const std::scoped_lock lock(guard_);
        ending_ = true;
    }
    arrived_.notify_all();
    thread_.join();
}

void GroupWriter::submit(const Write& write)
{
    Job job{.write = write};
    put(job);
    std::unique_lock lock(guard_);
    written_.wait(lock, [&] { return job.done; });
    if (job.error) std::rethrow_exception(job.error);
}

void GroupWriter::submit_soon(Write write, Said said)
{
    auto soon = std::make_unique<Soon>(std::move(write), std::move(said));
    put(soon->job);
    static_cast<void>(soon.release()); // The writer's from here on: see tell().
}

void GroupWriter::put(Job& job)
{
    {
        const std::scoped_lock lock(guard_);
        if (waiting_.size() >= most_waiting_) throw Busy("too many writes are waiting");
        waiting_.push_back(&job);
    }
    arrived_.notify_one();
}

void GroupWriter::work()
{
    std::unique_lock lock(guard_);
    for (;;) {
        arrived_.wait(lock, [this] { return ending_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        // Nobody waits for more to come: while this batch is synced, the next one gathers by itself.
        const auto count = static_cast<std::ptrdiff_t>(std::min(waiting_.size(), most_in_one_commit));
        batch_.assign(waiting_.begin(), waiting_.begin() + count);
        waiting_.erase(waiting_.begin(), waiting_.begin() + count);
        lock.unlock();
        commit(batch_);
        tell(batch_);
        lock.lock();
    }
}

void GroupWriter::tell(Batch& batch)
{
    const auto waits = [](const Job* job) { return job->soon == nullptr; };
    const auto soon = std::ranges::partition(batch, waits);
    for (Job* const job : soon) {
        const std::unique_ptr<Soon> of(job->soon);
        of->said(job->error);
    }
    batch.erase(soon.begin(), soon.end());
    if (batch.empty()) return;
    {
        const std::scoped_lock lock(guard_);
        for (Job* const job : batch) job->done = true; // Its submit() returns, and it is gone.
    }
    written_.notify_all();
}

void GroupWriter::commit(const Batch& batch)
{
    try {
        if (!session_.alive()) session_.reconnect();
        Transaction transaction(session_);
        if (batch.size() == 1) write_alone(*batch.front());
        else write_in_turn(batch);
        transaction.commit();
    } catch (...) {
        fail(batch, std::current_exception());
    }
}

void GroupWriter::write_alone(Job& job) { job.write(session_); }

void GroupWriter::write_in_turn(const Batch& batch)
{
    for (Job* const job : batch) {
        session_.script("SAVEPOINT turn");
        try {
            job->write(session_);
            session_.settle(); // What fails of it fails here.
        } catch (...) {
            job->error = std::current_exception();
            undo_turn();
        }
        session_.script("RELEASE SAVEPOINT turn");
    }
}

void GroupWriter::undo_turn()
{
    try {
        session_.settle();
    } catch (...) { // Why it failed is known; this is undone with the rest.
    }
    session_.script("ROLLBACK TO SAVEPOINT turn");
}

// Who failed before the commit did keeps the reason of their own.
void GroupWriter::fail(const Batch& batch, const std::exception_ptr& error)
{
    for (Job* const job : batch)
        if (!job->error) job->error = error;
}

} // namespace amends::sql
