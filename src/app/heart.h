// SPDX-License-Identifier: Apache-2.0
// Keeps this node alive in the eyes of the others, and does for the dead what they cannot do any more.
#pragma once

#include "app/house.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace amends {

// Asks about what a dead node was sending, frees its jobs and its mailboxes, and strikes it off.
void bury(House& house, unsigned dead_node);

class Heart {
public:
    // Buries first whoever died with our number.
    explicit Heart(House& house);
    Heart(const Heart&) = delete;
    Heart& operator=(const Heart&) = delete;
    ~Heart();

private:
    void beat(const std::stop_token& stop);

    House& house_;
    std::mutex guard_; // Of the sleep between two beats.
    std::condition_variable_any stopped_;
    std::jthread thread_;
};

} // namespace amends
