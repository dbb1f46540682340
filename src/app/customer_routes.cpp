// SPDX-License-Identifier: Apache-2.0
#include "app/customer_routes.h"

#include "app/file_routes.h"
#include "app/repeats.h"
#include "app/transact.h"
#include "portal/names_sql.h"
#include "portal/portal_http.h"
#include "staff/session_sql.h"
#include "staffing/staffing_sql.h"

namespace amends {
namespace {

constexpr BrandId first_brand{1}; // Whose contact form this address shows.

class DeskCrowd final : public portal::Crowd {
public:
    explicit DeskCrowd(Desk& desk) : desk_(desk) {}
    [[nodiscard]] bool busy() const override
    {
        const auto watch = staffing::WatchSqlStore(desk_.session, desk_.brand_id).watch();
        return watch && watch->sounds_since;
    }
    [[nodiscard]] std::optional<staffing::AnswerWait> wait(Instant now) const override
    {
        const staffing::HistorySqlStore history(desk_.session, desk_.brand_id);
        return staffing::answer_wait(history.newest(now, staffing::newest_cases), desk_.brand.times(), now);
    }

private:
    Desk& desk_;
};

// The desk as a visitor meets it.
class Front {
public:
    Front(House& house, sql::Session& session, BrandId brand, timeline::Actor actor)
        : desk(house, session, brand, actor),
          names_(session, brand),
          attempts_(session, house.ids),
          crowd_(desk),
          replying_(desk.reply_ports()),
          ports_{{desk.case_ports(), desk.promise_ports()},
                 desk.conversation_ports(),
                 desk.channels,
                 names_,
                 desk.phrases,
                 desk.honest}
    {
    }
    Front(const Front&) = delete;
    Front& operator=(const Front&) = delete;

    [[nodiscard]] portal::Door door()
    {
        return {ports_,           replying_,    desk.links,    attempts_, desk.house.keys,
                desk.house.blobs, desk.session, desk.brand_id, crowd_};
    }

    Desk desk;

private:
    portal::NamesSql names_;
    staff::AttemptSqlStore attempts_;
    DeskCrowd crowd_;
    reply::Ports replying_;
    portal::Ports ports_;
};

using DoorAnswer = std::function<http::Response(Front&, const http::Request&)>;

// What happens behind a link is that customer's deed in the event log.
timeline::Actor actor_of(House& house, sql::Session& session, const http::Request& request)
{
    Desk desk(house, session, first_brand, {});
    const auto visitor = portal::visitor_of(desk.links, desk.cases, first_brand, request);
    if (!visitor) return {timeline::Actor::customer, 0};
    return {timeline::Actor::customer, static_cast<std::int64_t>(visitor->opened.person_id)};
}

Answer shows(House& house, DoorAnswer answer)
{
    return [&house, answer = std::move(answer)](const http::Request& request, const Viewer&) {
        const auto session = house.pool.take();
        Front front(house, *session, first_brand, {});
        return answer(front, request);
    };
}

http::Response hear(House& house, const http::Request& request, const Viewer& viewer, const DoorAnswer& answer)
{
    house.room.demand();
    const auto session = house.pool.take();
    house.numbers.top_up(*session, first_brand);
    sql::Transaction transaction(*session);
    Viewer visitor = viewer;
    visitor.brand = first_brand;
    Repeats repeats(house, *session, visitor, request);
    auto before = repeats.before();
    if (!before) return http::refused(before.error());
    if (*before) return **std::move(before);

    Front front(house, *session, first_brand, actor_of(house, *session, request));
    auto response = answer(front, request);
    if (response.status >= 400 && response.status != 429) return response;
    if (response.status < 400) repeats.keep(response);
    const auto last_event = conclude(front.desk);
    transaction.commit(); // A try that was one too many counts too.
    announce(house, last_event, front.desk.agenda.written());
    return response;
}

Answer hears(House& house, DoorAnswer answer)
{
    return [&house, answer = std::move(answer)](const http::Request& request, const Viewer& viewer) {
        return hear(house, request, viewer, answer);
    };
}

DoorAnswer through(http::Response (*answer)(const portal::Door&, const http::Request&))
{
    return [answer](Front& front, const http::Request& request) { return answer(front.door(), request); };
}

http::Response get_file(Front& front, const http::Request& request)
{
    const auto file = front.desk.messages.attachment_with(request.in_path.at("handle"));
    if (!file || !portal::link_opens(front.door(), request, *file))
        return http::refused({Refusal::not_found, "request.no_such_address"});
    return file_reply(front.desk, *file);
}

} // namespace

void add_customer_routes(RouteTable& table, House& house)
{
    const auto page = [&](const char* path, auto answer) {
        table.add("POST", std::string("/api/v1/customer/{link}") + path, Act::use_customer_page,
                  hears(house, through(answer)));
    };
    table.add("GET", "/api/v1/customer/{link}", Act::use_customer_page, shows(house, through(portal::get_customer)));
    table.add("GET", "/api/v1/customer/{link}/files/{handle}", Act::use_customer_page, shows(house, get_file));
    page("/mine", portal::post_mine);
    page("/not-mine", portal::post_not_mine);
    page("/solved", portal::post_solved);
    page("/unsolved", portal::post_unsolved);
    table.add("GET", "/api/v1/customer/{link}/call-times", Act::use_customer_page,
              shows(house, through(portal::get_call_times)));
    page("/call", portal::post_call);
    page("/messages", portal::post_customer_message);
    page("/uploads", portal::post_customer_upload);
    page("/new-link", portal::post_new_link);
    table.add("GET", "/api/v1/contact", Act::use_contact_form,
              shows(house, [](Front& front, const http::Request&) { return portal::get_contact(front.door()); }));
    table.add("POST", "/api/v1/contact", Act::use_contact_form, hears(house, through(portal::post_contact)));
}

} // namespace amends
