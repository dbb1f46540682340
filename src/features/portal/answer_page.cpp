// SPDX-License-Identifier: Apache-2.0
#include "portal/answer_page.h"

#include "case/acting.h"
#include "case/change_case.h"
#include "case/place_message.h"
#include "closure/customer_says.h"
#include "portal/show_case.h"
#include "reply/reply.h"

#include <algorithm>

namespace amends::portal {
namespace {

struct Behind {
    cases::Case of{};
    person::ContactPoint point{};
};

// What may be written to, by whom: refused after "this was not me", and when the case may not come back.
Result<Behind> open(const Ports& ports, const Visitor& visitor)
{
    AMENDS_TRY(auto of, case_behind(ports, visitor.opened));
    const auto& desk = ports.desk();
    if (cases::ended(of.status) && !cases::may_reopen(of, desk.clock.now(), desk.brand.brand().reopen_days))
        return refuse(Refusal::not_found, "portal.link_ended");
    auto point = contact_point(ports, of, visitor.opened.person_id);
    if (!point) return refuse(Refusal::not_found, "portal.no_such_link");
    if (point->stopped_at) return refuse(Refusal::forbidden, "portal.not_yours");
    return Behind{std::move(of), *std::move(point)};
}

Result<std::vector<conversation::ReceivedFile>> files_from(const Ports& ports, const Visitor& visitor,
                                                           const std::vector<AttachmentId>& uploads)
{
    std::vector<conversation::ReceivedFile> files;
    for (const AttachmentId id : uploads) {
        const auto file = ports.desk().messages.attachment(id);
        const bool theirs = file && file->uploaded_link == visitor.opened.person_id &&
                            file->case_id == visitor.opened.case_id && !file->message_id;
        if (!theirs) return refuse(Refusal::invalid, "portal.upload_unknown", "attachments");
        files.push_back({.name = file->name, .mime = file->mime, .size = file->size, .blob = file->blob});
    }
    return files;
}

// Each writing is a message of its own, also when the words are the same.
conversation::Received received(const Ports& ports, const Behind& behind, const Visitor& visitor, std::string text)
{
    const auto& desk = ports.desk();
    const auto person = desk.people.find(visitor.opened.person_id).value_or(person::Person{});
    const auto length = static_cast<std::int64_t>(text.size());
    const auto line = ports.channels.of_kind(channel::Kind::form);
    const bool from_the_right = reply::right_to_left(text);
    return {.channel_id = line ? line->id : behind.of.channel_id,
            .kind = conversation::MessageKind::form,
            .at = desk.clock.now(),
            .from_name = person.name,
            .from_address = behind.point.address,
            .subject = behind.of.subject,
            .text = std::move(text),
            .visible_length = length,
            .language = behind.of.language,
            .right_to_left = from_the_right,
            .external_id = "page-" + std::to_string(static_cast<std::int64_t>(desk.ids.next<ContactId>()))};
}

} // namespace

Result<void> say_mine(const Ports& ports, const Visitor& visitor)
{
    AMENDS_TRY(auto behind, open(ports, visitor));
    if (behind.point.verified_at || visitor.by_form) return {};
    behind.point.verified_at = ports.desk().clock.now();
    ports.desk().people.change(behind.point);
    ports.desk().events.append("contact.proven", timeline::about("contact_point", behind.point.id, behind.of.id));
    return {};
}

Result<void> say_not_mine(const Ports& ports, const Visitor& visitor)
{
    const auto& desk = ports.desk();
    AMENDS_TRY(const auto before, case_behind(ports, visitor.opened));
    auto point = contact_point(ports, before, visitor.opened.person_id);
    if (!point) return refuse(Refusal::not_found, "portal.no_such_link");
    if (visitor.by_form) return refuse(Refusal::forbidden, "portal.not_yours"); // Would silence somebody else.
    if (point->stopped_at) return {};
    point->stopped_at = desk.clock.now();
    desk.people.change(*point);
    cases::Case marked = before;
    marked.mark = "not_mine";
    marked.unread = true;
    AMENDS_TRY(const auto after, cases::write(desk, before, std::move(marked)));
    desk.events.append("customer.not_mine", timeline::about(after.id));
    return {};
}

Result<void> write_on_page(const Ports& ports, const Visitor& visitor, const WriteOnPage& wish)
{
    auto words = cases::trimmed(wish.text);
    if (words.empty() && wish.attachments.empty()) return refuse(Refusal::invalid, "portal.text_missing", "text");
    if (words.size() > longest_text) return refuse(Refusal::invalid, "portal.text_too_long", "text");
    AMENDS_TRY(const auto behind, open(ports, visitor));
    AMENDS_TRY(auto files, files_from(ports, visitor, wish.attachments));
    auto message = received(ports, behind, visitor, std::move(words));
    message.files = std::move(files);
    const auto kept = conversation::receive_message(ports.talk, message);
    AMENDS_TRY([[maybe_unused]] const auto joined, cases::join_case(ports.desk(), kept.message, behind.of, "portal"));
    return {};
}

Result<void> say_solved(const Ports& ports, const Visitor& visitor)
{
    AMENDS_TRY(const auto behind, open(ports, visitor));
    AMENDS_TRY([[maybe_unused]] const auto solved, closure::customer_says_solved(ports.ending, behind.of.id));
    return {};
}

Result<void> say_unsolved(const Ports& ports, const Visitor& visitor, const std::string& words)
{
    AMENDS_TRY(const auto behind, open(ports, visitor));
    AMENDS_TRY([[maybe_unused]] const auto back, closure::customer_says_unsolved(ports.ending, behind.of.id));
    if (cases::trimmed(words).empty()) return {};
    return write_on_page(ports, visitor, {.text = words});
}

} // namespace amends::portal
