// SPDX-License-Identifier: Apache-2.0
// A result is promised only where whoever keeps it has the time for it: all that is due until then against the minutes
// of their shifts (R045). Above that a lead may promise all the same, with a reason.
#pragma once

#include "promise/basis.h"
#include "promise/promise_store.h"

namespace amends::promise {

// Port: whether the holder of a case has room for it by then. Where no shifts are known nobody can say that they have
// not.
struct Capacity {
    virtual ~Capacity() = default;
    [[nodiscard]] virtual bool room(const cases::Case& of, Instant due_at) const = 0;
};

[[nodiscard]] Result<void> within_capacity(const cases::Ports& desk, const Capacity& capacity, const cases::Case& of,
                                           const Intended& intended);

} // namespace amends::promise
