// SPDX-License-Identifier: Apache-2.0
#include "app/commands.h"

#include "app/desk_clock.h"
#include "app/invariants.h"
#include "conversation/message.h"
#include "platform/json/write.h"

#include <fmt/format.h>

#include <map>

namespace amends {
namespace {

// What a desk holds, in the words of `amends check --json`; `received` is the sum of the six that follow it.
struct Census {
    std::int64_t received{};
    std::int64_t unread{};
    std::int64_t placed{};
    std::int64_t unverified{};
    std::int64_t quarantined{};
    std::int64_t filed{};
    std::int64_t duplicates{};
    std::int64_t live_without_next_update{};
    std::int64_t live_without_holder{};
};

std::int64_t count(sql::Session& session, BrandId brand, const std::string& from)
{
    return session.value<std::int64_t>("SELECT count(*) FROM " + from, {{"brand", brand}});
}

std::int64_t raw_in(sql::Session& session, BrandId brand, std::string_view state)
{
    return session.value<std::int64_t>("SELECT count(*) FROM raw_messages WHERE brand_id = $brand AND state = $state",
                                       {{"brand", brand}, {"state", state}});
}

void add_brand(Census& census, sql::Session& session, BrandId brand)
{
    census.received += count(session, brand, "raw_messages WHERE brand_id = $brand");
    census.unread += raw_in(session, brand, "unread");
    census.placed += raw_in(session, brand, "placed");
    census.unverified += raw_in(session, brand, "unverified");
    census.quarantined += raw_in(session, brand, "quarantined");
    census.filed += raw_in(session, brand, "filed");
    census.duplicates += raw_in(session, brand, "duplicate");
    const std::string live = "cases WHERE brand_id = $brand AND status IN ('queued', 'open', 'waiting') AND ";
    census.live_without_next_update += count(session, brand, live + "next_update_at IS NULL");
    census.live_without_holder +=
        count(session, brand, live + "owner_id IS NULL AND (team_id IS NULL OR pull_by IS NULL)");
}

// The states of outgoing messages follow from their recipients.
std::map<std::string, std::int64_t> outbox_of(sql::Session& session, BrandId brand)
{
    std::map<std::string, std::int64_t> outbox;
    std::vector<conversation::Recipient> of_one;
    const auto settle = [&] {
        if (of_one.empty()) return;
        ++outbox[std::string(name_of(conversation::state_of(conversation::Direction::outbound, of_one)))];
        of_one.clear();
    };
    for (auto& row : session.query("SELECT recipients.message_id, reach, detail FROM recipients JOIN messages"
                                   " ON messages.brand_id = recipients.brand_id AND messages.id = message_id"
                                   " WHERE recipients.brand_id = $brand AND direction = 'outbound'"
                                   " ORDER BY recipients.message_id",
                                   {{"brand", brand}})) {
        const auto message = sql::from_value<MessageId>(std::move(row.at(0)));
        if (!of_one.empty() && of_one.front().message_id != message) settle();
        of_one.push_back({.message_id = message,
                          .reach = sql::from_value<conversation::Reach>(std::move(row.at(1))),
                          .detail = sql::from_value<std::string>(std::move(row.at(2)))});
    }
    settle();
    return outbox;
}

std::string as_text(const std::map<std::string, std::int64_t>& outbox)
{
    std::string text;
    for (const auto& [state, n] : outbox) text += fmt::format("{}\"{}\":{}", text.empty() ? "" : ",", state, n);
    return "{" + text + "}";
}

std::string as_json(const Census& c, const std::string& outbox, const std::vector<Violation>& violations)
{
    return fmt::format(
        R"({{"received":{},"unread":{},"placed":{},"unverified":{},"quarantined":{},"filed":{},"duplicates":{},)"
        R"("outbox":{},"live_without_next_update":{},"live_without_holder":{},"violations":{}}})",
        c.received, c.unread, c.placed, c.unverified, c.quarantined, c.filed, c.duplicates, outbox,
        c.live_without_next_update, c.live_without_holder, json::text_of(violations));
}

} // namespace

int check_desk(const Config& config, bool as_json_object)
{
    const Clock& clock = desk_clock();
    House house(config, clock);
    house.open();
    const auto session = house.pool.take();
    const sql::Snapshot snapshot(*session); // A desk that serves goes on writing.
    Census census;
    std::map<std::string, std::int64_t> outbox;
    for (const BrandId brand : brands_of(*session)) {
        add_brand(census, *session, brand);
        for (const auto& [state, n] : outbox_of(*session, brand)) outbox[state] += n;
    }
    const auto violations = violations_in(*session, clock);
    if (as_json_object) fmt::print("{}\n", as_json(census, as_text(outbox), violations));
    else {
        fmt::print("{} mails kept, {} not read yet, {} in triage\n", census.received, census.unread,
                   census.unverified + census.quarantined);
        for (const auto& v : violations) fmt::print("{}: {} (brand {}, id {})\n", v.invariant, v.what, v.brand, v.id);
        fmt::print("{}\n", violations.empty() ? "Everything holds." : "Something does not hold.");
    }
    return violations.empty() ? 0 : 1;
}

} // namespace amends
