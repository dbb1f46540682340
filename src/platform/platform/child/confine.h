// SPDX-License-Identifier: Apache-2.0
// What a child process takes from itself before it reads the first hostile byte: nothing that reads them may open a
// file or a socket, start a program, be looked into, outlive its parent, or take more memory and time than one mail
// is worth.
#pragma once

#include <chrono>
#include <cstddef>

namespace amends::child {

// The first of all: it dies with the thread that started it, also when that has died in between.
void die_with_parent();
// For good. Everything that the libraries open and load must have been opened before.
void confine();

struct Ration {
    std::size_t memory = 0; // Bytes beside what the process has now.
    std::chrono::microseconds processor{};
};

// What the next piece of work may take. Who takes more memory gets no more of it, who takes more time is ended.
class Rationing {
public:
    // Looks at what the process has now; more than the most is never given, whatever is allowed later.
    explicit Rationing(std::size_t most);
    void allow(const Ration& ration);
    // Asked when there is no more memory: whether the machine still has some, and it is the ration that is used up.
    [[nodiscard]] bool machine_has_more() const;

private:
    std::size_t base_ = 0;
    std::size_t most_ = 0;
    std::size_t allowed_ = 0;
};

} // namespace amends::child
