// SPDX-License-Identifier: Apache-2.0
#include "app/desk_clock.h"

#ifdef AMENDS_TESTING
#include <atomic>
#include <cstdlib>
#endif

namespace amends {

#ifdef AMENDS_TESTING
namespace {

class JourneyClock final : public Clock {
public:
    JourneyClock()
    {
        const char* const start = std::getenv("AMENDS_CLOCK"); // NOLINT(concurrency-mt-unsafe): nobody changes it.
        if (start != nullptr) set(Instant{std::chrono::milliseconds(std::atoll(start))});
    }
    [[nodiscard]] Instant now() const override
    {
        const auto at = at_.load();
        return at == 0 ? SystemClock().now() : Instant{std::chrono::milliseconds(at)};
    }
    void set(Instant now) { at_ = now.time_since_epoch().count(); }

private:
    std::atomic<std::int64_t> at_ = 0; // 0: the machine's.
};

JourneyClock& journey_clock()
{
    static JourneyClock clock;
    return clock;
}

} // namespace

const Clock& desk_clock() { return journey_clock(); }
void set_desk_clock(Instant now) { journey_clock().set(now); }
#else
const Clock& desk_clock()
{
    static const SystemClock clock;
    return clock;
}
#endif

} // namespace amends
