// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace amends {

// Reads `amends COMMAND …` with AMENDS_… behind the options, and runs it. Answers the exit status.
int run_command_line(int count, char** values);

} // namespace amends
