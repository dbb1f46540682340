// SPDX-License-Identifier: Apache-2.0
// What started us and waits to hear how we are: systemd with Type=notify, or whatever else names a $NOTIFY_SOCKET.
#pragma once

#include <string_view>

namespace amends {

// "READY=1", "STOPPING=1". Without a supervisor, or when it does not listen, nothing happens: we serve all the same.
void tell_supervisor(std::string_view state);

} // namespace amends
