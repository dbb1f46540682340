// SPDX-License-Identifier: Apache-2.0
#include "case/fixture_test.h"
#include "case/hand_over_case.h"
#include "case/put_case_on_wait.h"
#include "case/take_case.h"
#include "case/write_note.h"
#include "channel/channel_sql.h"
#include "closure/customer_says.h"
#include "platform/json/write.h"
#include "portal/answer_page.h"
#include "portal/contact_form.h"
#include "portal/form_token_http.h"
#include "portal/names_sql.h"
#include "portal/portal_http.h"
#include "portal/show_case.h"
#include "portal/shown_messages.h"
#include "promise/promise_sql.h"
#include "reply/phrases_channel.h"
#include "staff/session_sql.h"

#include <filesystem>

using namespace amends;
using namespace amends::portal;
using namespace std::chrono_literals;
using testing::anna;
using testing::on_each_engine;

namespace {

// As real ones, a link says case and person; its seal is the number of revocations.
struct PlainLinks final : reply::LinkKeys {
    [[nodiscard]] std::string written(const reply::CaseLink& link, std::int64_t revocations) const override
    {
        return std::to_string(static_cast<std::int64_t>(link.case_id)) + "-" +
               std::to_string(static_cast<std::int64_t>(link.person_id)) + "_" + std::to_string(revocations);
    }
    [[nodiscard]] std::optional<reply::CaseLink> claimed(std::string_view text) const override
    {
        const std::string all(text);
        const auto dash = all.find('-');
        const auto end = all.find('_');
        if (dash == std::string::npos || end == std::string::npos || end < dash) return std::nullopt;
        return reply::CaseLink{testing::brand_one, CaseId{std::stoll(all.substr(0, dash))},
                               PersonId{std::stoll(all.substr(dash + 1, end - dash - 1))}};
    }
    [[nodiscard]] bool genuine(std::string_view text, std::int64_t revocations) const override
    {
        return text.substr(text.find('_') + 1) == std::to_string(revocations);
    }
};

struct Given : testing::Desk {
    explicit Given(sql::Session& its_session) : Desk(its_session, {timeline::Actor::user, 11})
    {
        id = opened().id;
        visitor = {.opened = {testing::brand_one, id, now(id).person_id}, .link = "L"};
    }

    void proven(std::string_view address = "eve@example.net")
    {
        auto point = people.at(person::ContactKind::email, address).value();
        point.verified_at = clock.now();
        people.change(point);
    }

    // A mail of ours, by Anna.
    MessageId answered(std::string text, std::vector<std::pair<std::string, conversation::Role>> to,
                       conversation::Reach reach = conversation::Reach::sent)
    {
        const auto text_id = ids.next<TextId>();
        const auto length = static_cast<std::int64_t>(text.size());
        texts.add(text_id, "en", text);
        const conversation::Message message{
            .id = ids.next<MessageId>(),
            .conversation_id = messages.conversation_with(visitor.opened.person_id, testing::mail_line, ids, noon()),
            .case_id = id,
            .direction = conversation::Direction::outbound,
            .kind = conversation::MessageKind::email,
            .author = conversation::Author::agent,
            .author_user = anna,
            .from_name = "canary-internal-from",
            .from_address = "canary-agent@example.org",
            .subject = "Re",
            .text_id = text_id,
            .visible_length = length,
            .language = "en",
            .provider_id = "out-" + std::to_string(++mails),
            .at = clock.now()};
        messages.add(message);
        for (const auto& [address, role] : to)
            messages.add(conversation::Recipient{.id = ids.next<RecipientId>(),
                                                 .message_id = message.id,
                                                 .address = address,
                                                 .role = role,
                                                 .reach = reach,
                                                 .reach_at = clock.now(),
                                                 .detail = "canary-detail"});
        return message.id;
    }

    [[nodiscard]] Instant noon() const { return testing::noon; }
    CustomerView page() { return show_case(door, visitor).value(); }
    std::string code(const Result<void>& result) { return result ? "done" : result.error().code; }

    struct Dates final : promise::HonestDates {
        promise::Support known{};
        [[nodiscard]] promise::Support support(const cases::Case&) const override { return known; }
    };

    promise::PromiseSqlStore promises{session, testing::brand_one};
    reply::SpokenPhrases phrases{};
    Dates dates{};
    channel::ChannelSqlStore channels{session, testing::brand_one};
    NamesSql names{session, testing::brand_one};
    staff::AttemptSqlStore attempts{session, ids};
    Ports door{{ports, {ports, promises}}, talk, channels, names, phrases, dates};
    CaseId id{};
    Visitor visitor{};
};

std::vector<std::string> texts_of(const CustomerView& view)
{
    std::vector<std::string> texts;
    for (const auto& line : view.messages) texts.push_back(line.text);
    return texts;
}

} // namespace

TEST_CASE("the page of an address that has proved nothing shows progress and no word, until one press")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.wrote(given.id, "My secret");

        const auto before = given.page();

        CHECK_FALSE(before.proven);
        CHECK(before.messages.empty());
        CHECK(before.subject.empty());
        CHECK(before.ref == "AM-1001");
        CHECK(before.next == Next::queued);
        CHECK(before.next_update_at);
        REQUIRE(say_mine(given.door, given.visitor));
        CHECK(texts_of(given.page()) == std::vector<std::string>{"My secret"});
        CHECK(given.page().subject == "Where is it?");
        CHECK(given.people.at(person::ContactKind::email, "eve@example.net")->verified_at);
    });
}

TEST_CASE("nothing internal is on the page: notes, addresses of agents, other people's mail, what has not left")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.proven();
        given.wrote(given.id, "Hello");
        given.clock.advance(1s);
        given.answered("Our answer", {{"eve@example.net", conversation::Role::to},
                                      {"canary-bcc@example.org", conversation::Role::bcc}});
        given.answered("canary-to-another", {{"partner@example.org", conversation::Role::to}});
        given.answered("canary-blind", {{"eve@example.net", conversation::Role::bcc}});
        given.answered("canary-undoable", {{"eve@example.net", conversation::Role::to}}, conversation::Reach::pending);
        given.wrote(given.id, "canary-colleague", "zoe@example.net");
        REQUIRE(cases::take_case(given.ports, given.id, anna));
        REQUIRE(cases::write_note(given.ports, given.id, "canary-note"));
        REQUIRE(cases::hand_over_case(given.ports, {given.id,
                                                    testing::bo,
                                                    {},
                                                    "canary-summary",
                                                    cases::HandOverKind::transfer,
                                                    cases::HandOverReason::other}));
        session.script("UPDATE cases SET mark = 'canary-mark', severity_assessed = 3;"
                       "UPDATE users SET email = 'canary-' || email");

        const auto view = given.page();

        CHECK(texts_of(view) == std::vector<std::string>{"Hello", "Our answer"});
        CHECK(view.messages[1].name == "Anna");
        CHECK(view.owner->name == "Bo");
        CHECK(json::text_of(view).find("canary") == std::string::npos);
        CHECK(json::text_of(view).find("@") == std::string::npos);
    });
}

TEST_CASE("the page has exactly the fields of its contract")
{
    CHECK(json::text_of(CustomerView{}) ==
          R"({"desk":{"name":"","language":""},"ref":"","subject":"","language":"","zone":"","state":"working",)"
          R"("status":"","late":false,"proven":false,"owner":null,"team":null,"next":"queued","partner":null,)"
          R"("next_update_at":null,"told_at":null,"promises":[],"waits":[],"honest":null,)"
          R"("may_choose_call":false,"messages":[],"can_write":false,)"
          R"("solved_question":false})");
}

TEST_CASE("the page says whose turn it is")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.proven();
        REQUIRE(cases::take_case(given.ports, given.id, anna));
        CHECK(given.page().next == Next::answer_coming);
        REQUIRE(cases::put_case_on_wait(given.ports,
                                        {given.id, cases::Side::customer, {}, "photo", given.clock.now() + 1h, {}}));
        CHECK(given.page().state == State::yours);
        REQUIRE(cases::put_case_on_wait(
            given.ports, {given.id, cases::Side::partner, "Courier", "trace", given.clock.now() + 1h, {}}));
        CHECK(given.page().partner == "Courier");
        CHECK(given.page().state == State::working);
        given.clock.advance(48h);
        CHECK(given.page().late);
        REQUIRE(say_solved(given.door, given.visitor));
        CHECK(given.page().next == Next::ended);
        CHECK_FALSE(given.page().next_update_at);
        CHECK_FALSE(given.page().late);
        CHECK_FALSE(given.page().solved_question);
        CHECK(given.page().can_write);
    });
}

TEST_CASE("what a customer writes on the page is a message of the case, reopens it, and twice the same is two")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.proven();
        REQUIRE(say_solved(given.door, given.visitor));

        REQUIRE(write_on_page(given.door, given.visitor, {.text = "Not quite"}));
        REQUIRE(write_on_page(given.door, given.visitor, {.text = "Not quite"}));

        CHECK(texts_of(given.page()) == std::vector<std::string>{"Not quite", "Not quite"});
        CHECK(given.now(given.id).status == cases::Status::queued);
        CHECK(given.now(given.id).message_count == 2);
        const auto message = given.messages.newest_inbound(given.id).value();
        CHECK(message.kind == conversation::MessageKind::form);
        CHECK(message.person_id == given.visitor.opened.person_id);
        CHECK(given.cases.placements(message.id).at(0).evidence == "portal");
        CHECK(given.code(write_on_page(given.door, given.visitor, {.text = " \n"})) == "portal.text_missing");
        CHECK(given.code(write_on_page(given.door, given.visitor, {.text = std::string(100'001, 'x')})) ==
              "portal.text_too_long");
    });
}

TEST_CASE("it is not solved: the words are a message and the case is back")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.proven();
        REQUIRE(say_solved(given.door, given.visitor));

        REQUIRE(say_unsolved(given.door, given.visitor, "Still broken"));

        CHECK(given.now(given.id).status == cases::Status::queued);
        CHECK(texts_of(given.page()) == std::vector<std::string>{"Still broken"});
    });
}

TEST_CASE("this was not me: nothing is sent there any more, nothing is written from there, and the case says so")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.wrote(given.id, "A stranger's words");

        REQUIRE(say_not_mine(given.door, given.visitor));

        CHECK(given.people.at(person::ContactKind::email, "eve@example.net")->stopped_at);
        CHECK(given.now(given.id).mark == "not_mine");
        CHECK(given.page().messages.empty());
        CHECK_FALSE(given.page().can_write);
        CHECK(given.code(say_mine(given.door, given.visitor)) == "portal.not_yours");
        CHECK(given.code(write_on_page(given.door, given.visitor, {.text = "x"})) == "portal.not_yours");
        CHECK(given.code(say_solved(given.door, given.visitor)) == "portal.not_yours");
        const auto version = given.now(given.id).version;
        REQUIRE(say_not_mine(given.door, given.visitor));
        CHECK(given.now(given.id).version == version);
    });
}

TEST_CASE("the page is gone when the case may not come back, to the millisecond")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.proven();
        REQUIRE(say_solved(given.door, given.visitor));
        given.clock.advance(30 * 24h);
        CHECK(show_case(given.door, given.visitor));
        given.clock.advance(1ms);
        CHECK(show_case(given.door, given.visitor).error().code == "portal.link_ended");
        CHECK(given.code(write_on_page(given.door, given.visitor, {.text = "x"})) == "portal.link_ended");
    });
}

TEST_CASE("a link sent anew shows the page of a case that ended long ago until its time, to read and not to write")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.proven();
        REQUIRE(say_solved(given.door, given.visitor));
        given.clock.advance(90 * 24h);
        given.visitor.opened.until = given.clock.now() + 14 * 24h;
        const auto page = given.page();
        CHECK_FALSE(page.subject.empty());
        CHECK_FALSE(page.can_write);
        CHECK_FALSE(page.solved_question);
        CHECK(given.code(write_on_page(given.door, given.visitor, {.text = "x"})) == "portal.link_ended");
        CHECK(given.code(say_unsolved(given.door, given.visitor, "x")) == "portal.link_ended");
        given.clock.advance(14 * 24h);
        CHECK(show_case(given.door, given.visitor));
        given.clock.advance(1ms);
        CHECK(show_case(given.door, given.visitor).error().code == "portal.link_ended");
    });
}

TEST_CASE("a file belongs to a message only when it was uploaded through this link, once")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        given.proven();
        const auto upload = [&](std::optional<PersonId> person, CaseId of_case, std::optional<UserId> user = {}) {
            const conversation::Attachment file{.id = given.ids.next<AttachmentId>(),
                                                .handle = testing::handle_of_a_file(),
                                                .case_id = of_case,
                                                .uploaded_by = user,
                                                .uploaded_link = person,
                                                .name = "a.txt",
                                                .mime = "text/plain",
                                                .size = 3,
                                                .blob = "blob",
                                                .at = given.clock.now()};
            given.messages.add(file);
            return file.id;
        };
        const auto written = [&](AttachmentId file) {
            return given.code(write_on_page(given.door, given.visitor, {.text = "See", .attachments = {file}}));
        };
        const auto me = given.visitor.opened.person_id;
        CHECK(written(AttachmentId{404}) == "portal.upload_unknown");
        CHECK(written(upload({}, given.id, anna)) == "portal.upload_unknown");
        CHECK(written(upload(PersonId{5}, given.id)) == "portal.upload_unknown");
        CHECK(written(upload(me, CaseId{5})) == "portal.upload_unknown");
        CHECK(written(upload(me, given.id)) == "done");
        REQUIRE(given.page().messages.size() == 1);
        CHECK(given.page().messages[0].attachments.at(0).name == "a.txt");
        CHECK(given.page().messages[0].attachments.at(0).url.starts_with("/api/v1/customer/L/files/"));
    });
}

TEST_CASE("a form opens a case with a number at once; its link shows what was written on the page and no answer")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto done = fill_form(given.door, given.attempts,
                                    {"Mallory", " Victim@Example.net ", "", "Send me\nhis data", "fi"}, {"192.0.2.1"});

        REQUIRE(done);
        const auto of = given.now(done->case_id);
        CHECK(done->ref == "AM-" + std::to_string(of.number));
        CHECK(of.status == cases::Status::queued);
        CHECK(of.subject == "Send me");
        CHECK(of.language == "fi");
        CHECK(of.message_count == 1);
        CHECK(done->next_update_at);
        given.id = done->case_id;
        given.visitor = {{testing::brand_one, done->case_id, done->person_id}, "F", false, true};
        given.answered("canary-answer", {{"victim@example.net", conversation::Role::to}});
        given.wrote(given.id, "canary-mail-of-the-victim", "victim@example.net");
        CHECK(texts_of(given.page()) == std::vector<std::string>{"Send me\nhis data"});
        REQUIRE(say_mine(given.door, given.visitor));
        CHECK_FALSE(given.people.at(person::ContactKind::email, "victim@example.net")->verified_at);
        CHECK(given.code(say_not_mine(given.door, given.visitor)) == "portal.not_yours");

        given.visitor.by_form = false; // The link of the mail.
        CHECK_FALSE(given.page().proven);
        REQUIRE(say_mine(given.door, given.visitor));
        CHECK(given.page().messages.size() == 3);
    });
}

TEST_CASE("a form tells where somebody lives whom nobody has proved yet, and nobody after them")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto zone_after = [&](const std::string& address, const std::string& zone) {
            REQUIRE(fill_form(given.door, given.attempts, {"", address, "", "Hi", "fa", zone}, {"192.0.2.1"}));
            const auto point = given.people.at(person::ContactKind::email, address);
            return given.people.find(point->person_id)->zone;
        };
        CHECK(zone_after("omid@example.net", "Asia/Tehran") == "Asia/Tehran");
        CHECK(zone_after("omid@example.net", "America/New_York") == "Asia/Tehran");
        CHECK(zone_after("grace@example.net", "") == "");
        CHECK(zone_after("grace@example.net", "Europe/London") == "Europe/London");
        CHECK(zone_after("ben@example.net", "") == "");
        auto proved = *given.people.at(person::ContactKind::email, "ben@example.net");
        proved.verified_at = given.clock.now();
        given.people.change(proved);
        CHECK(zone_after("ben@example.net", "Pacific/Apia") == "");
    });
}

TEST_CASE("forms are limited by the address they name and by the place they come from")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto filled = [&](const std::string& address, const std::string& place) {
            const auto done = fill_form(given.door, given.attempts, {"", address, "", "Hi", "en"}, {place});
            return done ? std::string("done") : done.error().code;
        };
        CHECK(filled("nobody", "192.0.2.1") == "contact.address_invalid");
        for (int count = 0; count < 5; ++count)
            CHECK(filled("a@example.net", "192.0.2." + std::to_string(count)) == "done");
        CHECK(filled("A@example.net", "192.0.2.99") == "portal.too_many");
        for (int count = 0; count < 20; ++count)
            CHECK(filled("b" + std::to_string(count) + "@example.net", "198.51.100.1") == "done");
        CHECK(filled("c@example.net", "198.51.100.1") == "portal.too_many");
        given.clock.advance(25h);
        CHECK(filled("a@example.net", "198.51.100.1") == "done");
    });
}

TEST_CASE("a link of a form never passes for one of a mail, nor the other way round, and revoking ends both")
{
    on_each_engine([](sql::Session& session) {
        Given given(session);
        const PlainLinks links;
        const auto opened = [&](const std::string& link) {
            http::Request request;
            request.in_path["link"] = link;
            return visitor_of(links, given.cases, testing::brand_one, request);
        };
        const auto mail = links.written(given.visitor.opened, 0);
        const auto form = links.written(given.visitor.opened, -1);

        CHECK_FALSE(opened(mail)->by_form);
        CHECK(opened(form)->by_form);
        CHECK(opened(links.written(given.visitor.opened, 1)).error().code == "portal.no_such_link");
        CHECK(opened("").error().code == "portal.no_such_link");
        CHECK(opened("404-1_0").error().code == "portal.no_such_link");
        auto revoked = given.now(given.id);
        revoked.link_revocations = 1;
        REQUIRE(cases::write(given.ports, given.now(given.id), revoked));
        CHECK_FALSE(opened(mail));
        CHECK_FALSE(opened(form));
    });
}

TEST_CASE("names of files are labels")
{
    CHECK(label("..\\../etc/passwd") == ".._.._etc_passwd");
    CHECK(label(std::string("a\0b\n", 4)) == "a_b_");
    CHECK(label("photo\u202egnp.exe") == "photo_gnp.exe");
    CHECK(label("\u2066x\u2069") == "_x_");
    CHECK(label("Φωτογραφία نامه.pdf") == "Φωτογραφία نامه.pdf");
}

TEST_CASE("a form is sent by a human's hand: not at once, not after a day, not with a token of one's own")
{
    const auto folder =
        std::filesystem::temp_directory_path() / ("amends-form-" + std::to_string(moment().time_since_epoch().count()));
    std::filesystem::create_directories(folder);
    const auto keys = crypto::Keys::load_or_create(folder / "key");
    const auto shown = testing::noon;
    const auto token = form_token(keys, shown);

    CHECK_FALSE(fresh_form(keys, token, shown + 1s));
    CHECK(fresh_form(keys, token, shown + 3s));
    CHECK(fresh_form(keys, token, shown + 23h));
    CHECK_FALSE(fresh_form(keys, token, shown + 25h));
    CHECK_FALSE(fresh_form(keys, "1" + token, shown + 3s));
    CHECK_FALSE(fresh_form(keys, "", shown));
    CHECK_FALSE(fresh_form(keys, ".", shown));
    std::filesystem::remove_all(folder);
}
