// SPDX-License-Identifier: Apache-2.0
// What a journey (tests/journeys) asks beside the desk's own addresses. In builds with tests only.
//
//   POST /testing/clock {"now": ms}    the clock stands there from now on
//   GET  /testing/rest                 waits until nothing is left that is due; {"next": ms or null, "failed": n}
#pragma once

#ifdef AMENDS_TESTING

#include "app/house.h"
#include "platform/http/message.h"

namespace amends {

[[nodiscard]] http::Response answer_journey(House& house, const http::Request& request);

} // namespace amends

#endif
