// SPDX-License-Identifier: Apache-2.0
#include "portal/portal_http.h"

#include "case/change_case.h"
#include "platform/calendar/zone.h"
#include "platform/crypto/random.h"
#include "platform/json/read.h"
#include "portal/answer_page.h"
#include "portal/choose_time.h"
#include "portal/form_token_http.h"
#include "portal/show_case.h"
#include "portal/shown_messages.h"
#include "staff/sign_in.h"

#include <algorithm>

namespace amends::portal {
namespace {

constexpr std::size_t largest_file = 25U * 1024 * 1024;
constexpr std::string_view uploads = "page.upload";
constexpr std::string_view writings = "page.write";
constexpr std::int64_t most_uploads = 40;  // An hour and case.
constexpr std::int64_t most_writings = 30; // An hour and case.

struct Words {
    std::optional<std::string> text{};
    std::optional<std::vector<AttachmentId>> attachments{};
};
BOOST_DESCRIBE_STRUCT(Words, (), (text, attachments))

struct CallWish {
    Instant at{};
    std::optional<std::string> phone{};
};
BOOST_DESCRIBE_STRUCT(CallWish, (), (at, phone))

struct ContactDesk {
    std::string name{};
    std::string language{};
    std::vector<std::string> languages{};
};
BOOST_DESCRIBE_STRUCT(ContactDesk, (), (name, language, languages))

struct ContactView {
    ContactDesk desk{};
    std::string token{};
    bool open_now{};
    std::optional<Instant> opens_at{};
    Instant answer_by{};
    bool busy{};                      // Many write now: whoever starts should know before they do.
    std::optional<Instant> half_by{}; // By then half of those who write now have an answer, as it goes now.
    std::int64_t half_n{};            // Cases that this rests on.
};
BOOST_DESCRIBE_STRUCT(ContactView, (), (desk, token, open_now, opens_at, answer_by, busy, half_by, half_n))

struct ContactWish {
    std::optional<std::string> name{};
    std::string address{};
    std::string text{};
    std::optional<std::string> subject{};
    std::optional<std::string> language{};
    std::optional<std::string> zone{};    // The browser's.
    std::optional<std::string> website{}; // Nobody sees this field; only a program fills it in.
    std::string token{};
};
BOOST_DESCRIBE_STRUCT(ContactWish, (), (name, address, text, subject, language, zone, website, token))

struct ContactDone {
    std::string ref{};
    std::string link{};
    std::optional<Instant> next_update_at{};
};
BOOST_DESCRIBE_STRUCT(ContactDone, (), (ref, link, next_update_at))

struct Uploaded {
    AttachmentId id{};
    std::string name{};
    std::string mime{};
    std::int64_t size{};
    std::string url{};
};
BOOST_DESCRIBE_STRUCT(Uploaded, (), (id, name, mime, size, url))

// The links of forms are made with numbers of their own, so that one kind never passes for the other.
std::int64_t of_forms(std::int64_t revocations) { return -1 - revocations; }

bool shown_by_form(const reply::LinkKeys& links, const cases::CaseStore& cases, BrandId brand, const std::string& link,
                   Visitor& visitor)
{
    const auto claimed = links.claimed(link);
    if (!claimed || claimed->brand != brand) return false;
    const auto of = cases.find(claimed->case_id);
    if (!of || !links.genuine(link, of_forms(of->link_revocations))) return false;
    visitor.opened = *claimed;
    return visitor.by_form = true;
}

// A page that has been there and is gone is not the same as one that never was.
http::Response refused(const Refusal& refusal)
{
    return refusal.code == "portal.link_ended" ? http::refused(410, refusal) : http::refused(refusal);
}

http::Response page(const Door& door, const Visitor& visitor)
{
    const auto view = show_case(door.ports, visitor);
    if (!view) return refused(view.error());
    return http::Response{200, json::text_of(*view)}
        .with("Cache-Control", "no-store")
        .with("Referrer-Policy", "no-referrer")
        .with("X-Robots-Tag", "noindex");
}

Result<void> within(const Door& door, std::string_view what, std::int64_t most, const Visitor& visitor)
{
    const Instant now = door.ports.desk().clock.now();
    const auto key = std::to_string(static_cast<std::int64_t>(visitor.opened.case_id));
    if (door.attempts.count(what, key, now - std::chrono::hours(1)) >= most)
        return refuse(Refusal::rate_limited, "portal.too_many");
    door.attempts.add(what, key, now);
    return {};
}

// Finds the visitor, acts, and shows the page to one who has just spoken.
template <class Act>
http::Response acted(const Door& door, const http::Request& request, Act act)
{
    auto visitor = visitor_of(door.links, door.ports.desk().cases, door.brand, request);
    if (!visitor) return refused(visitor.error());
    if (const auto done = act(*visitor); !done) return refused(done.error());
    visitor->says_mine = true;
    return page(door, *visitor);
}

Result<Words> words_of(const http::Request& request)
{
    if (request.body.empty()) return Words{};
    return json::parse<Words>(request.body);
}

// "type/subtype", or just bytes: what a browser declares is not to be trusted.
std::string media_type(std::string_view declared)
{
    const auto type = declared.substr(0, declared.find(';'));
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view("/.+-_").find(c) != std::string_view::npos;
    };
    const bool sound = type.size() < 100 && std::ranges::count(type, '/') == 1 && std::ranges::all_of(type, allowed);
    return sound ? std::string(type) : "application/octet-stream";
}

Result<Uploaded> keep_upload(const Door& door, const Visitor& visitor, const http::Request& request)
{
    if (request.body.empty()) return refuse(Refusal::invalid, "portal.file_missing");
    if (request.body.size() > largest_file) return refuse(Refusal::invalid, "portal.file_too_large");
    AMENDS_TRY([[maybe_unused]] const auto view, show_case(door.ports, visitor));
    if (auto limit = within(door, uploads, most_uploads, visitor); !limit) return std::unexpected(limit.error());
    const conversation::Attachment file{.id = door.ports.desk().ids.next<AttachmentId>(),
                                        .handle = crypto::random_token(),
                                        .case_id = visitor.opened.case_id,
                                        .uploaded_link = visitor.opened.person_id,
                                        .name = label(request.parameter("name").value_or("file")),
                                        .mime = media_type(request.header("content-type")),
                                        .size = static_cast<std::int64_t>(request.body.size()),
                                        .blob = door.blobs.put(door.session, door.brand, request.body),
                                        .at = door.ports.desk().clock.now()};
    door.ports.desk().messages.add(file);
    return Uploaded{file.id, file.name, file.mime, file.size,
                    "/api/v1/customer/" + visitor.link + "/files/" + file.handle};
}

Result<ContactDone> filled(const Door& door, const http::Request& request)
{
    AMENDS_TRY(const auto wish, json::parse<ContactWish>(request.body));
    const bool by_program = !wish.website.value_or("").empty();
    if (by_program || !fresh_form(door.keys, wish.token, door.ports.desk().clock.now()))
        return refuse(Refusal::invalid, "contact.not_sent");
    // What a browser believes of its clock is no mistake of the customer's: an unknown zone is as none.
    const auto told = wish.zone.value_or("");
    const auto zone = calendar::known_zone(told) ? told : std::string();
    AMENDS_TRY(const auto done, fill_form(door.ports, door.attempts,
                                          {wish.name.value_or(""), wish.address, wish.subject.value_or(""), wish.text,
                                           wish.language.value_or(""), zone},
                                          {staff::place_of(request.peer)}));
    AMENDS_TRY(const auto opened, cases::existing(door.ports.desk(), done.case_id));
    return ContactDone{
        done.ref,
        "/c/" + door.links.written({door.brand, done.case_id, done.person_id}, of_forms(opened.link_revocations)),
        done.next_update_at};
}

} // namespace

Result<Visitor> visitor_of(const reply::LinkKeys& links, const cases::CaseStore& cases, BrandId brand,
                           const http::Request& request)
{
    const auto named = request.in_path.find("link");
    const auto link = named != request.in_path.end() ? named->second : request.parameter("link").value_or("");
    Visitor visitor{.link = link};
    if (const auto opened = reply::open_link(links, cases, brand, link)) visitor.opened = *opened;
    else if (!shown_by_form(links, cases, brand, link, visitor))
        return refuse(Refusal::not_found, "portal.no_such_link");
    return visitor;
}

http::Response get_customer(const Door& door, const http::Request& request)
{
    const auto visitor = visitor_of(door.links, door.ports.desk().cases, door.brand, request);
    return visitor ? page(door, *visitor) : refused(visitor.error());
}

http::Response post_mine(const Door& door, const http::Request& request)
{
    return acted(door, request, [&](const Visitor& visitor) { return say_mine(door.ports, visitor); });
}

http::Response post_not_mine(const Door& door, const http::Request& request)
{
    return acted(door, request, [&](const Visitor& visitor) { return say_not_mine(door.ports, visitor); });
}

http::Response post_solved(const Door& door, const http::Request& request)
{
    return acted(door, request, [&](const Visitor& visitor) { return say_solved(door.ports, visitor); });
}

http::Response post_unsolved(const Door& door, const http::Request& request)
{
    const auto words = words_of(request);
    if (!words) return refused(words.error());
    return acted(door, request,
                 [&](const Visitor& visitor) { return say_unsolved(door.ports, visitor, words->text.value_or("")); });
}

http::Response post_customer_message(const Door& door, const http::Request& request)
{
    const auto words = words_of(request);
    if (!words) return refused(words.error());
    return acted(door, request, [&](const Visitor& visitor) -> Result<void> {
        if (auto limit = within(door, writings, most_writings, visitor); !limit) return limit;
        return write_on_page(door.ports, visitor,
                             {words->text.value_or(""), words->attachments.value_or(std::vector<AttachmentId>{})});
    });
}

http::Response get_call_times(const Door& door, const http::Request& request)
{
    const auto visitor = visitor_of(door.links, door.ports.desk().cases, door.brand, request);
    if (!visitor) return refused(visitor.error());
    const auto times = call_times(door.ports, *visitor);
    return times ? http::Response{200, json::text_of(*times)}.with("Cache-Control", "no-store")
                 : refused(times.error());
}

http::Response post_call(const Door& door, const http::Request& request)
{
    const auto wish = json::parse<CallWish>(request.body);
    if (!wish) return refused(wish.error());
    return acted(door, request, [&](const Visitor& visitor) -> Result<void> {
        if (auto limit = within(door, writings, most_writings, visitor); !limit) return limit;
        return choose_time(door.ports, visitor, {wish->at, wish->phone.value_or("")});
    });
}

http::Response post_customer_upload(const Door& door, const http::Request& request)
{
    const auto visitor = visitor_of(door.links, door.ports.desk().cases, door.brand, request);
    if (!visitor) return refused(visitor.error());
    const auto kept = keep_upload(door, *visitor, request);
    return kept ? http::Response{201, json::text_of(*kept)} : refused(kept.error());
}

http::Response post_new_link(const Door& door, const http::Request& request)
{
    const auto visitor = visitor_of(door.links, door.ports.desk().cases, door.brand, request);
    if (!visitor) return refused(visitor.error());
    const auto of = case_behind(door.ports, visitor->opened);
    if (!of) return refused(of.error());
    const auto point = contact_point(door.ports, *of, visitor->opened.person_id);
    if (!point) return refused(Refusal{Refusal::conflict, "portal.no_address"});
    const auto sent = reply::renew_link(door.replying, of->id, *point);
    return sent ? http::Response{204} : refused(sent.error());
}

http::Response get_contact(const Door& door)
{
    const auto& desk = door.ports.desk();
    const auto& brand = desk.brand.brand();
    const auto& times = desk.brand.times();
    const Instant now = desk.clock.now();
    const bool open = times.open_at(now);
    const auto wait = door.crowd.wait(now);
    const ContactView view{.desk = {brand.name, brand.language, {"en", "fi", "el", "fa"}},
                           .token = form_token(door.keys, now),
                           .open_now = open,
                           .opens_at = open ? std::nullopt : std::optional(times.next_open(now)),
                           .answer_by = times.after_open_days(now, static_cast<int>(brand.first_update_days)),
                           .busy = door.crowd.busy(),
                           .half_by = wait ? std::optional(wait->half_by) : std::nullopt,
                           .half_n = wait ? wait->n : 0};
    return http::Response{200, json::text_of(view)}.with("Cache-Control", "no-store");
}

http::Response post_contact(const Door& door, const http::Request& request)
{
    return http::reply(201, filled(door, request));
}

bool link_opens(const Door& door, const http::Request& request, const conversation::Attachment& file)
{
    auto visitor = visitor_of(door.links, door.ports.desk().cases, door.brand, request);
    if (!visitor) return false;
    if (file.uploaded_link == visitor->opened.person_id && file.case_id == visitor->opened.case_id) return true;
    visitor->says_mine = true;
    const auto view = show_case(door.ports, *visitor);
    if (!view || !file.message_id) return false;
    return std::ranges::any_of(view->messages, [&](const MessageLine& line) { return line.id == *file.message_id; });
}

json::Shapes shapes()
{
    using namespace json;
    return {
        shape<Nothing, CustomerView>("GET /api/v1/customer/{link}"),
        shape<Nothing, CustomerView>("POST /api/v1/customer/{link}/mine"),
        shape<Nothing, CustomerView>("POST /api/v1/customer/{link}/not-mine"),
        shape<Nothing, CustomerView>("POST /api/v1/customer/{link}/solved"),
        shape<Words, CustomerView>("POST /api/v1/customer/{link}/unsolved"),
        shape<Words, CustomerView>("POST /api/v1/customer/{link}/messages"),
        shape<Nothing, CallTimes>("GET /api/v1/customer/{link}/call-times"),
        shape<CallWish, CustomerView>("POST /api/v1/customer/{link}/call"),
        makes<Nothing, Uploaded>("POST /api/v1/customer/{link}/uploads"),
        shape<Nothing, Nothing>("POST /api/v1/customer/{link}/new-link"),
        shape<Nothing, ContactView>("GET /api/v1/contact"),
        makes<ContactWish, ContactDone>("POST /api/v1/contact"),
    };
}

} // namespace amends::portal
