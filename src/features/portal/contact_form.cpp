// SPDX-License-Identifier: Apache-2.0
#include "portal/contact_form.h"

#include "case/acting.h"
#include "case/change_case.h"
#include "case/open_case.h"
#include "case/place_message.h"
#include "portal/answer_page.h"
#include "reply/reply.h"

#include <algorithm>
#include <array>

namespace amends::portal {
namespace {

constexpr std::string_view by_address = "form.address";
constexpr std::string_view by_place = "form.place";
constexpr auto day = std::chrono::hours(24);
constexpr auto hour = std::chrono::hours(1);
constexpr std::int64_t most_by_address = 5; // A day.
constexpr std::int64_t most_by_place = 20;  // An hour: many may sit behind one address.
constexpr std::size_t longest_line = 200;
constexpr std::array<std::string_view, 4> languages{"en", "fi", "el", "fa"};

// One line, no control characters, no longer than a line.
std::string one_line(std::string_view text)
{
    auto line = cases::trimmed(text);
    std::ranges::replace_if(line, [](char letter) { return static_cast<unsigned char>(letter) < ' '; }, ' ');
    if (line.size() <= longest_line) return line;
    auto size = longest_line;
    while (size > 0 && (static_cast<unsigned char>(line[size]) & 0xc0U) == 0x80U) --size;
    line.resize(size);
    return line;
}

Result<void> within_limits(const Ports& ports, staff::AttemptStore& attempts, const std::string& address,
                           const Sender& sender)
{
    const Instant now = ports.desk().clock.now();
    if (attempts.count(by_address, address, now - day) >= most_by_address ||
        attempts.count(by_place, sender.place, now - hour) >= most_by_place)
        return refuse(Refusal::rate_limited, "portal.too_many");
    attempts.add(by_address, address, now);
    attempts.add(by_place, sender.place, now);
    return {};
}

std::string first_words(const std::string& text) { return one_line(std::string_view(text).substr(0, text.find('\n'))); }

conversation::Received received(const Ports& ports, const channel::Channel& line, const FillForm& wish,
                                std::string address)
{
    auto text = cases::trimmed(wish.text);
    const auto subject = one_line(wish.subject);
    const bool known = std::ranges::find(languages, wish.language) != languages.end();
    const bool from_the_right = reply::right_to_left(text);
    const auto length = static_cast<std::int64_t>(text.size());
    return {.channel_id = line.id,
            .kind = conversation::MessageKind::form,
            .at = ports.desk().clock.now(),
            .from_name = one_line(wish.name),
            .from_address = std::move(address),
            .subject = subject.empty() ? first_words(text) : subject,
            .text = std::move(text),
            .visible_length = length,
            .language = known ? wish.language : ports.desk().brand.brand().language,
            .right_to_left = from_the_right,
            .external_id = "form-" + std::to_string(static_cast<std::int64_t>(ports.desk().ids.next<ContactId>()))};
}

// A form is anybody's word: it says where somebody lives only while nobody has proved to be that person.
person::Person with_zone(const Ports& ports, person::Person person, const std::string& zone)
{
    if (zone.empty() || !person.zone.empty()) return person;
    const auto points = ports.desk().people.contact_points(person.id);
    if (std::ranges::any_of(points, [](const auto& point) { return point.verified_at.has_value(); })) return person;
    person.zone = zone;
    ports.desk().people.change(person);
    return person;
}

} // namespace

Result<FormAnswer> fill_form(const Ports& ports, staff::AttemptStore& attempts, const FillForm& wish,
                             const Sender& sender)
{
    const auto& desk = ports.desk();
    if (cases::trimmed(wish.text).empty()) return refuse(Refusal::invalid, "portal.text_missing", "text");
    if (wish.text.size() > longest_text) return refuse(Refusal::invalid, "portal.text_too_long", "text");
    auto address = person::email_address(cases::trimmed(wish.address), "address");
    if (!address) return refuse(Refusal::invalid, "contact.address_invalid", "address");
    const auto line = ports.channels.of_kind(channel::Kind::form);
    if (!line) return refuse(Refusal::not_found, "contact.closed");
    if (auto within = within_limits(ports, attempts, *address, sender); !within) return std::unexpected(within.error());

    const auto kept = conversation::receive_message(ports.talk, received(ports, *line, wish, *address));
    const auto opened = cases::open_case(desk, {.person = with_zone(ports, kept.person, wish.zone),
                                                .address = *address,
                                                .channel_id = line->id,
                                                .channel_kind = std::string(name_of(line->kind)),
                                                .subject = kept.message.subject,
                                                .language = kept.message.language,
                                                .origin_at = kept.message.at});
    AMENDS_TRY(const auto heard, cases::join_case(desk, kept.message, opened, "form"));
    return FormAnswer{heard.id, kept.person.id, brand::case_ref(desk.brand.brand(), heard.number),
                      heard.next_update_at};
}

} // namespace amends::portal
