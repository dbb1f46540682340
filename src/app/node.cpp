// SPDX-License-Identifier: Apache-2.0
#include "app/node.h"

#include "app/own_process.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace amends {
namespace {

// So many beats without a lock: one whose connection was cut gets it back within them.
constexpr int most_silent = 40; // Ten seconds.
constexpr auto last_breath = std::chrono::milliseconds(100);

struct Registered {
    std::int64_t number{};
    std::string process{};
};
BOOST_DESCRIBE_STRUCT(Registered, (), (number, process))

std::vector<Registered> registered_nodes(sql::Session& session)
{
    return session.all<Registered>("SELECT number, process FROM nodes ORDER BY number");
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
    session.execute("INSERT INTO nodes (number, process) VALUES ($number, $process)",
                    {{"number", number_}, {"process", own_process()}});
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
    return session.value<std::int64_t>("SELECT count(*) FROM nodes WHERE number = $number", {{"number", number_}}) == 1;
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
    for (const auto& [registered, process] : registered_nodes(session)) {
        const auto number = static_cast<unsigned>(registered);
        if (locks_->held(number)) silent_.erase(number);
        else if (++silent_[number] > most_silent || has_ended(process)) {
            silent_.erase(number);
            if (!locks_->take(number)) continue; // Somebody else is at it, or it is back.
            bury(number);
            locks_->release(number);
        }
    }
}

void Node::leave(sql::Session& session) const { strike_off(session, number_); }

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
