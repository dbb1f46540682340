// SPDX-License-Identifier: Apache-2.0
#include "app/queue_routes.h"

#include "app/case_routes.h"
#include "handover/handover_http.h"
#include "handover/words_channel.h"
#include "platform/json/read.h"
#include "portal/names_sql.h"
#include "queue/queue_http.h"
#include "queue/queue_sql.h"
#include "workload/worker_http.h"
#include "workload/worker_sql.h"

namespace amends {
namespace {

// What the queue is on the session of a request.
class Line {
public:
    explicit Line(Desk& desk) : desk_(desk), workers_(desk.session, desk.brand_id), store_(desk.session, desk.brand_id)
    {
    }
    [[nodiscard]] queue::Ports ports() { return {desk_.case_ports(), workers_, store_}; }
    [[nodiscard]] workload::Ports work() { return {workers_, desk_.events, desk_.house.clock}; }

private:
    Desk& desk_;
    workload::WorkerSqlStore workers_;
    queue::QueueSqlStore store_;
};

struct NextCase {
    cases::CaseView case_{};
    queue::QueuePlace place{}; // Why it was this one.
};
BOOST_DESCRIBE_STRUCT(NextCase, (), (case_, place))

http::Response get_queue(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    Line line(desk);
    return queue::get_queue(line.ports(), viewer.user, request);
}

http::Response post_next(Desk& desk, const http::Request&, const Viewer& viewer)
{
    Line line(desk);
    const auto ports = line.ports();
    const auto pulled = queue::take_next_case(ports, viewer.user);
    if (!pulled) return http::refused(pulled.error());
    return with_case_reader(desk, viewer, [&](const cases::Reader& reader) {
        const auto page = cases::case_page(reader, pulled->waiting.id);
        if (!page) return http::refused(page.error());
        return http::Response{200, json::text_of(NextCase{*page, queue::shown(ports, *pulled)})};
    });
}

// How a case changes hands: asks with what the desk says of it, in the words of whoever reads.
template <class Ask>
auto with_hands(Desk& desk, Ask ask)
{
    const portal::NamesSql names(desk.session, desk.brand_id);
    const handover::SpokenContact words([&](UserId id) { return names.user(id); }, desk.brand.brand().language);
    return ask(handover::Ports{desk.case_ports(), desk.promise_ports(), words});
}

http::Response post_hand_over(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    const auto given = with_hands(desk, [&](const auto& ports) { return handover::post_hand_over(ports, request); });
    if (!given) return http::refused(given.error());
    return with_case_reader(desk, viewer, [&](const cases::Reader& reader) {
        return http::reply(200, cases::case_page(reader, given->id));
    });
}

http::Response get_draft(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    const handover::SpokenDraft words(viewer.language, viewer.zone);
    return with_hands(desk, [&](const auto& ports) { return handover::get_draft(ports, words, request); });
}

using WorkAnswer = http::Response (*)(const workload::Ports&, const http::Request&, UserId);

DeskAnswer of_work(WorkAnswer answer)
{
    return [answer](Desk& desk, const http::Request& request, const Viewer& viewer) {
        Line line(desk);
        return answer(line.work(), request, viewer.user);
    };
}

} // namespace

void add_queue_routes(RouteTable& table, House& house)
{
    table.add("GET", "/api/v1/queue", Act::read_cases, reads(house, get_queue));
    table.add("POST", "/api/v1/queue/next", Act::work_cases, writes(house, post_next));
    table.add("POST", "/api/v1/cases/{id}/hand-over", Act::work_cases, writes(house, post_hand_over));
    table.add("GET", "/api/v1/cases/{id}/handover-draft", Act::read_cases, reads(house, get_draft));
    table.add("GET", "/api/v1/workers", Act::see_staff, reads(house, of_work(workload::get_workers)));
    table.add("PATCH", "/api/v1/users/{id}/work", Act::manage_teams, writes(house, of_work(workload::patch_worker)));
    table.add("PUT", "/api/v1/presence", Act::work_cases, writes(house, of_work(workload::put_presence)));
}

json::Shapes queue_shapes()
{
    using namespace json;
    Shapes all{shape<Nothing, NextCase>("POST /api/v1/queue/next"),
               shape<handover::HandOverWish, cases::CaseView>("POST /api/v1/cases/{id}/hand-over")};
    for (const auto& more : {queue::shapes(), workload::worker_shapes(), handover::shapes()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace amends
