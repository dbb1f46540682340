// SPDX-License-Identifier: Apache-2.0
// The messages of a case and what belongs to each: one statement for each kind of thing, whatever their number.
#include "case/case_views_sql.h"

#include <algorithm>
#include <limits>

namespace amends::cases {
namespace {

constexpr int most_merges = 50;

struct Line {
    MessageId id{};
    std::optional<CaseId> case_id{};
    Instant at{};
    conversation::Direction direction{};
    conversation::MessageKind kind{};
    conversation::Author author{};
    std::optional<UserId> author_user{};
    std::optional<std::string> author_name{};
    std::string from_name{};
    std::string from_address{};
    std::string subject{};
    std::optional<std::string> body{};
    std::int64_t visible_length{};
    bool has_html{};
    std::string language{};
    bool right_to_left{};
    std::string automatic{};
    std::int64_t received_times{};
    std::optional<Instant> send_after{};
};
BOOST_DESCRIBE_STRUCT(Line, (),
                      (id, case_id, at, direction, kind, author, author_user, author_name, from_name, from_address,
                       subject, body, visible_length, has_html, language, right_to_left, automatic, received_times,
                       send_after))

constexpr std::string_view lines =
    "SELECT m.id, m.case_id, m.at, m.direction, m.kind, m.author, m.author_user, u.name, m.from_name, m.from_address,"
    " m.subject, (SELECT x.body FROM texts x WHERE x.brand_id = $brand AND x.id = m.text_id"
    " ORDER BY x.version DESC LIMIT 1), m.visible_length, m.html_blob <> '', m.language, m.right_to_left, m.automatic,"
    " m.received_times, m.send_after"
    " FROM messages m LEFT JOIN users u ON u.id = m.author_user WHERE m.brand_id = $brand AND ";

// A thing of a message, after the id of the message.
struct RecipientOf {
    MessageId message_id{};
    RecipientId id{};
    std::string address{};
    std::string name{};
    conversation::Role role{};
    conversation::Reach reach{};
    Instant reach_at{};
    std::string detail{};
};
BOOST_DESCRIBE_STRUCT(RecipientOf, (), (message_id, id, address, name, role, reach, reach_at, detail))

struct FileOf {
    MessageId message_id{};
    AttachmentId id{};
    std::string name{};
    std::string mime{};
    std::int64_t size{};
    bool in_line{};
    std::string handle{};
};
BOOST_DESCRIBE_STRUCT(FileOf, (), (message_id, id, name, mime, size, in_line, handle))

struct PlacementOf {
    MessageId message_id{};
    std::string evidence{};
    std::optional<std::int64_t> user_id{};
    std::string user_name{};
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(PlacementOf, (), (message_id, evidence, user_id, user_name, at))

// The messages between two of one case, or a single one. The cross join tells SQLite to begin with the messages.
struct Span {
    std::string condition{};
    sql::Params params{};
};

std::string things(std::string_view columns, std::string_view table, const Span& span)
{
    return std::string("SELECT ")
        .append(columns)
        .append(" FROM messages m CROSS JOIN ")
        .append(table)
        .append(" WHERE m.brand_id = $brand AND ")
        .append(span.condition)
        .append(" AND x.brand_id = $brand AND x.message_id = m.id ORDER BY m.at, m.id, x.id");
}

std::string cut(std::string_view text, std::int64_t length)
{
    return std::string(text.substr(0, length < 0 ? text.size() : static_cast<std::size_t>(length)));
}

MessageView view_from(Line line)
{
    const bool in = line.direction == conversation::Direction::inbound;
    auto text = std::move(line.body).value_or("");
    auto visible = cut(text, line.visible_length);
    return {.id = line.id,
            .case_id = line.case_id,
            .at = line.at,
            .direction = in ? ShownDirection::in : ShownDirection::out,
            .kind = line.kind,
            .author = line.author,
            .author_name = line.author_name.value_or(line.from_name),
            .user_id = line.author_user,
            .from = {std::move(line.from_name), std::move(line.from_address)},
            .subject = std::move(line.subject),
            .text = std::move(text),
            .visible_text = std::move(visible),
            .has_html = line.has_html,
            .language = std::move(line.language),
            .right_to_left = line.right_to_left,
            .automatic = from_name<Automatic>(line.automatic),
            .state = in ? conversation::State::received : conversation::State::withdrawn,
            .send_after = line.send_after,
            .received_times = line.received_times};
}

MessageView* among(std::vector<MessageView>& messages, MessageId id)
{
    const auto found = std::ranges::find(messages, id, &MessageView::id);
    return found == messages.end() ? nullptr : &*found;
}

void add_recipients(sql::Session& session, const Span& span, std::vector<MessageView>& messages)
{
    const auto text =
        things("x.message_id, x.id, x.address, x.name, x.role, x.reach, x.reach_at, x.detail", "recipients x", span);
    for (auto& found : session.all<RecipientOf>(text, span.params))
        if (auto* const message = among(messages, found.message_id))
            message->recipients.push_back({found.id, std::move(found.address), std::move(found.name), found.role,
                                           found.reach, found.reach_at, std::move(found.detail)});
}

void add_files(sql::Session& session, const Span& span, std::vector<MessageView>& messages)
{
    const auto text = things("x.message_id, x.id, x.name, x.mime, x.size, x.in_line, x.handle", "attachments x", span);
    for (auto& found : session.all<FileOf>(text, span.params))
        if (auto* const message = among(messages, found.message_id))
            message->attachments.push_back({found.id, std::move(found.name), std::move(found.mime), found.size,
                                            found.in_line, "/files/" + found.handle});
}

void add_placements(sql::Session& session, const Span& span, std::vector<MessageView>& messages)
{
    const auto text = things("x.message_id, x.evidence, x.placed_by, coalesce(u.name, ''), x.at",
                             "placements x LEFT JOIN users u ON u.id = x.placed_by", span);
    for (auto& found : session.all<PlacementOf>(text, span.params))
        if (auto* const message = among(messages, found.message_id))
            message->placement.push_back(
                {std::move(found.evidence),
                 found.user_id ? std::optional(Who{*found.user_id, std::move(found.user_name)}) : std::nullopt,
                 found.at});
}

// As conversation::state_of() would have it, from what the view holds.
void settle_states(std::vector<MessageView>& messages)
{
    for (auto& message : messages) {
        std::vector<conversation::Recipient> reached;
        for (const auto& recipient : message.recipients)
            reached.push_back({.reach = recipient.reach, .detail = recipient.detail});
        const bool in = message.direction == ShownDirection::in;
        message.state =
            conversation::state_of(in ? conversation::Direction::inbound : conversation::Direction::outbound, reached);
    }
}

void add_things(sql::Session& session, const Span& span, std::vector<MessageView>& messages)
{
    add_recipients(session, span, messages);
    add_files(session, span, messages);
    add_placements(session, span, messages);
}

bool newer(const MessageView& a, const MessageView& b) { return std::pair(a.at, a.id) > std::pair(b.at, b.id); }

} // namespace

std::vector<CaseId> CaseViewsSql::with_merged(CaseId id) const
{
    std::vector<CaseId> found{id};
    for (std::size_t next = 0; next < found.size() && found.size() < most_merges; ++next)
        for (auto& row : session_.query("SELECT source FROM case_merges WHERE brand_id = $brand AND target = $target"
                                        " AND undone_at IS NULL ORDER BY id",
                                        {{"brand", brand_}, {"target", found[next]}}))
            found.push_back(sql::from_value<CaseId>(std::move(row.at(0))));
    return found;
}

MessageList CaseViewsSql::messages(const MessagesWish& wish) const { return messages(with_merged(wish.case_id), wish); }

MessageList CaseViewsSql::messages(const std::vector<CaseId>& cases, const MessagesWish& wish) const
{
    static const std::string text =
        std::string(lines) +
        "m.case_id = $case AND (m.at, m.id) < ($at, $last) ORDER BY m.at DESC, m.id DESC LIMIT $at_most";
    constexpr auto end = std::numeric_limits<std::int64_t>::max();
    const auto from = wish.after.value_or(Cursor{end, end});
    MessageList list;
    for (const CaseId id : cases)
        for (auto& row : session_.query(
                 text,
                 {{"brand", brand_}, {"case", id}, {"at", from.at}, {"last", from.id}, {"at_most", wish.limit + 1}}))
            list.items.push_back(view_from(sql::read<Line>(std::move(row))));
    if (cases.size() > 1) std::ranges::sort(list.items, newer);

    if (const auto limit = static_cast<std::size_t>(wish.limit); list.items.size() > limit) {
        list.items.resize(limit);
        const auto& last = list.items.back();
        list.next = text_of(Cursor{last.at.time_since_epoch().count(), static_cast<std::int64_t>(last.id)});
    }
    for (const CaseId id : cases) add_details(list.items, id);
    settle_states(list.items);
    return list;
}

void CaseViewsSql::add_details(std::vector<MessageView>& messages, CaseId of_case) const
{
    const MessageView* newest = nullptr;
    const MessageView* oldest = nullptr;
    for (const auto& message : messages) {
        if (message.case_id != of_case) continue;
        if (newest == nullptr) newest = &message;
        oldest = &message;
    }
    if (newest == nullptr) return;
    const Span span{"m.case_id = $case AND (m.at, m.id) >= ($from_at, $from_id) AND (m.at, m.id) <= ($to_at, $to_id)",
                    {{"brand", brand_},
                     {"case", of_case},
                     {"from_at", oldest->at},
                     {"from_id", oldest->id},
                     {"to_at", newest->at},
                     {"to_id", newest->id}}};
    add_things(session_, span, messages);
}

std::optional<MessageView> CaseViewsSql::message(MessageId id) const
{
    const Span span{"m.id = $id", {{"brand", brand_}, {"id", id}}};
    auto found = session_.one<Line>(std::string(lines) + span.condition, span.params);
    if (!found) return std::nullopt;
    std::vector<MessageView> one{view_from(*std::move(found))};
    add_things(session_, span, one);
    settle_states(one);
    return std::move(one.front());
}

} // namespace amends::cases
