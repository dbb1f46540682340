// SPDX-License-Identifier: Apache-2.0
#include "app/metrics.h"

#include <fmt/format.h>

#include <array>

namespace amends {
namespace {

struct Gauge {
    std::string_view name;
    std::string_view help;
    std::string_view sql; // With $brand and $now; one number.
};

constexpr std::array gauges{
    Gauge{
        "amends_mail_unread", "Mails kept and not read yet",
        "SELECT count(*) FROM raw_messages WHERE brand_id = $brand AND state = 'unread' AND CAST($now AS BIGINT) > 0"},
    Gauge{"amends_triage", "Mails that wait for a decision",
          "SELECT count(*) FROM raw_messages WHERE brand_id = $brand AND CAST($now AS BIGINT) > 0"
          " AND (state = 'quarantined' OR state = 'unverified')"},
    Gauge{"amends_jobs_due", "Jobs whose time has come",
          "SELECT count(*) FROM jobs WHERE brand_id = $brand AND parked_at IS NULL AND run_at <= $now"},
    Gauge{"amends_jobs_oldest_ms", "By how much the oldest due job is late",
          "SELECT coalesce($now - min(run_at), 0) FROM jobs"
          " WHERE brand_id = $brand AND parked_at IS NULL AND run_at <= $now"},
    Gauge{"amends_jobs_parked", "Jobs set aside after ten failures",
          "SELECT count(*) FROM jobs WHERE brand_id = $brand AND parked_at IS NOT NULL AND CAST($now AS BIGINT) > 0"},
    Gauge{
        "amends_cases_live", "Cases that live",
        "SELECT count(*) FROM cases WHERE brand_id = $brand AND status IN ('queued', 'open', 'waiting') AND CAST($now AS BIGINT) > 0"},
    Gauge{"amends_cases_silent", "Live cases whose next update is late",
          "SELECT count(*) FROM cases WHERE brand_id = $brand AND status IN ('queued', 'open', 'waiting')"
          " AND next_update_at <= $now"},
    Gauge{"amends_signals", "Warnings that nobody has explained",
          "SELECT count(*) FROM signals WHERE brand_id = $brand AND state <> 'explained' AND CAST($now AS BIGINT) > 0"},
    Gauge{"amends_events_total", "Events of the log",
          "SELECT last_event FROM brands WHERE id = $brand AND CAST($now AS BIGINT) > 0"},
};

std::string disk_text(const std::filesystem::path& data)
{
    std::error_code unknown;
    const auto space = std::filesystem::space(data, unknown);
    if (unknown) return {};
    return fmt::format("# HELP amends_disk_free_bytes Free where the desk lies\n"
                       "# TYPE amends_disk_free_bytes gauge\namends_disk_free_bytes {}\n"
                       "# HELP amends_disk_reserve_bytes Below it mail, forms and files are put off\n"
                       "# TYPE amends_disk_reserve_bytes gauge\namends_disk_reserve_bytes {}\n",
                       space.available, reserve_of(space.capacity));
}

} // namespace

std::string metrics_text(House& house, sql::Session& session)
{
    std::string text;
    for (const auto& gauge : gauges) {
        text += fmt::format("# HELP {} {}\n# TYPE {} gauge\n", gauge.name, gauge.help, gauge.name);
        for (const BrandId brand : brands_of(session))
            text += fmt::format("{}{{brand=\"{}\"}} {}\n", gauge.name, static_cast<std::int64_t>(brand),
                                session.value<std::int64_t>(gauge.sql, {{"brand", brand}, {"now", house.clock.now()}}));
    }
    return text + disk_text(house.config.data);
}

} // namespace amends
