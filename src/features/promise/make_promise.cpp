// SPDX-License-Identifier: Apache-2.0
#include "promise/make_promise.h"

#include <utility>

namespace amends::promise {

Result<Promise> make_promise(const Ports& ports, MakePromise wish)
{
    const Instant now = ports.clock.now();
    AMENDS_TRY(auto promise, make(std::move(wish), now));
    promise.id = ports.ids.next<PromiseId>();
    ports.promises.add(promise);
    ports.events.append("promise.made", static_cast<std::int64_t>(promise.id), now);
    return promise;
}

} // namespace amends::promise
