// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "board/board.h"
#include "platform/http/message.h"
#include "platform/json/schema.h"

namespace amends::board {

[[nodiscard]] http::Response get_board(const PromiseBoard& board, UserId viewer, const http::Request& request);
[[nodiscard]] http::Response get_promises(const PromiseBoard& board, UserId viewer, const http::Request& request);

[[nodiscard]] json::Shapes shapes();

} // namespace amends::board
