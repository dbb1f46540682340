// SPDX-License-Identifier: Apache-2.0
// Which system calls a child process may make from here on: those that memory, the one socket and an orderly end need.
// Another process cannot be signalled, read, written or made, whoever it belongs to; no memory becomes code.
#pragma once

namespace amends::child {

// False where the kernel has no filters. Does nothing in a build with sanitizers, which need many more.
[[nodiscard]] bool keep_few_system_calls();

} // namespace amends::child
