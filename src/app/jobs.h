// SPDX-License-Identifier: Apache-2.0
// Rows of the table jobs: how they are claimed, finished, tried again and parked.
//
// A claim is a commit of its own and counts the attempt; the effect and the deletion of the row are one transaction. So
// whatever kills the process, a job has exactly one effect, and what kills it again and again is seen by its count.
#pragma once

#include "base/ids.h"
#include "platform/sql/session.h"

#include <span>
#include <string>

namespace amends {

struct Job {
    JobId id{};
    std::string kind{};
    std::int64_t subject{};
    std::string key{};
    Instant due_at{};
    std::int64_t attempts{};
};
BOOST_DESCRIBE_STRUCT(Job, (), (id, kind, subject, key, due_at, attempts))

enum class Lane : std::uint8_t { inside, outgoing }; // Outgoing jobs wait for other people's servers.

inline constexpr std::int64_t most_attempts = 10;
inline constexpr auto claim_time = std::chrono::minutes(10); // Then others may take it.

class JobTable {
public:
    JobTable(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}

    // Takes what is due, oldest first. What has been tried before comes alone: a job that ends the process must not
    // take others with it.
    [[nodiscard]] std::vector<Job> claim(Lane lane, Instant now, int at_most, unsigned node);
    // In the transaction of the effect; false when it is gone or somebody else's: then there must be no effect.
    [[nodiscard]] bool finish(const Job& job);
    // Not now: the claim is taken back, and the attempt is not counted.
    void postpone(const Job& job, Instant run_at);
    // It failed: again later, parked after most_attempts. Answers whether it was parked.
    bool fail(const Job& job, Instant now, std::string_view why);
    // The clock was set back by so much: work that was due by the clock as it was is due now. Timers wait for theirs.
    void catch_up(Instant now, std::chrono::milliseconds set_back);
    [[nodiscard]] std::optional<Instant> next_due(Lane lane) const;

private:
    sql::Session& session_;
    BrandId brand_;
};

} // namespace amends
