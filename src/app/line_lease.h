// SPDX-License-Identifier: Apache-2.0
// One node reads a mailbox, however many serve. The hold ends with the node; its fence, a number that grows with each
// change, goes with every write of the cursor, so that a node which slept through its own death cannot move it back.
#pragma once

#include "app/house.h"
#include "channel/channel_sql.h"

namespace amends {

// The fence, when the line is ours now or was before; nothing while a living node has it.
[[nodiscard]] std::optional<std::int64_t> hold_line(House& house, const channel::Line& line);
// In the transaction that moves the cursor.
[[nodiscard]] bool still_holds_line(sql::Session& session, const channel::Line& line, std::int64_t fence);

} // namespace amends
