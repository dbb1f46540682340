// SPDX-License-Identifier: Apache-2.0
// What the people of the desk see of cases. Read in few statements and sent as it is; what a customer sees is a type of
// its own, in portal/.
#pragma once

#include "base/json_text.h"
#include "case/case.h"
#include "conversation/message.h"

namespace amends::cases {

struct Who {
    std::int64_t id{}; // Of a user or a team.
    std::string name{};
};
BOOST_DESCRIBE_STRUCT(Who, (), (id, name))

struct CustomerLine {
    PersonId id{};
    std::string name{};
    std::string address{}; // The one that this case came from.
    std::string language{};
};
BOOST_DESCRIBE_STRUCT(CustomerLine, (), (id, name, address, language))

struct CaseRow {
    CaseId id{};
    std::int64_t number{};
    std::string ref{};
    std::string subject{};
    Status status{};
    std::int64_t version{};
    CustomerLine customer{};
    std::optional<Who> owner{};
    std::optional<Who> team{};
    std::string channel{};
    std::string language{};
    std::int64_t message_count{};
    Instant last_message_at{};
    LastWord last_word{};
    std::optional<Instant> waiting_since{};
    std::optional<Instant> next_update_at{};
    std::optional<Instant> pull_by{};
    std::optional<Side> waits_on{};
    std::optional<Instant> review_at{};
    std::optional<Instant> due_at{};
    bool late{};
    std::optional<Instant> silent_since{};
    bool unread{};
};
BOOST_DESCRIBE_STRUCT(CaseRow, (),
                      (id, number, ref, subject, status, version, customer, owner, team, channel, language,
                       message_count, last_message_at, last_word, waiting_since, next_update_at, pull_by, waits_on,
                       review_at, due_at, late, silent_since, unread))

enum class ShownDirection : std::uint8_t { in, out };
BOOST_DESCRIBE_ENUM(ShownDirection, in, out)

struct Address {
    std::string name{};
    std::string address{};
};
BOOST_DESCRIBE_STRUCT(Address, (), (name, address))

enum class Automatic : std::uint8_t { auto_reply, bounce, feedback_report, list };
BOOST_DESCRIBE_ENUM(Automatic, auto_reply, bounce, feedback_report, list)

struct FileView {
    AttachmentId id{};
    std::string name{};
    std::string mime{};
    std::int64_t size{};
    bool in_line{};
    std::string url{};
};
BOOST_DESCRIBE_STRUCT(FileView, (), (id, name, mime, size, in_line, url))

struct RecipientView {
    RecipientId id{};
    std::string address{};
    std::string name{};
    conversation::Role role{};
    conversation::Reach reach{};
    Instant reach_at{};
    std::string detail{};
};
BOOST_DESCRIBE_STRUCT(RecipientView, (), (id, address, name, role, reach, reach_at, detail))

struct PlacementView {
    std::string evidence{};
    std::optional<Who> by{};
    Instant at{};
};
BOOST_DESCRIBE_STRUCT(PlacementView, (), (evidence, by, at))

struct MessageView {
    MessageId id{};
    std::optional<CaseId> case_id{}; // The case it lies in: after a merge another one than is shown.
    Instant at{};
    ShownDirection direction{};
    conversation::MessageKind kind{};
    conversation::Author author{};
    std::string author_name{};
    std::optional<UserId> user_id{};
    Address from{};
    std::string subject{};
    std::string text{};
    std::string visible_text{};
    bool has_html{};
    std::string language{};
    bool right_to_left{};
    std::optional<Automatic> automatic{};
    std::vector<FileView> attachments{};
    std::vector<RecipientView> recipients{};
    conversation::State state{};
    std::optional<Instant> send_after{};
    std::vector<PlacementView> placement{};
    std::int64_t received_times{};
};
BOOST_DESCRIBE_STRUCT(MessageView, (),
                      (id, case_id, at, direction, kind, author, author_name, user_id, from, subject, text,
                       visible_text, has_html, language, right_to_left, automatic, attachments, recipients, state,
                       send_after, placement, received_times))

struct NoteView {
    NoteId id{};
    Instant at{};
    Who author{};
    std::string text{};
};
BOOST_DESCRIBE_STRUCT(NoteView, (), (id, at, author, text))

struct ActorView {
    std::string kind{};
    std::optional<std::int64_t> id{};
    std::optional<std::string> name{};
};
BOOST_DESCRIBE_STRUCT(ActorView, (), (kind, id, name))

struct EventView {
    std::int64_t seq{};
    Instant at{};
    std::string type{};
    ActorView actor{};
    JsonText payload{};
};
BOOST_DESCRIBE_STRUCT(EventView, (), (seq, at, type, actor, payload))

struct WaitView {
    WaitId id{};
    Side waits_on{};
    std::optional<std::string> partner{};
    std::string reason{};
    Instant starts_at{};
    std::optional<Instant> ends_at{};
    std::optional<Instant> review_at{};
};
BOOST_DESCRIBE_STRUCT(WaitView, (), (id, waits_on, partner, reason, starts_at, ends_at, review_at))

// Kinds, sides and states by name, as the promises have them: a case knows no promise.
struct PromiseView {
    PromiseId id{};
    std::string kind{};
    std::string side{};
    std::string text{};
    std::optional<Who> keeper{};
    std::string maker{};
    Instant made_at{};
    Instant due_at{};
    Instant original_due_at{};
    std::string state{};
    std::optional<Instant> ended_at{};
    std::optional<Instant> fulfilled_late_at{};
    std::optional<std::string> basis{};
    std::string told_how{};
    std::optional<std::string> partner{};
    std::string ground{};
    std::optional<std::int64_t> history_n{};
    std::optional<Instant> honest_at{};
    std::optional<Instant> warned_at{};
    std::optional<Instant> asked_at{};
    std::optional<Instant> answered_at{};
    std::string evidence{};
    std::string agreed{};
    std::optional<MessageId> agreed_message{};
    std::optional<PromiseId> successor_id{};
};
BOOST_DESCRIBE_STRUCT(PromiseView, (),
                      (id, kind, side, text, keeper, maker, made_at, due_at, original_due_at, state, ended_at,
                       fulfilled_late_at, basis, told_how, partner, ground, history_n, honest_at, warned_at, asked_at,
                       answered_at, evidence, agreed, agreed_message, successor_id))

// A target that runs on the case, by name as the promises are.
struct TargetClockView {
    std::int64_t id{};
    std::string name{};
    std::string metric{};
    std::string state{};
    Instant started_at{};
    std::optional<Instant> due_at{};
    std::optional<Instant> warned_at{};
    std::optional<Instant> stopped_at{};
};
BOOST_DESCRIBE_STRUCT(TargetClockView, (), (id, name, metric, state, started_at, due_at, warned_at, stopped_at))

struct ParticipantView {
    std::int64_t id{}; // Its place in the list: a participant has no id of its own.
    std::optional<PersonId> person_id{};
    std::string name{};
    std::string address{};
    std::string role{};
};
BOOST_DESCRIBE_STRUCT(ParticipantView, (), (id, person_id, name, address, role))

enum class DraftOf : std::uint8_t { reply, note };
BOOST_DESCRIBE_ENUM(DraftOf, reply, note)

struct DraftView {
    DraftOf kind{};
    std::string text{};
    std::optional<Instant> next_update_at{};
    std::vector<FileView> attachments{};
    std::optional<MessageId> seen_message{};
    JsonText promises{}; // What it will promise, as it was typed.
    Instant saved_at{};
};
BOOST_DESCRIBE_STRUCT(DraftView, (), (kind, text, next_update_at, attachments, seen_message, promises, saved_at))

struct OtherCase {
    CaseId id{};
    std::string ref{};
    std::string subject{};
    Status status{};
    std::optional<Instant> closed_at{};
    std::optional<bool> promise_kept{}; // None: nothing was promised that has ended.
};
BOOST_DESCRIBE_STRUCT(OtherCase, (), (id, ref, subject, status, closed_at, promise_kept))

struct CasePointer {
    CaseId id{};
    std::string ref{};
};
BOOST_DESCRIBE_STRUCT(CasePointer, (), (id, ref))

struct CaseView : CaseRow {
    Type type{};
    std::string topic{};
    Instant origin_at{};
    std::optional<Instant> resolved_at{};
    std::optional<Instant> closed_at{};
    std::optional<Instant> settles_at{};
    std::optional<CasePointer> merged_into{};
    std::vector<CasePointer> merged_from{};
    std::int64_t severity_stated{};
    std::int64_t severity_assessed{};
    std::optional<std::string> what_happened{};
    std::optional<std::string> desired_remedy{};
    std::optional<std::string> resolution{};
    std::optional<std::string> mark{};
    std::vector<ParticipantView> participants{};
    std::vector<WaitView> waits{};
    std::vector<PromiseView> promises{};
    std::vector<TargetClockView> target_clocks{};
    std::vector<MessageView> messages{}; // The newest, oldest first.
    std::optional<std::string> older{};  // The cursor of what came before them.
    std::vector<NoteView> notes{};
    std::vector<EventView> events{};
    std::optional<DraftView> draft{};
    std::vector<OtherCase> others{};
    std::string link{};
    std::optional<Instant> suggested_update_at{};
};
BOOST_DESCRIBE_STRUCT(CaseView, (CaseRow),
                      (type, topic, origin_at, resolved_at, closed_at, settles_at, merged_into, merged_from,
                       severity_stated, severity_assessed, what_happened, desired_remedy, resolution, mark,
                       participants, waits, promises, target_clocks, messages, older, notes, events, draft, others,
                       link, suggested_update_at))

struct CaseList {
    std::vector<CaseRow> items{};
    std::optional<std::string> next{};
};
BOOST_DESCRIBE_STRUCT(CaseList, (), (items, next))

struct MessageList {
    std::vector<MessageView> items{};
    std::optional<std::string> next{};
};
BOOST_DESCRIBE_STRUCT(MessageList, (), (items, next))

struct ContactPointView {
    std::string kind{};
    std::string address{};
    std::optional<Instant> verified_at{};
};
BOOST_DESCRIBE_STRUCT(ContactPointView, (), (kind, address, verified_at))

struct PersonView : CustomerLine {
    std::vector<ContactPointView> contact_points{};
    std::vector<CaseRow> cases{};
};
BOOST_DESCRIBE_STRUCT(PersonView, (CustomerLine), (contact_points, cases))

struct ViewCounts {
    std::int64_t mine{};
    std::int64_t nobody{};
    std::int64_t silence{};
    std::int64_t waiting{};
    std::int64_t triage{};
    std::int64_t signals{};
    std::optional<Instant> overloaded_since{}; // Those who answer have too much: all of them are told.
};
BOOST_DESCRIBE_STRUCT(ViewCounts, (), (mine, nobody, silence, waiting, triage, signals, overloaded_since))

enum class View : std::uint8_t { mine, nobody, silence, waiting, closed, all };
BOOST_DESCRIBE_ENUM(View, mine, nobody, silence, waiting, closed, all)

// Where a list was left: the sort value and the id of the last row that was shown.
struct Cursor {
    std::int64_t at{};
    std::int64_t id{};
};
[[nodiscard]] std::string text_of(const Cursor& cursor);
[[nodiscard]] Result<Cursor> cursor_from(std::string_view text);
// As requests give them: without a cursor a list begins at its start.
[[nodiscard]] Result<std::optional<Cursor>> cursor_from(const std::optional<std::string>& text);
[[nodiscard]] Result<int> limit_from(const std::optional<std::string>& text, int usual);

struct ListWish {
    View view = View::all;
    UserId viewer{};
    int limit = 50;
    std::optional<Cursor> after{};
};

struct MessagesWish {
    CaseId case_id{};
    int limit = 20;
    std::optional<Cursor> after{};
};

// Port. Silence is a next update that is late or missing.
struct CaseViews {
    virtual ~CaseViews() = default;
    [[nodiscard]] virtual CaseList list(const ListWish& wish) const = 0;
    [[nodiscard]] virtual ViewCounts counts(UserId viewer) const = 0;
    [[nodiscard]] virtual std::optional<CaseRow> row(CaseId id) const = 0;
    // Without link and suggestion, which are not stored.
    [[nodiscard]] virtual std::optional<CaseView> find(CaseId id, UserId viewer) const = 0;
    [[nodiscard]] virtual MessageList messages(const MessagesWish& wish) const = 0; // Newest first.
    [[nodiscard]] virtual std::optional<MessageView> message(MessageId id) const = 0;
    [[nodiscard]] virtual std::optional<NoteView> note(NoteId id) const = 0;
    [[nodiscard]] virtual std::optional<PersonView> person(PersonId id) const = 0;
};

// Port: the address of the page on which the customer sees the case, "/c/…".
struct CustomerPages {
    virtual ~CustomerPages() = default;
    [[nodiscard]] virtual std::string page_of(CaseId id, PersonId person) const = 0;
};

} // namespace amends::cases
