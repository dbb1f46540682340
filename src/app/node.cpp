// SPDX-License-Identifier: Apache-2.0
#include "app/node.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace amends {
namespace {

// So many beats without a lock: one whose connection was cut gets it back within them.
constexpr int most_silent = 10;
constexpr auto last_breath = std::chrono::milliseconds(100);

std::vector<unsigned> registered_nodes(sql::Session& session)
{
    std::vector<unsigned> numbers;
    for (auto& row : session.query("SELECT number FROM nodes ORDER BY number"))
        numbers.push_back(static_cast<unsigned>(sql::from_value<std::int64_t>(std::move(row.at(0)))));
    return numbers;
}

} // namespace

Node::Node(std::unique_ptr<NodeLocks> locks, sql::Session& session, NodeKind kind) : locks_(std::move(locks))
{
    const bool only_one = kind == NodeKind::server && session.dialect() == sql::Dialect::sqlite;
    number_ = kind == NodeKind::server ? 0 : 1;
    if (only_one && !take(number_)) throw Failure("another amends serves this desk");
    if (!only_one)
        while (!take(number_))
            if (++number_ == most_nodes) throw Failure("64 processes work on this desk already");
    inherits_ = registered(session);
    if (!inherits_) enrol(session);
}

void Node::enrol(sql::Session& session) const
{
    session.execute("INSERT INTO nodes (number) VALUES ($number)", {{"number", number_}});
}

// The connection of a process that has just been killed may live a moment longer than itself.
bool Node::take(unsigned number)
{
    if (locks_->take(number)) return true;
    if (number > 1) return false;
    std::this_thread::sleep_for(last_breath);
    return locks_->take(number);
}

bool Node::registered(sql::Session& session) const
{
    return std::ranges::count(registered_nodes(session), number_) > 0;
}

Node::Beat Node::beat(sql::Session& session, const Bury& bury)
{
    try {
        if (!locks_->held(number_)) throw Failure("the lock of this node is gone");
        if (!registered(session)) return Beat::lost;
        look_for_dead(session, bury);
        return Beat::alive;
    } catch (const std::exception&) {
        silent_.clear();
        try {
            locks_->begin_again();
            return locks_->take(number_) && registered(session) ? Beat::alive : Beat::lost;
        } catch (const std::exception&) {
            return Beat::unsure;
        }
    }
}

void Node::look_for_dead(sql::Session& session, const Bury& bury)
{
    for (const unsigned number : registered_nodes(session)) {
        if (locks_->held(number)) silent_.erase(number);
        else if (++silent_[number] > most_silent) {
            silent_.erase(number);
            if (!locks_->take(number)) continue; // Somebody else is at it, or it is back.
            bury(number);
            locks_->release(number);
        }
    }
}

void Node::leave(sql::Session& session) const
{
    session.execute("DELETE FROM nodes WHERE number = $number", {{"number", number_}});
}

void strike_off(sql::Session& session, unsigned number)
{
    sql::Transaction transaction(session);
    session.execute("UPDATE jobs SET claimed_until = NULL, claimed_by = NULL WHERE claimed_by = $node",
                    {{"node", number}});
    session.execute("UPDATE line_leases SET node = -1 WHERE node = $node", {{"node", number}});
    session.execute("DELETE FROM nodes WHERE number = $node", {{"node", number}});
    transaction.commit();
}

} // namespace amends
