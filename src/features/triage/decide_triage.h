// SPDX-License-Identifier: Apache-2.0
// A person decides what becomes of a mail that the desk would not decide about by itself.
#pragma once

#include "case/case_store.h"
#include "channel/channel_store.h"
#include "conversation/receive_message.h"
#include "signal/signal_store.h"
#include "triage/triage_store.h"

namespace amends::triage {

struct Ports {
    cases::Ports desk;
    conversation::Ports talk;
    channel::ChannelStore& channels;
    TriageStore& triage;
    signal::Ports signals;
};

enum class Decision : std::uint8_t { accept, new_case, not_for_us };
BOOST_DESCRIBE_ENUM(Decision, accept, new_case, not_for_us)

struct DecideTriage {
    RawMessageId id{};
    Decision decision{};
    std::optional<CaseId> case_id{}; // For accept: another case than the mail pointed at.
};

struct Decided {
    std::optional<CaseId> case_id{};
};
BOOST_DESCRIBE_STRUCT(Decided, (), (case_id))

// Accepting lets the sender take part in the case: from now on their answers join by themselves. A mail that could not
// be read becomes a message without words, whose original can be looked at.
[[nodiscard]] Result<Decided> decide_triage(const Ports& ports, const DecideTriage& wish);

// Back into triage, with the time it had.
[[nodiscard]] Result<Decided> undo_decision(const Ports& ports, RawMessageId id);

// The timer's part: nobody has decided in time.
void miss_triage(const Ports& ports, RawMessageId id);

inline constexpr std::string_view triage_due = "triage_due";

} // namespace amends::triage
