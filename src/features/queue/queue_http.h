// SPDX-License-Identifier: Apache-2.0
// The queue over HTTP: the whole order with the reasons of each place, and the next case.
#pragma once

#include "case/case_view.h"
#include "platform/http/message.h"
#include "platform/json/schema.h"
#include "queue/take_next_case.h"

namespace amends::queue {

struct QueuePlace {
    std::int64_t place{}; // 1 is next.
    CaseId id{};
    std::string ref{};
    std::string subject{};
    std::string customer{};
    std::string language{};
    cases::Type type{};
    cases::Who team{};
    Lane lane{};
    std::int64_t severity{};
    bool in_public{};
    std::int64_t weight{};
    std::int64_t waited{};   // Milliseconds of open time.
    std::int64_t priority{}; // weight × minutes waited.
    std::optional<Instant> waiting_since{};
    std::optional<Instant> due_at{};
    std::optional<std::string> needs_language{};
    std::optional<std::string> needs_skill{};
    bool fits{}; // Whoever asks could be given it.
};
BOOST_DESCRIBE_STRUCT(QueuePlace, (),
                      (place, id, ref, subject, customer, language, type, team, lane, severity, in_public, weight,
                       waited, priority, waiting_since, due_at, needs_language, needs_skill, fits))

struct QueueView {
    std::vector<QueuePlace> items{}; // The first of them, in order.
    std::int64_t total{};
    std::int64_t fitting{};
    std::vector<cases::Who> teams{}; // Whose queue this is.
    std::int64_t in_hand{};          // Of whoever asks,
    std::int64_t cap{};              // and how many they can have.
    Instant margin_ends{};           // What is due before is in the due lane.
};
BOOST_DESCRIBE_STRUCT(QueueView, (), (items, total, fitting, teams, in_hand, cap, margin_ends))

// ?team= one team; otherwise the teams of whoever asks, or all teams for somebody who is in none.
[[nodiscard]] http::Response get_queue(const Ports& ports, UserId viewer, const http::Request& request);

[[nodiscard]] QueuePlace shown(const Ports& ports, const Pulled& pulled);

[[nodiscard]] json::Shapes shapes();

} // namespace amends::queue
