// SPDX-License-Identifier: Apache-2.0
#include "app/workload_routes.h"

#include "app/transact.h"
#include "handover/words_channel.h"
#include "platform/json/read.h"
#include "portal/names_sql.h"
#include "relief/relief_http.h"
#include "relief/relief_sql.h"
#include "staffing/staffing_http.h"
#include "staffing/staffing_sql.h"
#include "workload/absence.h"
#include "workload/load_sql.h"
#include "workload/shifts_channel.h"
#include "workload/worker_sql.h"
#include "workload/workload_http.h"

namespace amends {
namespace {

// Work and whose hands it is in, on the session of a request; summaries are drafted in the words of whoever asks.
class Work {
public:
    Work(Desk& desk, const std::string& language, const std::string& zone)
        : desk_(desk),
          workers_(desk.session, desk.brand_id),
          loads_(desk.session, desk.brand_id),
          reliefs_(desk.session, desk.brand_id),
          watches_(desk.session, desk.brand_id),
          history_(desk.session, desk.brand_id),
          names_(desk.session, desk.brand_id),
          contact_([this](UserId id) { return names_.user(id); }, desk.brand.brand().language),
          draft_(language, zone)
    {
    }
    Work(const Work&) = delete;
    Work& operator=(const Work&) = delete;
    ~Work() = default;

    [[nodiscard]] relief::Ports ports()
    {
        return {{desk_.case_ports(), desk_.promise_ports(), contact_}, reliefs_, draft_};
    }
    [[nodiscard]] relief::Carrying carrying() const { return {workers_, loads_}; }
    [[nodiscard]] workload::LoadPorts load()
    {
        return {workers_, loads_, desk_.brand, times_, desk_.house.ids, desk_.house.clock};
    }
    [[nodiscard]] staffing::Ports watching()
    {
        return {watches_, workers_, loads_, times_, desk_.brand, desk_.events, desk_.agenda, desk_.house.clock};
    }
    [[nodiscard]] workload::AbsencePorts absence()
    {
        return {workers_, times_, desk_.brand, desk_.agenda, desk_.house.clock};
    }
    [[nodiscard]] staffing::Reading staffing() const
    {
        return {history_, watches_, workers_, times_, desk_.brand, desk_.house.clock};
    }
    [[nodiscard]] const relief::ReliefSqlStore& reliefs() const { return reliefs_; }

private:
    Desk& desk_;
    workload::WorkerSqlStore workers_;
    workload::LoadSqlStore loads_;
    relief::ReliefSqlStore reliefs_;
    staffing::WatchSqlStore watches_;
    staffing::HistorySqlStore history_;
    workload::ShiftTimes times_{};
    portal::NamesSql names_;
    handover::SpokenContact contact_;
    handover::SpokenDraft draft_;
};

template <class Ask>
DeskAnswer with_work(Ask ask)
{
    return [ask](Desk& desk, const http::Request& request, const Viewer& viewer) -> http::Response {
        Work work(desk, viewer.language, viewer.zone);
        return ask(work, request, viewer);
    };
}

// Each move is a transaction of its own: what one refuses stops no other.
http::Response post_rebalance(House& house, const http::Request& request, const Viewer& viewer)
{
    const auto chosen = relief::chosen_in(request);
    if (!chosen) return http::refused(chosen.error());
    const auto session = house.pool.take();
    relief::Outcome outcome;
    for (const auto& wish : chosen->moves) {
        const auto moved = transact(house, *session, viewer.brand, viewer.actor(), [&](Desk& desk) {
            Work work(desk, viewer.language, viewer.zone);
            return relief::move(work.ports(), work.carrying(), wish);
        });
        if (moved) outcome.done.push_back(wish.case_id);
        else outcome.undone.push_back({wish.case_id, moved.error().code});
    }
    return {200, json::text_of(outcome)};
}

void add_relief(RouteTable& table, House& house)
{
    table.add("POST", "/api/v1/cases/{id}/relief", Act::work_cases,
              writes(house, with_work([](Work& work, const auto& request, const auto& viewer) {
                         return relief::post_relief(work.ports(), request, viewer.user);
                     })));
    table.add("POST", "/api/v1/cases/{id}/relief/decision", Act::manage_teams,
              writes(house, with_work([](Work& work, const auto& request, const auto& viewer) {
                         return relief::post_decision(work.ports(), request, viewer.user);
                     })));
    table.add("GET", "/api/v1/reliefs", Act::manage_teams,
              reads(house, with_work([](Work& work, const auto&, const auto&) -> http::Response {
                        return {200, R"({"items":)" + json::text_of(work.reliefs().lines()) + R"(,"next":null})"};
                    })));
    table.add("POST", "/api/v1/users/{id}/leave", Act::manage_teams,
              writes(house, with_work([](Work& work, const auto& request, const auto&) -> http::Response {
                         const auto id = request.template id<UserId>("id");
                         if (!id) return http::refused(id.error());
                         return http::reply(200, relief::work_comes_back(work.ports(), work.carrying(), *id));
                     })));
}

} // namespace

void add_workload_routes(RouteTable& table, House& house)
{
    table.add("GET", "/api/v1/workload", Act::see_staff,
              reads(house, with_work([](Work& work, const auto&, const auto&) {
                        return workload::get_workload(work.load());
                    })));
    table.add("POST", "/api/v1/cases/{id}/handled", Act::work_cases,
              writes(house, with_work([](Work& work, const auto& request, const auto& viewer) {
                         auto told = workload::post_handled(work.load(), request, viewer.user);
                         if (told.status < 300) staffing::listen(work.watching());
                         return told;
                     })));
    table.add("GET", "/api/v1/staffing", Act::see_staff,
              reads(house, with_work([](Work& work, const auto& request, const auto&) {
                        return staffing::get_staffing(work.staffing(), request);
                    })));
    table.add("POST", "/api/v1/rebalance/proposal", Act::manage_teams,
              reads(house, with_work([](Work& work, const auto&, const auto&) {
                        return relief::get_proposal(work.ports(), work.carrying());
                    })));
    table.add("POST", "/api/v1/rebalance", Act::manage_teams,
              [&house](const http::Request& request, const Viewer& viewer) {
                  return post_rebalance(house, request, viewer);
              });
    add_relief(table, house);
}

json::Shapes workload_shapes()
{
    using namespace json;
    auto all = workload::load_shapes();
    for (const auto& more : {relief::shapes(), staffing::shapes(),
                             Shapes{shape<Nothing, ListOf<relief::ReliefLine>>("GET /api/v1/reliefs")}})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

void mind_absence(Desk& desk, UserId of)
{
    Work work(desk, desk.brand.brand().language, desk.brand.brand().zone);
    workload::mind_absence(work.absence(), of);
}

void absence_passed(Desk& desk, UserId of)
{
    Work work(desk, desk.brand.brand().language, desk.brand.brand().zone);
    if (!workload::gone_too_long(work.absence(), of)) return;
    // A desk without a team has no queue: then a lead gives them on by hand.
    static_cast<void>(relief::work_comes_back(work.ports(), work.carrying(), of));
}

void watch_occupancy(Desk& desk)
{
    Work work(desk, desk.brand.brand().language, desk.brand.brand().zone);
    staffing::watch_occupancy(work.watching());
}

void bring_work_back(House& house, BrandId brand, timeline::Actor actor, UserId from)
{
    const auto session = house.pool.take();
    // A desk without a team has no queue: then a lead gives them on by hand.
    static_cast<void>(transact(house, *session, brand, actor, [&](Desk& desk) {
        const auto language = desk.brand.brand().language;
        Work work(desk, language, desk.brand.brand().zone);
        return relief::work_comes_back(work.ports(), work.carrying(), from);
    }));
}

} // namespace amends
