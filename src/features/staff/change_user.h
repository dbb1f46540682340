// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "staff/staff_store.h"

namespace amends::staff {

// Name, role, and whether he may come in at all. A change of rights ends his sessions: the next one begins with the new
// rights and a new key. The last admin stays one.
[[nodiscard]] Result<Member> change_user(const Ports& ports, UserId id, const ChangeUser& wish);

// What everybody may change about himself. Whether a zone exists is for the caller to know.
[[nodiscard]] Result<void> change_myself(const Ports& ports, UserId id, const ChangeMyself& wish);

} // namespace amends::staff
