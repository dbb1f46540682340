// SPDX-License-Identifier: Apache-2.0
// Keeps a mail server that does not answer from holding up the mail of other lines. Two threads may be with a line at
// once, and one with a line that left us waiting. Who finds no place soon is told to do something else meanwhile.
#pragma once

#include "base/ids.h"
#include "base/time.h"

#include <condition_variable>
#include <map>
#include <mutex>
#include <vector>

namespace amends {

class LineGate {
public:
    explicit LineGate(std::chrono::milliseconds hangs_after = std::chrono::seconds(2)) : hangs_after_(hangs_after) {}

    // A place with the line, until it goes; or none, and when to come again.
    class Visit {
    public:
        Visit(LineGate& gate, ChannelId line, Moment began, bool troubled)
            : gate_(&gate), line_(line), began_(began), troubled_(troubled)
        {
        }
        explicit Visit(std::chrono::milliseconds again_in) : again_in_(again_in) {}
        Visit(const Visit&) = delete;
        Visit& operator=(const Visit&) = delete;
        ~Visit()
        {
            if (gate_ != nullptr) gate_->leave(line_, began_, done_);
        }
        [[nodiscard]] bool admitted() const { return gate_ != nullptr; }
        [[nodiscard]] bool troubled() const { return troubled_; } // It left the last one waiting.
        [[nodiscard]] std::chrono::milliseconds again_in() const { return again_in_; }
        void done() { done_ = true; } // The server took what it was given, however long that lasted.

    private:
        LineGate* gate_ = nullptr;
        ChannelId line_{};
        Moment began_{};
        std::chrono::milliseconds again_in_{};
        bool troubled_ = false;
        bool done_ = false;
    };

    [[nodiscard]] Visit enter(ChannelId line);

private:
    struct Place {
        std::vector<Moment> inside{}; // When each came in, oldest first.
        bool troubled = false;        // It left the last one waiting.
    };

    void leave(ChannelId line, Moment began, bool done);

    std::chrono::milliseconds hangs_after_;
    std::mutex guard_; // Of the places.
    std::condition_variable left_;
    std::map<ChannelId, Place> places_;
};

} // namespace amends
