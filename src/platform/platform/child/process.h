// SPDX-License-Identifier: Apache-2.0
// A second process of this program, with one socket to it and nothing else: no environment, no files of ours, no
// terminal. It dies with the thread that started it, whatever that dies of, and nothing is left of it afterwards.
#pragma once

#include "base/time.h"

#include <span>
#include <string>
#include <string_view>

#include <sys/types.h>

namespace amends::child {

// How a process ended, when nobody asked it to.
enum class End : std::uint8_t {
    died,   // A signal of its own making, or an answer that means nothing to us.
    killed, // Somebody ended it: a person, or the machine that had no more memory for all.
    hungry, // It asked for more memory than it may have.
    poor,   // The machine had no memory for it, however little it asked for.
    slow,   // It had used up its time of the processor.
    silent, // It still ran, and said nothing in time.
};

// With these it leaves when there is no more memory for it: its ration is used up, or the machine has none.
inline constexpr int exit_hungry = 3;
inline constexpr int exit_poor = 4;

class Process {
public:
    // Starts this program again with that one word. Throws Away where the machine does not let us.
    explicit Process(const std::string& word);
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process();

    // False when the other side is gone, or has not taken or said all of it by then.
    [[nodiscard]] bool send(std::span<const std::string_view> bytes, Moment until) const;
    [[nodiscard]] bool receive(char* bytes, std::size_t count, Moment until) const;

    // What came of it, after one of the two was false. It is no more when this returns.
    [[nodiscard]] End end();
    // Whether it still stands at its end of the socket.
    [[nodiscard]] bool waits() const;
    [[nodiscard]] pid_t id() const { return id_; }

private:
    [[nodiscard]] bool ready(short events, Moment until) const;

    int socket_ = -1;
    pid_t id_ = -1; // Not positive once it has been waited for.
};

} // namespace amends::child
