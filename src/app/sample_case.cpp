// SPDX-License-Identifier: Apache-2.0
#include "app/sample_case.h"

#include "case/change_case.h"
#include "platform/search/search_index.h"
#include "platform/text/tokens.h"

#include <fmt/format.h>

#include <array>

namespace amends::sample {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;

constexpr auto oldest = days(700);
constexpr auto youngest_ended = days(9);
constexpr std::size_t most_known = 4000;
constexpr std::size_t most_texts = 20'000;
constexpr std::int64_t fewest_live = 120;
constexpr std::int64_t most_live = 4000;
constexpr std::array<std::string_view, 4> topics{"delivery/late", "delivery/lost", "billing", "product/broken"};
constexpr std::array<std::string_view, 3> colleague_names{"Leila Karimi", "Mikko Laine", "Eleni Georgiou"};

std::int64_t live_of(std::int64_t cases) { return std::min(cases, std::clamp(cases / 20, fewest_live, most_live)); }

void add_colleagues(House& house, sql::Session& session, SampleDesk& desk)
{
    for (const auto name : colleague_names) {
        const auto email = fmt::format("{}@sample.invalid", name.substr(0, name.find(' ')));
        const auto known = session.query("SELECT id FROM users WHERE email = $email", {{"email", email}});
        const auto id = known.empty() ? house.ids.next<UserId>() : sql::from_value<UserId>(sql::Value(known[0].at(0)));
        if (known.empty()) {
            session.execute("INSERT INTO users (id, email, name, language, zone, password_hash, created_at)"
                            " VALUES ($id, $email, $name, 'en', 'UTC', '', $now)",
                            {{"id", id}, {"email", email}, {"name", name}, {"now", house.clock.now()}});
            session.execute("INSERT INTO memberships (brand_id, user_id, role) VALUES ($brand, $id, 'agent')",
                            {{"brand", desk.brand}, {"id", id}});
        }
        desk.agents.push_back({id, std::string(name)});
    }
}

} // namespace

struct CaseMaker::Story {
    const Language* language{};
    person::Person person{};
    std::string address{};
    ConversationId conversation{};
    cases::Case of{};
    Colleague owner{};
    std::int64_t messages{};
    std::chrono::milliseconds step{};
    bool live = false;
    std::optional<promise::Promise> promised{}; // News.
    std::optional<promise::Promise> result{};
    std::vector<cases::Wait> waits{};
};

std::optional<SampleDesk> prepare(House& house, sql::Session& session, BrandId brand)
{
    SampleDesk desk{.brand = brand};
    const auto line = channel::ChannelSqlStore(session, brand).of_kind(channel::Kind::mail);
    const auto team = brand::BrandSqlStore(session, brand).brand().default_team;
    if (!line || !team) return std::nullopt;
    desk.line = *line;
    desk.team = *team;
    for (auto& row : session.query("SELECT users.id, users.name FROM users JOIN memberships ON user_id = users.id"
                                   " WHERE brand_id = $brand AND role = 'admin' ORDER BY users.id",
                                   {{"brand", brand}}))
        desk.agents.push_back(
            {sql::from_value<UserId>(std::move(row.at(0))), sql::from_value<std::string>(std::move(row.at(1)))});
    sql::Transaction transaction(session);
    add_colleagues(house, session, desk);
    transaction.commit();
    return desk;
}

CaseMaker::CaseMaker(House& house, sql::Session& session, SampleDesk desk, FixedClock& clock, Span span)
    : house_(house),
      sample_(std::move(desk)),
      clock_(clock),
      span_(span),
      desk_(house, session, sample_.brand, {}),
      random_(static_cast<std::uint64_t>(span.seed))
{
}

std::int64_t CaseMaker::any(std::int64_t below)
{
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(std::max<std::int64_t>(1, below)));
}

void CaseMaker::happen(Instant at, std::string type, timeline::Subject subject, std::string payload)
{
    clock_.advance(at - clock_.now());
    desk_.events.append(std::move(type), std::move(subject), std::move(payload));
}

void CaseMaker::happen(Instant at, std::string type, const promise::Promise& promise)
{
    happen(at, std::move(type), timeline::about("promise", promise.id, promise.case_id), promise::payload_of(promise));
}

std::string CaseMaker::words(std::span<const std::string_view> sentences)
{
    const auto first = any(static_cast<std::int64_t>(sentences.size()));
    std::string text;
    for (std::int64_t count = 0; count < 2 + any(3); ++count) {
        const auto at = static_cast<std::size_t>(first + count * 3) % sentences.size();
        text.append(text.empty() ? "" : " ").append(sentences[at]);
    }
    return text;
}

person::Person CaseMaker::customer(const Language& language, std::int64_t place)
{
    if (!known_.empty() && any(3) == 0) {
        auto again = known_[static_cast<std::size_t>(any(static_cast<std::int64_t>(known_.size())))];
        if (again.language == language.code) return again;
    }
    const auto pick = [&](auto names) {
        return names[static_cast<std::size_t>(any(static_cast<std::int64_t>(names.size())))];
    };
    const auto now = clock_.now();
    const person::Person person{.id = house_.ids.next<PersonId>(),
                                .name = fmt::format("{} {}", pick(language.first_names), pick(language.last_names)),
                                .language = std::string(language.code),
                                .zone = std::string(language.zone),
                                .created_at = now,
                                .touched_at = now};
    desk_.people.add(person);
    desk_.people.add(person::ContactPoint{
        .id = house_.ids.next<ContactPointId>(),
        .person_id = person.id,
        .kind = person::ContactKind::email,
        .address = fmt::format("customer{}.{}@example.com", static_cast<std::int64_t>(person.id), place),
        .created_at = now});
    if (known_.size() < most_known) known_.push_back(person);
    else known_[static_cast<std::size_t>(any(most_known))] = person;
    return person;
}

CaseMaker::Story CaseMaker::begin(std::int64_t place, std::int64_t messages)
{
    const auto alive = live_of(span_.cases);
    const auto ended = span_.cases - alive;
    Story story{
        .language = &languages()[static_cast<std::size_t>(any(4))], .messages = messages, .live = place >= ended};
    const auto age =
        story.live ? std::chrono::milliseconds(days(8)) * (span_.cases - place) / alive
                   : std::chrono::milliseconds(youngest_ended) + std::chrono::milliseconds(oldest - youngest_ended) /
                                                                     std::max<std::int64_t>(1, ended) * (ended - place);
    const Instant origin = span_.now - age - 1min;
    story.step = std::min<std::chrono::milliseconds>(3h, std::chrono::milliseconds(age) / (messages + 1));
    clock_.advance(origin - clock_.now());
    story.person = customer(*story.language, place);
    story.address = desk_.people.contact_points(story.person.id).at(0).address;
    story.owner = sample_.agents[static_cast<std::size_t>(any(static_cast<std::int64_t>(sample_.agents.size())))];
    story.conversation = desk_.messages.conversation_with(story.person.id, sample_.line.id, house_.ids, origin);
    const auto& subjects = story.language->subjects;
    story.of = {.id = house_.ids.next<CaseId>(),
                .number = house_.numbers.next(sample_.brand),
                .type = static_cast<cases::Type>(any(4)),
                .topic = std::string(topics.at(static_cast<std::size_t>(any(std::ssize(topics))))),
                .status = cases::Status::queued,
                .subject =
                    std::string(subjects[static_cast<std::size_t>(any(static_cast<std::int64_t>(subjects.size())))]),
                .language = std::string(story.language->code),
                .channel_id = sample_.line.id,
                .channel_kind = "mail",
                .person_id = story.person.id,
                .team_id = sample_.team,
                .origin_at = origin,
                .acknowledged_at = origin};
    return story;
}

void CaseMaker::make(std::int64_t place, std::int64_t messages)
{
    Story story = begin(place, messages);
    happen(story.of.origin_at, "case.opened", timeline::about(story.of.id));
    tell(story);
    if (story.live) leave_live(story);
    else end(story);
    story.of.due_at = cases::nearest_due(story.of);
    desk_.cases.add(story.of);
    desk_.cases.add(cases::Participant{.case_id = story.of.id,
                                       .address = story.address,
                                       .name = story.person.name,
                                       .person_id = story.person.id,
                                       .role = "customer",
                                       .added_at = story.of.origin_at});
    for (const auto& wait : story.waits) desk_.cases.add(wait);
    for (const auto* const promise : {&story.promised, &story.result})
        if (*promise) desk_.promises.add(**promise);
    index(static_cast<std::int64_t>(story.of.id), story, story.of.origin_at,
          fmt::format("{} {} {}", story.of.number, story.of.subject, story.person.name));
}

void CaseMaker::tell(Story& story)
{
    // The rows of a case come after their case; what hangs on it is put together first and refers to it by id alone.
    for (std::int64_t turn = 0; turn < story.messages; ++turn) {
        if (turn % 2 == 0) customer_writes(story, turn);
        else we_write(story, turn);
    }
    story.of.message_count = story.messages;
}

void CaseMaker::customer_writes(Story& story, std::int64_t turn)
{
    const Instant at = story.of.origin_at + story.step * turn;
    const auto text = words(story.language->complaints);
    const conversation::Message message{.id = house_.ids.next<MessageId>(),
                                        .conversation_id = story.conversation,
                                        .case_id = story.of.id,
                                        .direction = conversation::Direction::inbound,
                                        .kind = conversation::MessageKind::email,
                                        .author = conversation::Author::customer,
                                        .person_id = story.person.id,
                                        .from_name = story.person.name,
                                        .from_address = story.address,
                                        .subject = story.of.subject,
                                        .text_id = house_.ids.next<TextId>(),
                                        .visible_length = static_cast<std::int64_t>(text.size()),
                                        .language = std::string(story.language->code),
                                        .right_to_left = story.language->right_to_left,
                                        .provider_id = fmt::format("sample-{}-{}@example.com", story.of.number, turn),
                                        .at = at};
    desk_.texts.add(message.text_id, message.language, text);
    desk_.messages.add(message);
    desk_.cases.add(cases::Placement{house_.ids.next<PlacementId>(), message.id, story.of.id,
                                     turn == 0 ? "new_case" : "token", std::nullopt, at});
    index(static_cast<std::int64_t>(message.id), story, at, text);
    happen(at, "message.placed", timeline::about("message", message.id, story.of.id));
    story.of.last_message_at = at;
    story.of.last_word = cases::LastWord::customer;
    story.of.waiting_since = at;
    story.of.unread = true;
}

void CaseMaker::we_write(Story& story, std::int64_t turn)
{
    const Instant at = story.of.origin_at + story.step * turn;
    const auto text = words(story.language->answers);
    const conversation::Message message{.id = house_.ids.next<MessageId>(),
                                        .conversation_id = story.conversation,
                                        .case_id = story.of.id,
                                        .direction = conversation::Direction::outbound,
                                        .kind = conversation::MessageKind::email,
                                        .author = conversation::Author::agent,
                                        .author_user = story.owner.id,
                                        .from_name = story.owner.name,
                                        .from_address = sample_.line.address,
                                        .subject = "Re: " + story.of.subject,
                                        .text_id = house_.ids.next<TextId>(),
                                        .visible_length = static_cast<std::int64_t>(text.size()),
                                        .language = std::string(story.language->code),
                                        .right_to_left = story.language->right_to_left,
                                        .provider_id = fmt::format("sample-{}-{}@example.org", story.of.number, turn),
                                        .send_after = at,
                                        .at = at};
    desk_.texts.add(message.text_id, message.language, text);
    desk_.messages.add(message);
    desk_.messages.add(conversation::Recipient{.id = house_.ids.next<RecipientId>(),
                                               .message_id = message.id,
                                               .case_id = story.of.id,
                                               .address = story.address,
                                               .name = story.person.name,
                                               .reach = conversation::Reach::sent,
                                               .reach_at = at});
    index(static_cast<std::int64_t>(message.id), story, at, text);
    if (turn == 1) happen(at, "case.taken", timeline::about(story.of.id));
    happen(at, "message.sent", timeline::about("message", message.id, story.of.id));
    story.of.owner_id = story.owner.id;
    story.of.last_message_at = at;
    story.of.last_word = cases::LastWord::us;
    story.of.last_told_at = at;
    story.of.unread = false;
    story.of.waiting_since = std::nullopt;
    if (turn == 1) promise_update(story, message.id, at + days(1));
    const bool promises = (turn == 1 && any(4) == 0) || (turn == 3 && any(2) == 0);
    if (promises && !story.result) promise_result(story, message.id);
}

void CaseMaker::promise_update(Story& story, MessageId told_by, Instant due_at)
{
    const Instant made_at = clock_.now();
    promise::Promise promise{.id = house_.ids.next<PromiseId>(),
                             .case_id = story.of.id,
                             .kind = promise::Kind::update,
                             .made_by = story.owner.id,
                             .keeper_id = story.owner.id,
                             .beneficiary_id = story.person.id,
                             .told_by = told_by,
                             .made_at = made_at,
                             .due_at = due_at,
                             .original_due_at = due_at};
    happen(made_at, "promise.made", promise);
    story.promised = std::move(promise);
}

void CaseMaker::promise_result(Story& story, MessageId told_by)
{
    const Instant made_at = clock_.now();
    const auto text = house_.ids.next<TextId>();
    const auto& results = story.language->results;
    desk_.texts.add(text, story.language->code,
                    results[static_cast<std::size_t>(any(static_cast<std::int64_t>(results.size())))]);
    const Instant due_at = made_at + days(2) + 1h * any(72);
    promise::Promise promise{.id = house_.ids.next<PromiseId>(),
                             .case_id = story.of.id,
                             .kind = promise::Kind::outcome,
                             .made_by = story.owner.id,
                             .keeper_id = story.owner.id,
                             .beneficiary_id = story.person.id,
                             .text_id = text,
                             .told_by = told_by,
                             .made_at = made_at,
                             .due_at = due_at,
                             .original_due_at = due_at,
                             .basis = promise::Basis::history,
                             .history_n = 100 + any(200),
                             .honest_at = due_at - 1h * any(12)};
    happen(made_at, "promise.made", promise);
    story.result = std::move(promise);
}

// Nine in ten were kept, the others a day late or never.
void CaseMaker::end_result(Story& story, Instant at)
{
    if (!story.result) return;
    auto& result = *story.result;
    if (any(10) != 0 || result.due_at > at) {
        result = *promise::fulfil(result, std::min(at, result.due_at));
        return happen(*result.ended_at, "promise.kept", result);
    }
    result = promise::broken(result);
    happen(result.due_at, "promise.broken", result);
    story.of.severity_assessed = 2;
    if (any(2) == 0) return;
    result = *promise::fulfil(result, result.due_at + days(1));
    happen(*result.fulfilled_late_at, "promise.fulfilled_late", result);
}

void CaseMaker::leave_result(Story& story)
{
    if (!story.result) return;
    auto& result = *story.result;
    if (result.due_at <= span_.now) {
        result = promise::broken(result);
        story.of.severity_assessed = 2;
        return happen(result.due_at, "promise.broken", result);
    }
    story.of.promise_due_at = result.due_at;
    desk_.agenda.put(promise::promise_due, static_cast<std::int64_t>(result.id), result.due_at);
}

void CaseMaker::add_wait(Story& story, cases::Side side, Instant from, std::optional<Instant> to)
{
    const bool ours = side == cases::Side::us;
    story.waits.push_back({.id = house_.ids.next<WaitId>(),
                           .case_id = story.of.id,
                           .waits_on = side,
                           .reason = ours ? "received" : "asked",
                           .owner_id = story.of.owner_id,
                           .starts_at = from,
                           .ends_at = to,
                           .review_at = ours ? std::nullopt : std::optional(span_.now + days(2))});
}

void CaseMaker::end(Story& story)
{
    const Instant at = story.of.last_message_at + story.step / 2;
    story.of.status = cases::Status::closed;
    story.of.owner_id = story.owner.id;
    story.of.closed_at = story.of.confirmed_at = story.of.resolved_at = at;
    // Whose last word was the customer's has nearly always said thanks; of the others some were closed too early.
    const bool thanked = story.of.last_word == cases::LastWord::customer && story.of.number % 50 != 0;
    story.of.confirmed_by = thanked ? cases::ConfirmedBy::customer : cases::ConfirmedBy::window;
    story.of.waiting_since = std::nullopt;
    story.of.unread = false;
    if (story.promised) {
        const bool kept = any(10) != 0 && at <= story.promised->due_at;
        story.promised = kept ? *promise::fulfil(*story.promised, at) : promise::broken(*story.promised);
        happen(at, kept ? "promise.kept" : "promise.broken", *story.promised);
    }
    end_result(story, at);
    happen(at, "case.closed", timeline::about(story.of.id));
    add_wait(story, cases::Side::us, story.of.origin_at, at);
}

void CaseMaker::leave_live(Story& story)
{
    const bool late = any(10) == 0;
    const Instant next = late ? span_.now - 1h * (1 + any(5)) : span_.now + 1h * (1 + any(70));
    if (!story.promised) {
        story.of.pull_by = std::max(story.of.origin_at + 4h, span_.now - 1h * any(3));
        story.of.next_update_at = std::max(story.of.origin_at + 24h, span_.now + 1h);
        add_wait(story, cases::Side::us, story.of.origin_at, std::nullopt);
        return;
    }
    auto& promised = *story.promised;
    promised.due_at = promised.original_due_at = std::max(next, promised.made_at + 1min);
    story.of.next_update_at = promised.due_at;
    if (promised.due_at <= span_.now) {
        promised = promise::broken(promised);
        happen(promised.due_at, "promise.broken", promised);
    } else desk_.agenda.put(promise::promise_due, static_cast<std::int64_t>(promised.id), promised.due_at);
    leave_result(story);
    const bool waits = story.of.last_word == cases::LastWord::us && any(3) == 0;
    story.of.status = waits ? cases::Status::waiting : cases::Status::open;
    const auto told = story.of.last_message_at;
    add_wait(story, cases::Side::us, story.of.origin_at, waits ? std::optional(told) : std::nullopt);
    if (!waits) return;
    add_wait(story, cases::Side::customer, told, std::nullopt);
    desk_.agenda.put(cases::review_due, static_cast<std::int64_t>(story.of.id), span_.now + days(2));
}

void CaseMaker::index(std::int64_t id, const Story& story, Instant at, std::string_view text)
{
    auto& tokens = tokens_[std::string(text)];
    if (tokens.empty()) tokens = text::search_tokens(text, story.language->code);
    search::SearchIndex(desk_.session)
        .put({.brand = static_cast<std::int64_t>(sample_.brand),
              .id = id,
              .case_id = static_cast<std::int64_t>(story.of.id),
              .at = at,
              .tokens = tokens});
    if (tokens_.size() > most_texts) tokens_.clear();
}

} // namespace amends::sample
