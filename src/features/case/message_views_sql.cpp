// SPDX-License-Identifier: Apache-2.0
// The messages of a case and what belongs to each: one statement for each kind of thing, whatever their number.
#include "case/case_views_sql.h"

#include "platform/sql/dialect.h"

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

void ask_recipients(sql::Questions& questions, const Span& span, std::vector<MessageView>& messages)
{
    auto text =
        things("x.message_id, x.id, x.address, x.name, x.role, x.reach, x.reach_at, x.detail", "recipients x", span);
    questions.each<RecipientOf>(std::move(text), span.params, [&messages](RecipientOf found) {
        if (auto* const message = among(messages, found.message_id))
            message->recipients.push_back({found.id, std::move(found.address), std::move(found.name), found.role,
                                           found.reach, found.reach_at, std::move(found.detail)});
    });
}

void ask_files(sql::Questions& questions, const Span& span, std::vector<MessageView>& messages)
{
    auto text = things("x.message_id, x.id, x.name, x.mime, x.size, x.in_line, x.handle", "attachments x", span);
    questions.each<FileOf>(std::move(text), span.params, [&messages](FileOf found) {
        if (auto* const message = among(messages, found.message_id))
            message->attachments.push_back({found.id, std::move(found.name), std::move(found.mime), found.size,
                                            found.in_line, "/files/" + found.handle});
    });
}

void ask_placements(sql::Questions& questions, const Span& span, std::vector<MessageView>& messages)
{
    auto text = things("x.message_id, x.evidence, x.placed_by, coalesce(u.name, ''), x.at",
                       "placements x LEFT JOIN users u ON u.id = x.placed_by", span);
    questions.each<PlacementOf>(std::move(text), span.params, [&messages](PlacementOf found) {
        if (auto* const message = among(messages, found.message_id))
            message->placement.push_back(
                {std::move(found.evidence),
                 found.user_id ? std::optional(Who{*found.user_id, std::move(found.user_name)}) : std::nullopt,
                 found.at});
    });
}

void ask_things(sql::Questions& questions, const Span& span, std::vector<MessageView>& messages)
{
    ask_recipients(questions, span, messages);
    ask_files(questions, span, messages);
    ask_placements(questions, span, messages);
}

bool newer(const MessageView& a, const MessageView& b) { return std::pair(a.at, a.id) > std::pair(b.at, b.id); }

// Those of one case of which some are among the messages, newest first.
std::optional<Span> span_of(const std::vector<MessageView>& messages, BrandId brand, CaseId of_case)
{
    const auto ours = [&](const MessageView& message) { return message.case_id == of_case; };
    const auto newest = std::ranges::find_if(messages, ours);
    if (newest == messages.end()) return std::nullopt;
    const auto oldest = std::ranges::find_if(messages.rbegin(), messages.rend(), ours);
    return Span{"m.case_id = $case AND (m.at, m.id) >= ($from_at, $from_id) AND (m.at, m.id) <= ($to_at, $to_id)",
                {{"brand", brand},
                 {"case", of_case},
                 {"from_at", oldest->at},
                 {"from_id", oldest->id},
                 {"to_at", newest->at},
                 {"to_id", newest->id}}};
}

struct Source {
    CaseId id{};
};
BOOST_DESCRIBE_STRUCT(Source, (), (id))

} // namespace

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

void CaseViewsSql::ask_merged(sql::Questions& questions, CaseId into, std::vector<CaseId>& found) const
{
    questions.each<Source>("SELECT source FROM case_merges WHERE brand_id = $brand AND target = $target"
                           " AND undone_at IS NULL ORDER BY id",
                           {{"brand", brand_}, {"target", into}},
                           [&found](Source source) { found.push_back(source.id); });
}

std::vector<CaseId> CaseViewsSql::with_merged(CaseId id) const
{
    std::vector<CaseId> found{id};
    sql::Questions questions(session_);
    for (std::size_t next = 0; next < found.size() && found.size() < most_merges; ++next) {
        ask_merged(questions, found[next], found);
        questions.answer();
    }
    return found;
}

MessageList CaseViewsSql::messages(const MessagesWish& wish) const
{
    const auto cases = with_merged(wish.case_id);
    MessageList list;
    sql::Questions questions(session_);
    for (const CaseId id : cases) ask_messages(questions, id, wish, list.items);
    questions.answer();
    cut(list, wish, cases);
    ask_details(questions, list.items, cases);
    questions.answer();
    settle_states(list.items);
    return list;
}

void CaseViewsSql::ask_messages(sql::Questions& questions, CaseId id, const MessagesWish& wish,
                                std::vector<MessageView>& into) const
{
    static const std::string text =
        std::string(lines) + "m.case_id = $case AND (m.at, m.id) < ($at, $last) ORDER BY m.at DESC, m.id DESC";
    constexpr auto end = std::numeric_limits<std::int64_t>::max();
    const auto from = wish.after.value_or(Cursor{end, end});
    questions.each<Line>(text + sql::limit(static_cast<std::size_t>(wish.limit) + 1),
                         {{"brand", brand_}, {"case", id}, {"at", from.at}, {"last", from.id}},
                         [&into](Line line) { into.push_back(view_from(std::move(line))); });
}

// To as many as are wished, the newest of all cases; where there are more the cursor says so.
void CaseViewsSql::cut(MessageList& list, const MessagesWish& wish, const std::vector<CaseId>& cases)
{
    if (cases.size() > 1) std::ranges::sort(list.items, newer);
    const auto limit = static_cast<std::size_t>(wish.limit);
    if (list.items.size() <= limit) return;
    list.items.resize(limit);
    const auto& last = list.items.back();
    list.next = text_of(Cursor{last.at.time_since_epoch().count(), static_cast<std::int64_t>(last.id)});
}

void CaseViewsSql::ask_details(sql::Questions& questions, std::vector<MessageView>& of,
                               const std::vector<CaseId>& cases) const
{
    for (const CaseId id : cases)
        if (const auto span = span_of(of, brand_, id)) ask_things(questions, *span, of);
}

std::optional<MessageView> CaseViewsSql::message(MessageId id) const
{
    const Span span{"m.id = $id", {{"brand", brand_}, {"id", id}}};
    std::vector<MessageView> one;
    sql::Questions questions(session_);
    questions.each<Line>(std::string(lines) + span.condition, span.params,
                         [&one](Line line) { one.push_back(view_from(std::move(line))); });
    ask_things(questions, span, one);
    questions.answer();
    if (one.empty()) return std::nullopt;
    settle_states(one);
    return std::move(one.front());
}

} // namespace amends::cases
