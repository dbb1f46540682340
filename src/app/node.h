// SPDX-License-Identifier: Apache-2.0
// This process among those that serve one database: its number, which its ids carry and its claims name, and what it
// does for those that have died.
#pragma once

#include "app/node_locks.h"

#include <functional>
#include <map>

namespace amends {

// A server on SQLite is the only one; commands that write beside a server have numbers of their own.
enum class NodeKind : std::uint8_t { server, command };

class Node {
public:
    // Takes the lowest number that nobody holds. Throws when the desk is served already and may be served once only.
    Node(std::unique_ptr<NodeLocks> locks, sql::Session& session, NodeKind kind);

    [[nodiscard]] unsigned number() const { return number_; }
    // Whether a node had our number before and may have died with work in hand: bury it, then enrol.
    [[nodiscard]] bool inherits() const { return inherits_; }
    void enrol(sql::Session& session) const;

    enum class Beat : std::uint8_t {
        alive,
        unsure, // The database is away: nothing is lost yet.
        lost    // Others take us for dead, and another may have our number: the process must end.
    };
    // To be called four times a second. `bury` frees what a dead one had in hand; meanwhile nobody can have its number.
    using Bury = std::function<void(unsigned number)>;
    [[nodiscard]] Beat beat(sql::Session& session, const Bury& bury);

    // At the end of an orderly life.
    void leave(sql::Session& session) const;

private:
    [[nodiscard]] bool take(unsigned number);
    [[nodiscard]] bool registered(sql::Session& session) const;
    void look_for_dead(sql::Session& session, const Bury& bury);

    std::unique_ptr<NodeLocks> locks_;
    unsigned number_ = 0;
    bool inherits_ = false;
    std::map<unsigned, int> silent_{}; // For how many beats a registered node has held no lock.
};

// Frees the mailboxes and the jobs of a dead node, and strikes it off. Call after its sends have been asked about.
void strike_off(sql::Session& session, unsigned number);

} // namespace amends
