// SPDX-License-Identifier: Apache-2.0
#include "portal/shown_messages.h"

#include <algorithm>

namespace amends::portal {
namespace {

using conversation::Message;
using conversation::Recipient;

constexpr int most_shown = 200;

struct Reader {
    PersonId person{};
    std::vector<std::string> addresses{};
    std::string link{};
    bool by_form = false;
};

bool to_them(const Reader& reader, const std::vector<Recipient>& recipients)
{
    return std::ranges::any_of(recipients, [&](const Recipient& recipient) {
        return recipient.role != conversation::Role::bcc &&
               std::ranges::find(reader.addresses, recipient.address) != reader.addresses.end();
    });
}

bool has_left(const std::vector<Recipient>& recipients)
{
    const auto state = conversation::state_of(conversation::Direction::outbound, recipients);
    return state == conversation::State::sent || state == conversation::State::failed ||
           state == conversation::State::unconfirmed;
}

bool written_by_machine(const Message& message)
{
    return message.automatic == "auto_reply" || message.automatic == "bounce" || message.automatic == "feedback_report";
}

bool shown_to(const Ports& ports, const Reader& reader, const Message& message)
{
    const bool on_page = message.kind == conversation::MessageKind::form;
    if (message.direction == conversation::Direction::inbound)
        return (on_page || !reader.by_form) && message.person_id == reader.person && !written_by_machine(message);
    if (reader.by_form) return false;
    const auto recipients = ports.desk().messages.recipients(message.id);
    return to_them(reader, recipients) && has_left(recipients);
}

std::string name_on(const Ports& ports, const Message& message)
{
    if (message.direction == conversation::Direction::inbound) return message.from_name;
    if (message.author_user) return ports.names.user(*message.author_user);
    const auto& brand = ports.desk().brand.brand();
    return brand.sender_name.empty() ? brand.name : brand.sender_name;
}

std::vector<FileLine> files_of(const Ports& ports, const Reader& reader, const Message& message)
{
    std::vector<FileLine> files;
    if (!message.has_attachments) return files;
    for (const auto& file : ports.desk().messages.attachments(message.id))
        if (!file.in_line)
            files.push_back(
                {label(file.name), file.mime, file.size, "/api/v1/customer/" + reader.link + "/files/" + file.handle});
    return files;
}

MessageLine line_from(const Ports& ports, const Reader& reader, const Message& message)
{
    auto text = ports.desk().texts.text(message.text_id);
    if (const auto own = static_cast<std::size_t>(std::max<std::int64_t>(0, message.visible_length)); own < text.size())
        text.resize(own);
    return {.id = message.id,
            .at = message.at,
            .ours = message.direction == conversation::Direction::outbound,
            .name = name_on(ports, message),
            .text = std::move(text),
            .right_to_left = message.right_to_left,
            .attachments = files_of(ports, reader, message)};
}

// What was merged into the case counts as long as it was the same person's.
std::vector<CaseId> cases_of(const Ports& ports, const cases::Case& of)
{
    std::vector<CaseId> found{of.id};
    for (std::size_t next = 0; next < found.size() && found.size() < 50; ++next)
        for (const CaseId source : ports.desk().cases.merged_into(found[next]))
            if (const auto merged = ports.desk().cases.find(source); merged && merged->person_id == of.person_id)
                found.push_back(source);
    return found;
}

} // namespace

std::vector<MessageLine> shown_messages(const Ports& ports, const cases::Case& of, const Visitor& visitor)
{
    Reader reader{.person = visitor.opened.person_id, .link = visitor.link, .by_form = visitor.by_form};
    for (const auto& point : ports.desk().people.contact_points(reader.person))
        reader.addresses.push_back(point.address);
    std::vector<MessageLine> lines;
    for (const CaseId id : cases_of(ports, of))
        for (const Message& message :
             ports.desk().messages.of_case(id, Instant::max(), MessageId{INT64_MAX}, most_shown))
            if (shown_to(ports, reader, message)) lines.push_back(line_from(ports, reader, message));
    std::ranges::sort(lines,
                      [](const auto& a, const auto& b) { return std::pair(a.at, a.id) < std::pair(b.at, b.id); });
    return lines;
}

std::string label(std::string_view name)
{
    std::string shown;
    for (std::size_t at = 0; at < name.size(); ++at) {
        const auto rest = name.substr(at);
        // U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069
        const bool turns = rest.size() >= 3 && rest[0] == '\xe2' &&
                           ((rest[1] == '\x80' &&
                             (rest[2] == '\x8e' || rest[2] == '\x8f' || (rest[2] >= '\xaa' && rest[2] <= '\xae'))) ||
                            (rest[1] == '\x81' && rest[2] >= '\xa6' && rest[2] <= '\xa9'));
        if (turns) at += 2;
        const auto byte = static_cast<unsigned char>(rest[0]);
        if (turns || byte < ' ' || byte == 0x7f || byte == '/' || byte == '\\') shown += '_';
        else shown += rest[0];
    }
    return shown;
}

} // namespace amends::portal
