// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"
#include "app/desk_clock.h"
#include "base/json_text.h"
#include "brand/brand_sql.h"
#include "platform/json/write.h"
#include "timeline/event_log_sql.h"

#include <fmt/format.h>

namespace amends {
namespace {

constexpr int page = 1000;

// What is needed to read times as the brand does.
struct Of {
    BrandId brand{};
    std::string zone{};
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(Of, (), (brand, zone, at))

struct Exported {
    BrandId brand{};
    std::int64_t seq{};
    Instant at{};
    timeline::Actor::Kind actor_kind{};
    std::int64_t actor{};
    std::string subject_kind{};
    std::int64_t subject{};
    std::optional<CaseId> case_id{};
    std::string type{};
    JsonText payload{};
};
BOOST_DESCRIBE_STRUCT(Exported, (), (brand, seq, at, actor_kind, actor, subject_kind, subject, case_id, type, payload))

void print(sql::Session& session, BrandId brand, const Clock& clock)
{
    fmt::print("{}\n", json::text_of(Of{brand, brand::BrandSqlStore(session, brand).brand().zone, clock.now()}));
    const timeline::EventSqlLog log(session, brand, clock, {});
    std::int64_t seq = 0;
    for (auto events = log.after(seq, page); !events.empty(); events = log.after(seq, page)) {
        for (auto& event : events)
            fmt::print("{}\n", json::text_of(Exported{brand,
                                                      event.seq,
                                                      event.at,
                                                      event.actor_kind,
                                                      event.actor,
                                                      std::move(event.subject_kind),
                                                      event.subject,
                                                      event.case_id,
                                                      std::move(event.type),
                                                      {std::move(event.payload)}}));
        seq = events.back().seq;
    }
}

} // namespace

int export_events(const Config& config, std::optional<std::int64_t> brand)
{
    const Clock& clock = desk_clock();
    House house(config, clock);
    house.open();
    const auto session = house.pool.take();
    const sql::Snapshot snapshot(*session); // A desk that serves goes on writing.
    for (const BrandId each : brands_of(*session))
        if (!brand || static_cast<BrandId>(*brand) == each) print(*session, each, clock);
    return 0;
}

} // namespace amends
