// SPDX-License-Identifier: Apache-2.0
// What a desk stands on is away: a disk that is full or broken, a database that does not answer, no memory, no file to
// open. Nothing was changed, and the same request succeeds by itself once it is back, so a person is told to wait and
// not to report an incident.
#pragma once

#include "base/result.h"

namespace amends {

class Away : public Failure {
public:
    using Failure::Failure;
};

} // namespace amends
