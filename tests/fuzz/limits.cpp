// SPDX-License-Identifier: Apache-2.0
// No input may cost more than 250 ms or 64 MiB.
//
// libFuzzer itself counts whole seconds and the memory of the process, sanitizers included, so it is counted here: the
// CPU time of all threads, because a busy machine is no fault of the parser, and what is held on the heap above what
// was held before. Nothing is forgiven for the sanitizers, which make everything several times slower: what passes here
// is well within the limit in a release. Only a first time is forgiven (zones and dictionaries are read then): what was
// too slow is tried twice more and has to be too slow each time.
//
// Waiting costs no CPU; script/fuzz ends what waits with -timeout.
#include "fuzz/attack.h"

#include <sanitizer/allocator_interface.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace {

constexpr std::size_t most_held = 64UZ << 20U;
constexpr std::size_t sampled_every = 1UZ << 20U; // Bytes asked for; so much may be overlooked.

// A run that must say the same on every machine measures no time that a slow one could miss.
const bool timed = std::getenv("AMENDS_FUZZ_RUNS") == nullptr;
const std::chrono::milliseconds longest = timed ? std::chrono::milliseconds(250) : std::chrono::seconds(5);

std::atomic<std::size_t> asked_for{0};
std::atomic<std::size_t> peak{0};

void look(const volatile void* /*memory*/, std::size_t size)
{
    if (asked_for.fetch_add(size) + size < sampled_every) return;
    asked_for = 0;
    peak = std::max(peak.load(), __sanitizer_get_current_allocated_bytes());
}

void look_away(const volatile void* /*memory*/) {}

std::chrono::nanoseconds cpu()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

std::chrono::milliseconds cost(std::string_view input)
{
    const auto before = cpu();
    amends::fuzz::attack(input);
    return std::chrono::duration_cast<std::chrono::milliseconds>(cpu() - before);
}

void too_much(const char* what, std::size_t number)
{
    std::fprintf(stderr, "ERROR: limits: this input takes %zu %s\n", number, what);
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    [[maybe_unused]] static const int hooked = __sanitizer_install_malloc_and_free_hooks(look, look_away);
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    const auto before = __sanitizer_get_current_allocated_bytes();
    peak = before;

    auto took = cost(input);
    for (int again = 0; again < 2 && took > longest; ++again) took = std::min(took, cost(input));

    if (took > longest) too_much("ms of CPU", static_cast<std::size_t>(took.count()));
    if (peak > before + most_held) too_much("MiB", (peak - before) >> 20U);
    return 0;
}
