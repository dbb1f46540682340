// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "conversation/message_store.h"
#include "signal/signal.h"
#include "timeline/event_log.h"

namespace amends::signal {

struct SignalStore {
    virtual ~SignalStore() = default;
    // False when the detector's signal about this subject stands already.
    [[nodiscard]] virtual bool add(const Signal& signal) = 0;
    // False when its state is no longer as it was read.
    [[nodiscard]] virtual bool change(const Signal& from, const Signal& to) = 0;
    [[nodiscard]] virtual std::optional<Signal> find(SignalId id) const = 0;
    [[nodiscard]] virtual std::optional<Signal> standing(std::string_view detector, std::string_view subject_kind,
                                                         std::int64_t subject) const = 0;
    [[nodiscard]] virtual std::vector<Signal> all_standing() const = 0; // Oldest first.
    [[nodiscard]] virtual std::vector<Signal> of_case(CaseId id) const = 0;
};

struct Ports {
    SignalStore& signals;
    conversation::TextStore& texts;
    timeline::EventLog& events;
    Ids& ids;
    const Clock& clock;
};

} // namespace amends::signal
