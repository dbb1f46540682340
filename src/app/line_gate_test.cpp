// SPDX-License-Identifier: Apache-2.0
#include "app/line_gate.h"

#include <doctest/doctest.h>

#include <atomic>
#include <thread>

using namespace amends;
using namespace std::chrono_literals;

namespace {

constexpr ChannelId silent{1};
constexpr ChannelId well{2};

} // namespace

TEST_CASE("a line that hangs takes two threads, and others are told to come again")
{
    LineGate gate(20ms);
    const auto one = gate.enter(silent);
    const auto two = gate.enter(silent);

    const auto third = gate.enter(silent);

    CHECK_FALSE(third.admitted());
    CHECK(third.again_in() >= 1s);
    CHECK(gate.enter(well).admitted());
}

TEST_CASE("a line that left somebody waiting is tried by one at a time, until it takes a mail")
{
    LineGate gate(5ms);
    {
        const auto waits_in_vain = gate.enter(silent);
        std::this_thread::sleep_for(10ms);
    }
    {
        auto tries_again = gate.enter(silent);
        CHECK(tries_again.admitted());
        CHECK(gate.enter(silent).again_in() >= 10s);
        tries_again.done();
    }
    const auto one = gate.enter(silent);
    CHECK(gate.enter(silent).admitted());
}

TEST_CASE("whoever comes third waits for a place with a line that is quick")
{
    LineGate gate(10s);
    std::atomic<bool> admitted = false;
    {
        std::jthread third;
        {
            const auto a = gate.enter(well);
            const auto b = gate.enter(well);
            third = std::jthread([&] { admitted = gate.enter(well).admitted(); });
            std::this_thread::sleep_for(20ms);
            CHECK_FALSE(admitted);
        }
    }
    CHECK(admitted);
}
