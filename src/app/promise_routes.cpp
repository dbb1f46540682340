// SPDX-License-Identifier: Apache-2.0
#include "app/promise_routes.h"

#include "app/case_routes.h"
#include "case/case_http.h"
#include "case/change_case.h"
#include "estimate/history_sql.h"
#include "platform/json/read.h"
#include "platform/json/write.h"
#include "promise/promise_http.h"
#include "reply/promise_in_reply.h"

namespace amends {
namespace {

struct WordsToRead {
    std::string text{};
};
BOOST_DESCRIBE_STRUCT(WordsToRead, (), (text))

// What the desk believes about words before they leave.
struct ReadWords {
    std::optional<reply::SaidPromise> promise{};
    HonestView honest{};
};
BOOST_DESCRIBE_STRUCT(ReadWords, (), (promise, honest))

http::Response case_after(Desk& desk, const Viewer& viewer, int status, const Result<promise::Promise>& changed)
{
    if (!changed) return http::refused(changed.error());
    const auto shown = cases::shown_as(desk.cases, changed->case_id);
    return with_case_reader(desk, viewer, [&](const cases::Reader& reader) {
        return http::reply(status, cases::case_page(reader, shown));
    });
}

http::Response post_promise(Desk& desk, const http::Request& request, const Viewer& viewer)
{
    return case_after(desk, viewer, 201,
                      promise::post_promise(desk.promise_ports(), viewer.user, {desk.honest, desk.capacity}, request));
}

using Deed = Result<promise::Promise> (*)(const promise::Ports&, const http::Request&);

DeskAnswer does(Deed deed)
{
    return [deed](Desk& desk, const http::Request& request, const Viewer& viewer) {
        return case_after(desk, viewer, 200, deed(desk.promise_ports(), request));
    };
}

HonestView honest_of(Desk& desk, const cases::Case& of)
{
    return desk.house.histories.of({desk.session, desk.brand_id, desk.brand, desk.calendar, desk.house.clock}, of);
}

// "Of what was promised with eight in ten, were eight in ten kept?" Fewer than five show no share.
struct CalibrationView {
    double nominal{};
    std::int64_t n{};
    std::optional<double> kept{};
    std::optional<Limits> limits{};
    bool alarm{};             // Too few are kept, and chance does not explain it.
    double aimed_at{};        // What the desk aims at now, to make good what it has seen.
    std::int64_t undecided{}; // Promised, and their date is yet to come.
};
BOOST_DESCRIBE_STRUCT(CalibrationView, (), (nominal, n, kept, limits, alarm, aimed_at, undecided))

constexpr std::int64_t fewest_shown = 5;

http::Response get_calibration(Desk& desk, const http::Request&, const Viewer&)
{
    const auto counted = estimate::calibration_of(desk.session, desk.brand_id, desk.house.clock.now());
    const auto row = estimate::row_of(counted);
    CalibrationView view{.nominal = row.nominal,
                         .n = row.n,
                         .alarm = row.alarm && row.n >= fewest_shown,
                         .aimed_at = 1 - estimate::risk_now(counted).tuned,
                         .undecided = counted.undecided};
    if (row.n >= fewest_shown) {
        view.kept = row.kept;
        view.limits = row.limits;
    }
    return {200, json::text_of(view)};
}

http::Response get_honest(Desk& desk, const http::Request& request, const Viewer&)
{
    const auto id = request.id<CaseId>("id");
    if (!id) return http::refused(id.error());
    const auto of = cases::existing(desk.case_ports(), *id);
    return of ? http::Response{200, json::text_of(honest_of(desk, *of))} : http::refused(of.error());
}

http::Response post_reading(Desk& desk, const http::Request& request, const Viewer&)
{
    const auto id = request.id<CaseId>("id");
    if (!id) return http::refused(id.error());
    const auto wish = json::parse<WordsToRead>(request.body);
    if (!wish) return http::refused(wish.error());
    const auto of = cases::existing(desk.case_ports(), *id);
    if (!of) return http::refused(of.error());
    return {200, json::text_of(ReadWords{reply::said_in(desk.reply_ports(), *of, wish->text), honest_of(desk, *of)})};
}

} // namespace

void add_promise_routes(RouteTable& table, House& house)
{
    const auto work = [&](const char* method, const char* pattern, DeskAnswer answer) {
        table.add(method, pattern, Act::work_cases, writes(house, std::move(answer)));
    };
    work("POST", "/api/v1/cases/{id}/promises", post_promise);
    work("POST", "/api/v1/promises/{id}/fulfilment", does(promise::post_fulfilment));
    work("POST", "/api/v1/promises/{id}/move", does(promise::post_move));
    work("POST", "/api/v1/promises/{id}/release", does(promise::post_release));
    work("POST", "/api/v1/promises/{id}/confirmation", does(promise::post_confirmation));
    table.add("POST", "/api/v1/cases/{id}/reading", Act::work_cases, reads(house, post_reading));
    table.add("GET", "/api/v1/figures/calibration", Act::read_cases, reads(house, get_calibration));
    table.add("GET", "/api/v1/cases/{id}/honest-dates", Act::read_cases, reads(house, get_honest));
}

json::Shapes promise_shapes()
{
    using namespace json;
    return {
        makes<promise::NoteWish, cases::CaseView>("POST /api/v1/cases/{id}/promises"),
        shape<promise::EvidenceWish, cases::CaseView>("POST /api/v1/promises/{id}/fulfilment"),
        shape<promise::MoveWish, cases::CaseView>("POST /api/v1/promises/{id}/move"),
        shape<promise::ReleaseWish, cases::CaseView>("POST /api/v1/promises/{id}/release"),
        shape<Nothing, cases::CaseView>("POST /api/v1/promises/{id}/confirmation"),
        shape<WordsToRead, ReadWords>("POST /api/v1/cases/{id}/reading"),
        shape<Nothing, CalibrationView>("GET /api/v1/figures/calibration"),
        shape<Nothing, HonestView>("GET /api/v1/cases/{id}/honest-dates"),
    };
}

} // namespace amends
