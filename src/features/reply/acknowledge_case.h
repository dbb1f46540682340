// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reply/reply_store.h"

namespace amends::reply {

// What keeps the desk from answering by itself. Storing never stops, only answering does.
enum class Silence : std::uint8_t {
    none,
    acknowledged, // Once a case.
    history,      // It lay there before we listened, or was found late: it answers nobody (decisions.md 2).
    automatic,    // A machine, a list or somebody who wants no answer wrote (RFC 3834).
    no_address,
    no_line, // The desk has no mail line to write from.
    stopped, // "This was not me."
    storm,   // The breaker: too many mails from one sender.
    flood,   // The breaker for all: too many answers to people who have proved nothing.
    capped,  // Enough automatic answers for one person and day.
    repeated // The same words to the same person on one day.
};
BOOST_DESCRIBE_ENUM(Silence, none, acknowledged, history, automatic, no_address, no_line, stopped, storm, flood, capped,
                    repeated)

struct Acknowledged {
    Silence silence{};
    std::optional<MessageId> message_id{};
};

// Tells the customer once that their message has arrived: number, what happens next, by when, and where to look. The
// first update promise comes from it. To an address that has proved nothing it repeats nothing of what was sent (T16).
[[nodiscard]] Result<Acknowledged> acknowledge_case(const Ports& ports, CaseId id, MessageId asked);

// What counts for the caps.
struct Answered {
    std::int64_t heard_lately{};          // Mails from this sender within storm_window.
    std::int64_t told_today{};            // Automatic answers to this address.
    std::int64_t told_strangers_lately{}; // Automatic answers to unproven addresses that a form or program gave us.
    bool same_today{};
    bool proven{};
    bool by_form{};
};

inline constexpr auto storm_window = std::chrono::minutes(10);
[[nodiscard]] Silence caps(const Answered& so_far);

} // namespace amends::reply
