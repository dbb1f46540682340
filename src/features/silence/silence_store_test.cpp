// SPDX-License-Identifier: Apache-2.0
// The watch against a naive recomputation: every case is read and judged one by one, by other words than the watch has.
#include "silence/silence_sql.h"

#include "case/fixture_test.h"
#include "case/put_case_on_wait.h"
#include "case/take_case.h"
#include "platform/calendar/zone.h"
#include "promise/promise_sql.h"
#include "promise/tell_next_update.h"

#include <random>
#include <set>

using namespace amends;
using namespace amends::silence;
using namespace std::chrono_literals;
using testing::noon;

namespace {

using Found = std::map<std::int64_t, std::set<Reason>>;

// As a failing test shows it.
std::string said(const Found& found)
{
    std::string text;
    for (const auto& [id, why] : found) {
        text += std::to_string(id);
        for (const auto each : why) text.append(" ").append(name_of(each));
        text += "\n";
    }
    return text;
}

struct Given : testing::Desk {
    explicit Given(sql::Session& its_session) : Desk(its_session) {}

    [[nodiscard]] SilenceSql watching() { return {session, brand, clock}; }

    CaseId held_by_anna()
    {
        const auto id = opened().id;
        REQUIRE(cases::take_case(ports, id, testing::anna));
        return id;
    }

    // Past the use cases, for what they do not allow.
    void set(CaseId id, const std::string& columns)
    {
        REQUIRE(session.execute("UPDATE cases SET " + columns + " WHERE brand_id = 1 AND id = $id", {{"id", id}}) == 1);
    }

    // We write now and say when we write next.
    MessageId told(CaseId id, std::optional<Instant> next_update_at)
    {
        const auto by = ids.next<MessageId>();
        session.execute("INSERT INTO messages (brand_id, id, conversation_id, case_id, direction, kind, author,"
                        " from_name, from_address, purpose, subject, text_id, visible_length, language, right_to_left,"
                        " provider_id, has_attachments, at) VALUES (1, $id, 0, $case, 'outbound', 'email', 'agent', '',"
                        " '', 'service', '', 0, 0, 'en', FALSE, '', FALSE, $now)",
                        {{"id", by}, {"case", id}, {"now", clock.now()}});
        set(id, "last_word = 'us', waiting_since = NULL, last_told_at = " + number(clock.now()));
        session.execute("INSERT INTO replies (brand_id, message_id, case_id, channel_id, final, reason,"
                        " former_status, former_last_message_at, former_last_word)"
                        " VALUES (1, $id, $case, 31, FALSE, '', 'open', 0, 'us')",
                        {{"id", by}, {"case", id}});
        if (!next_update_at) return by;
        set(id, "next_update_at = " + number(*next_update_at));
        static_cast<void>(promise::tell_next_update(
            promising, {.case_id = id, .beneficiary = now(id).person_id, .told_by = by, .due_at = *next_update_at}));
        return by;
    }

    void came_back(MessageId message)
    {
        session.execute("UPDATE replies SET untold_at = $now WHERE message_id = $id",
                        {{"now", clock.now()}, {"id", message}});
    }

    void review(CaseId id, const std::string& at)
    {
        REQUIRE(session.execute("UPDATE waits SET review_at = " + at + " WHERE case_id = $id AND ends_at IS NULL",
                                {{"id", id}}) == 1);
    }

    static std::string number(Instant at) { return std::to_string(at.time_since_epoch().count()); }

    promise::PromiseSqlStore promises{session, testing::brand_one};
    promise::Ports promising{ports, promises};
};

std::optional<std::int64_t> maybe(sql::Session& session, const std::string& text, CaseId id)
{
    auto rows = session.query(text, {{"id", id}});
    return rows.empty() ? std::nullopt : sql::from_value<std::optional<std::int64_t>>(std::move(rows[0].at(0)));
}

// Word by word what the definition says, asked case by case and message by message.
std::set<Reason> judged(Given& given, const cases::Case& of, Instant now)
{
    std::set<Reason> why;
    using cases::Status;
    if (of.status == Status::closed && of.last_word == cases::LastWord::customer &&
        of.confirmed_by != cases::ConfirmedBy::customer && of.closed_at != of.origin_at)
        why.insert(Reason::last_word_theirs);
    if (of.status != Status::queued && of.status != Status::open && of.status != Status::waiting) return why;
    if (!of.next_update_at) why.insert(Reason::update_missing);
    else if (*of.next_update_at < now) why.insert(Reason::update_late);
    bool news_ahead = false;
    for (const auto& promise : given.promises.of_case(of.id))
        news_ahead |= promise.state == promise::State::open && promise.due_at > now &&
                      !maybe(given.session,
                             "SELECT untold_at FROM replies WHERE case_id = $id AND message_id = " +
                                 std::to_string(static_cast<std::int64_t>(promise.told_by.value())),
                             of.id);
    const Instant last_word = of.last_told_at ? *of.last_told_at : of.origin_at;
    if (!news_ahead && given.brand.times().open_time_between(last_word, now) >= 8h) why.insert(Reason::silent);
    if (!of.owner_id && (!of.pull_by || *of.pull_by < now)) why.insert(Reason::unowned);
    if (of.status == Status::waiting) {
        const auto wait = given.cases.open_wait(of.id);
        if (!wait || wait->waits_on == cases::Side::us || !wait->review_at) why.insert(Reason::review_missing);
        else if (*wait->review_at < now) why.insert(Reason::review_late);
    }
    return why;
}

Found naive(Given& given, Instant now)
{
    Found found;
    for (auto& row : given.session.query("SELECT id FROM cases WHERE brand_id = 1")) {
        const cases::CaseSqlStore fresh(given.session, testing::brand_one); // One that has kept nothing.
        const auto of = fresh.find(sql::from_value<CaseId>(std::move(row.at(0)))).value();
        if (auto why = judged(given, of, now); !why.empty()) found[static_cast<std::int64_t>(of.id)] = std::move(why);
    }
    return found;
}

Found shown(const std::vector<SilentRow>& rows)
{
    Found found;
    for (const auto& row : rows)
        found[static_cast<std::int64_t>(row.case_.id)] = {row.reasons.begin(), row.reasons.end()};
    return found;
}

void check_against_naive(Given& given)
{
    const auto watch = given.watching().watch(Whose::all, testing::anna);
    const auto expected = naive(given, given.clock.now());
    CHECK(said(shown(watch.items)) == said(expected));
    CHECK(watch.total == static_cast<std::int64_t>(expected.size()));

    auto later = naive(given, watch.tomorrow.at);
    for (const auto& [id, why] : expected) later.erase(id);
    CHECK(said(shown(watch.tomorrow.items)) == said(later));
    CHECK(watch.tomorrow.total == static_cast<std::int64_t>(later.size()));
}

// One case of each kind to be forgotten, and beside each one that is not.
struct EachKind {
    explicit EachKind(Given& given)
    {
        given.clock.advance(-48h);
        update_missing = given.held_by_anna();
        bounced = given.held_by_anna();
        silent = given.held_by_anna();
        closed = given.held_by_anna();
        solved = given.held_by_anna();
        unowned = given.opened().id;
        never_to_be_pulled = given.opened().id;
        review_late = waiting(given);
        review_missing = waiting(given);
        no_wait = waiting(given);
        update_late = given.held_by_anna();
        tell_all(given);
        given.clock.advance(48h);
        well = given.held_by_anna();
        static_cast<void>(given.told(well, noon + 24h));
        break_what_cannot_be_broken(given);
    }

    static CaseId waiting(Given& given)
    {
        const auto id = given.held_by_anna();
        REQUIRE(cases::put_case_on_wait(given.ports, {.case_id = id,
                                                      .waits_on = cases::Side::partner,
                                                      .partner = "The courier",
                                                      .reason = "Where is it?",
                                                      .review_at = noon + 8h}));
        return id;
    }

    void tell_all(Given& given) const
    {
        const auto far = noon + 72h;
        for (const CaseId id : {update_missing, unowned, never_to_be_pulled, review_late, review_missing, no_wait})
            static_cast<void>(given.told(id, far));
        static_cast<void>(given.told(update_late, noon - 1h));
        static_cast<void>(given.told(silent, std::nullopt));
        given.came_back(given.told(bounced, far));
        given.set(silent, "next_update_at = " + Given::number(far)); // Set by a wait, and told to nobody.
    }

    void break_what_cannot_be_broken(Given& given) const
    {
        given.set(update_missing, "next_update_at = NULL");
        given.set(unowned, "pull_by = " + Given::number(noon - 1h));
        given.set(never_to_be_pulled, "pull_by = NULL");
        given.set(closed, "status = 'closed', last_word = 'customer', confirmed_by = 'window', closed_at = 5");
        given.set(solved, "status = 'closed', last_word = 'customer', confirmed_by = 'customer', closed_at = 5");
        given.review(review_late, Given::number(noon - 1min));
        given.review(review_missing, "NULL");
        given.session.execute("UPDATE waits SET ends_at = 5 WHERE case_id = $id AND ends_at IS NULL",
                              {{"id", no_wait}});
    }

    CaseId update_missing{}, bounced{}, silent{}, closed{}, solved{}, unowned{}, never_to_be_pulled{}, review_late{},
        review_missing{}, no_wait{}, update_late{}, well{};
};

void scatter(Given& given, std::mt19937_64& random)
{
    const auto any = [&](auto of) { return random() % of; };
    const auto moment = [&] { return Given::number(given.clock.now() + 1h * (static_cast<int>(any(96U)) - 48)); };
    const auto id = any(3U) == 0 ? given.opened().id : given.held_by_anna();
    if (any(2U) == 0) {
        const auto message = given.told(id, any(3U) == 0 ? std::nullopt : std::optional(given.clock.now() + 30h));
        if (any(4U) == 0) given.came_back(message);
    }
    static const std::array statuses{"queued", "open", "waiting", "resolved", "closed", "spam"};
    given.set(id, std::string("status = '") + statuses.at(any(statuses.size())) + "'");
    if (any(2U) == 0) given.set(id, "next_update_at = " + (any(5U) == 0 ? "NULL" : moment()));
    if (any(3U) == 0) given.set(id, "pull_by = " + (any(3U) == 0 ? "NULL" : moment()));
    if (any(3U) == 0) given.set(id, "owner_id = NULL");
    if (any(3U) == 0) given.set(id, "last_told_at = " + (any(3U) == 0 ? "NULL" : moment()));
    if (any(2U) == 0) given.set(id, "last_word = 'customer', closed_at = 7");
    if (any(3U) == 0) given.set(id, "confirmed_by = 'customer'");
    if (any(2U) == 0)
        given.session.execute("UPDATE waits SET waits_on = 'partner', review_at = " +
                                  (any(3U) == 0 ? "NULL" : moment()) + " WHERE case_id = $id AND ends_at IS NULL",
                              {{"id", id}});
    given.clock.advance(1min * static_cast<int>(any(90U)));
}

std::string plan_of(sql::Session& session, std::string text)
{
    for (const std::string_view name : {"$brand", "$now", "$silent_before"})
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name))
            text.replace(at, name.size(), "5");
    std::string plan;
    for (const auto& row : session.query("EXPLAIN QUERY PLAN " + text)) plan += std::get<std::string>(row.at(3)) + "\n";
    return plan;
}

} // namespace

TEST_CASE("each kind of being forgotten is found, and nothing else")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);
        const EachKind kinds(given);

        const auto found = shown(given.watching().watch(Whose::all, testing::anna).items);

        const auto id = [](CaseId of) { return static_cast<std::int64_t>(of); };
        CHECK(said(found) == said({{id(kinds.update_missing), {Reason::update_missing}},
                                   {id(kinds.bounced), {Reason::silent}},
                                   {id(kinds.silent), {Reason::silent}},
                                   {id(kinds.closed), {Reason::last_word_theirs}},
                                   {id(kinds.unowned), {Reason::unowned}},
                                   {id(kinds.never_to_be_pulled), {Reason::unowned}},
                                   {id(kinds.review_late), {Reason::review_late}},
                                   {id(kinds.review_missing), {Reason::review_missing}},
                                   {id(kinds.no_wait), {Reason::review_missing}},
                                   {id(kinds.update_late), {Reason::update_late, Reason::silent}}}));
        check_against_naive(given);
    });
}

TEST_CASE("whatever a desk looks like, the watch shows what a reading of every case finds, now and by tomorrow noon")
{
    testing::on_each_engine([](sql::Session& session) {
        std::mt19937_64 random(7);
        Given given(session);
        given.brand.open_at({{0, 540, 1020}, {1, 540, 1020}, {2, 540, 1020}, {3, 540, 1020}, {4, 540, 1020}});

        for (int count = 0; count < 45; ++count) scatter(given, random);

        check_against_naive(given);
        given.clock.advance(11h);
        check_against_naive(given);
    });
}

TEST_CASE("the longest silence stands first, and among those of one day the gravest")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto oldest = given.held_by_anna();
        given.clock.advance(30h);
        const auto mild = given.held_by_anna();
        given.clock.advance(5h);
        const auto grave = given.held_by_anna();
        given.set(grave, "severity_assessed = 3");
        given.set(mild, "severity_stated = 1");
        given.clock.advance(40h);

        const auto rows = given.watching().watch(Whose::all, testing::anna).items;

        REQUIRE(rows.size() == 3);
        CHECK(rows[0].case_.id == oldest);
        CHECK(rows[1].case_.id == grave);
        CHECK(rows[2].case_.id == mild);
        CHECK(rows[0].days == 3);
        CHECK(rows[1].severity == 3);
        CHECK_FALSE(rows[0].told);
        CHECK(rows[0].owner->name == "Anna");
        CHECK(rows[0].waits_on == cases::Side::us);
        CHECK(rows[0].case_.ref == "AM-1001");
        CHECK(rows[0].person.name == "Eve");
    });
}

TEST_CASE("mine are those that I own, a team's also those that wait for it")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);
        session.script("INSERT INTO team_members (brand_id, team_id, user_id) VALUES (1, 21, 12)");
        const auto mine = given.held_by_anna();
        const auto queued = given.opened().id;
        const auto elsewhere = given.opened().id;
        given.set(elsewhere, "team_id = 22");
        given.clock.advance(72h);
        const auto seen = [&](Whose whose, UserId viewer) {
            std::set<CaseId> ids;
            const auto watch = given.watching().watch(whose, viewer);
            for (const auto& row : watch.items) ids.insert(row.case_.id);
            CHECK(watch.total == static_cast<std::int64_t>(ids.size()));
            return ids;
        };

        CHECK(seen(Whose::mine, testing::anna) == std::set{mine});
        CHECK(seen(Whose::mine, testing::bo).empty());
        CHECK(seen(Whose::team, testing::anna) == std::set{mine});
        CHECK(seen(Whose::team, testing::bo) == std::set{mine, queued});
        CHECK(seen(Whose::all, testing::bo) == std::set{mine, queued, elsewhere});
    });
}

TEST_CASE("what was told on a case that was merged into another keeps that one from being forgotten")
{
    testing::on_each_engine([](sql::Session& session) {
        Given given(session);
        const auto source = given.held_by_anna();
        const auto target = given.held_by_anna();
        static_cast<void>(given.told(source, noon + 72h));
        given.set(source, "status = 'merged'");
        given.set(target, "next_update_at = " + Given::number(noon + 72h));
        given.clock.advance(10h);
        REQUIRE(given.watching().watch(Whose::all, testing::anna).total == 1);

        session.execute("INSERT INTO case_merges (brand_id, id, source, target, at) VALUES (1, 1, $source, $target, 0)",
                        {{"source", source}, {"target", target}});

        CHECK(given.watching().watch(Whose::all, testing::anna).total == 0);
    });
}

TEST_CASE("who is forgotten is found by indexes that hold nobody else")
{
    sql::Session session("sqlite::memory:");
    sql::migrate(session, migrations);
    for (const auto& way : SilenceSql::ways()) {
        const auto plan = plan_of(session, way);
        CAPTURE(way);
        CAPTURE(plan);
        CHECK(plan.find("SCAN") == std::string::npos);
        // Each case looks through its own promises, not through all that are open.
        if (way.find("promises") != std::string::npos) CHECK(plan.find("promises_of_case") != std::string::npos);
        CHECK(plan.find("promises_due") == std::string::npos);
        CHECK(plan.find("promises_open") == std::string::npos);
        const bool waiting_alone = way.find("NOT EXISTS (SELECT 1 FROM waits") != std::string::npos;
        const bool closed_unanswered = way.find("closed_unrecovered") != std::string::npos;
        if (waiting_alone) CHECK(plan.find("cases_waiting (brand_id=?)") != std::string::npos);
        else if (closed_unanswered) CHECK(plan.find("cases_unanswered (brand_id=?)") != std::string::npos);
        else CHECK(plan.find("(brand_id=?)") == std::string::npos);
    }
}
