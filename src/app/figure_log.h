// SPDX-License-Identifier: Apache-2.0
// The facts that figures are made of, read from the event log alone: every figure that is published must come out the
// same from there (I13). tests/recompute/ does so a second time, outside the program.
#pragma once

#include "figure/figure.h"
#include "timeline/event_log.h"

#include <map>

namespace amends {

class FigureLog {
public:
    void hear(const timeline::Event& event);

    // False where an event says too little, as those written by older programs do: then nothing can be compared.
    [[nodiscard]] bool complete() const { return complete_; }
    // Spam is left out.
    [[nodiscard]] figure::Facts facts() const;

private:
    struct OneCase {
        std::vector<figure::Stretch> stretches{};
        std::map<std::int64_t, Instant> told{};           // By message.
        std::map<std::int64_t, std::int64_t> queued_as{}; // Message: number of the event that queued it.
        std::int64_t resolved_as{};                       // Number of the event that ended its life last.
        bool lived_before{};                              // Before it was merged or marked as spam.
        bool spam{};
    };

    void hear_of_promise(const timeline::Event& event);
    void hear_of_case(const timeline::Event& event);
    void hear_of_message(const timeline::Event& event);
    static void begin(OneCase& of, Instant at);
    static void end(OneCase& of, Instant at);

    std::map<PromiseId, figure::Ended> promises_{};
    std::map<CaseId, OneCase> cases_{};
    bool complete_ = true;
};

} // namespace amends
