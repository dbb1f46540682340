// SPDX-License-Identifier: Apache-2.0
// Which processes of a desk are alive, told by locks that end with the process that holds them, whatever ends it:
// advisory locks on PostgreSQL, bytes of a file beside SQLite. No clock has a say in it.
#pragma once

#include "platform/sql/session.h"

#include <filesystem>
#include <memory>
#include <string>

namespace amends {

inline constexpr unsigned most_nodes = 64; // As many as ids have room for.

class NodeLocks {
public:
    virtual ~NodeLocks() = default;
    // Held until this object ends. False when somebody else holds it.
    [[nodiscard]] virtual bool take(unsigned number) = 0;
    // By anybody, ourselves included. Throws when the lock of our own may be gone with the connection.
    [[nodiscard]] virtual bool held(unsigned number) = 0;
    virtual void release(unsigned number) = 0;
    // After held() has thrown: forgets what was taken, and connects again.
    virtual void begin_again() = 0;
};

[[nodiscard]] std::unique_ptr<NodeLocks> node_locks(const std::string& database, const std::filesystem::path& data);

} // namespace amends
