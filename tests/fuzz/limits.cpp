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
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace {

constexpr std::size_t most_held = 64UZ << 20U;
constexpr std::size_t sampled_every = 1UZ << 20U; // Bytes asked for; so much may be overlooked.
constexpr std::chrono::milliseconds longest(250);

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

// libFuzzer counts these like what is covered.
__attribute__((section("__libfuzzer_extra_counters"))) std::array<unsigned char, 4096> marks{};

// What an input covers differs a little from time to time, with threads and with places in memory, and libFuzzer breeds
// its next inputs from it. Where every run shall try the same, script/fuzz says how many seeds there are: from them
// alone is bred then, and each has a mark of its own, because what covers nothing new is bred from never.
bool guides()
{
    static const auto* const seeds = std::getenv("AMENDS_FUZZ_BLIND");
    static const std::size_t most = seeds ? std::strtoul(seeds, nullptr, 10) : 0;
    static std::size_t tried = 0; // The empty one is tried first.
    if (!seeds) return true;
    if (tried > most) return false;
    marks.at(tried++) = 1;
    return true;
}

// What a run tried and what it cost at most, for who reads the log.
struct Account {
    std::chrono::milliseconds took{};
    std::size_t held = 0;
    std::uint64_t tried = 14'695'981'039'346'656'037U; // Two runs that tried the same say the same.

    void remember(std::string_view input)
    {
        for (const char letter : input) tried = (tried ^ static_cast<unsigned char>(letter)) * 1'099'511'628'211U;
        tried = (tried ^ input.size()) * 1'099'511'628'211U;
    }

    ~Account()
    {
        std::fprintf(stderr, "limits: at most %lld ms of CPU and %zu KiB for an input; inputs %016llx\n",
                     static_cast<long long>(took.count()), held >> 10U, static_cast<unsigned long long>(tried));
    }
};

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

    static Account account;
    account.remember(input);
    account.took = std::max(account.took, took);
    account.held = std::max(account.held, peak - before);
    if (took > longest) too_much("ms of CPU", static_cast<std::size_t>(took.count()));
    if (peak > before + most_held) too_much("MiB", (peak - before) >> 20U);
    return guides() ? 0 : -1;
}
