// SPDX-License-Identifier: Apache-2.0
// Random days at a whole desk. After every step all invariants of domain.md 8 that apply are asked, by the questions of
// `amends check` and by others beside them. A day that fails names its seed; tests/seeds.txt keeps those that ever did.
//   AMENDS_SEEDS=2000     more days than usual          AMENDS_SEED=7     that day alone
#include "app/simulated_promises_test.h"
#include "app/simulated_seeds_test.h"

#include "app/invariants.h"
#include "timeline/event_log_sql.h"

#include <fstream>
#include <map>
#include <set>

using namespace amends;
using namespace amends::testing;

namespace {

constexpr int customers = 4;
constexpr int steps_a_day = 40;

std::string header_of(const std::string& bytes, const std::string& name)
{
    const auto at = bytes.find("\n" + name + ": ");
    if (at == std::string::npos) return "";
    const auto from = at + name.size() + 3;
    return bytes.substr(from, bytes.find_first_of("\r\n", from) - from);
}

class Day {
public:
    explicit Day(std::uint64_t seed) : desk_(seed) {}

    void live(int steps)
    {
        for (int step = 0; step < steps; ++step) {
            CAPTURE(step);
            act();
            if (desk_.any(4) != 0) desk_.work();
            hold();
        }
        evening();
    }

    [[nodiscard]] std::string fingerprint()
    {
        const auto session = desk_.desk.house.pool.take();
        std::string all;
        for (auto& row : session->query("SELECT seq, type, subject, at FROM events ORDER BY brand_id, seq"))
            all += fmt::format("{} {} {} {}\n", std::get<std::int64_t>(row[0]), std::get<std::string>(row[1]),
                               std::get<std::int64_t>(row[2]), std::get<std::int64_t>(row[3]));
        return all;
    }

    void tell(std::set<std::string>& seen)
    {
        const auto session = desk_.desk.house.pool.take();
        for (const auto* const question :
             {"SELECT DISTINCT type FROM events", "SELECT DISTINCT reach FROM recipients",
              "SELECT DISTINCT status FROM cases", "SELECT DISTINCT state FROM raw_messages",
              "SELECT DISTINCT detector FROM signals"})
            for (auto& row : session->query(question)) seen.insert(std::get<std::string>(row.at(0)));
        if (desk_.deaths > 0) seen.insert("died");
    }

    // I18. All that the day has brought is given to another brand: then nothing of it is left to see here.
    void move_to_another_brand()
    {
        desk_.sign_in(); // The session of the morning has ended.
        const auto before = seen_here();
        REQUIRE(before.find("Refund") != std::string::npos);
        const auto session = desk_.desk.house.pool.take();
        session->script("PRAGMA foreign_keys = OFF");
        session->script("INSERT INTO brands (id) VALUES (2)");
        for (auto& row : session->query("SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
                                        " ON c.name = 'brand_id' WHERE m.type = 'table'")) {
            const auto table = std::get<std::string>(row.at(0));
            if (std::ranges::count(stays, table) == 0)
                session->script("UPDATE " + table + " SET brand_id = 2 WHERE brand_id = 1");
        }

        const auto after = seen_here();

        for (const auto* const theirs : {"Refund", "@example.com", "AM-", "Where", "money", note_canary.c_str()}) {
            CAPTURE(theirs);
            CHECK(after.find(theirs) == std::string::npos);
        }
    }

private:
    // Who works here and how the desk is set up.
    static constexpr std::array<std::string_view, 9> stays{"memberships", "teams",         "team_members",
                                                           "channels",    "opening_hours", "closed_days",
                                                           "sessions",    "api_tokens",    "users"};

    // What every address that shows something shows, of all ids there are.
    std::string seen_here()
    {
        std::string all;
        const auto show = [&](const std::string& target) { all += desk_.ask("GET", target).body + "\n"; };
        for (const auto* const view : {"mine", "nobody", "silence", "waiting", "closed", "all"})
            show(std::string("/cases?limit=100&view=") + view);
        for (const auto* const target : {"/search?q=money", "/search?q=refund", "/search?q=not-for-customers-7f3a",
                                         "/signals", "/triage", "/views"})
            show(target);
        for (const auto id : desk_.ids("SELECT id FROM cases")) {
            show(fmt::format("/cases/{}", id));
            show(fmt::format("/cases/{}/messages", id));
        }
        for (const auto id : desk_.ids("SELECT id FROM people")) show(fmt::format("/people/{}", id));
        for (const auto id : desk_.ids("SELECT id FROM messages")) {
            show(fmt::format("/messages/{}/html", id));
            show(fmt::format("/messages/{}/original", id));
        }
        for (int tries = 0; tries < 5; ++tries)
            if (const auto link = some_link(); !link.empty()) show("/customer/" + link);
        return all;
    }

    void act()
    {
        switch (desk_.any(14)) {
        case 0:
        case 1: return writes();
        case 2: return answers();
        case 3: return machine();
        case 4:
        case 5: return replies();
        case 6: return moves();
        case 7: return ends();
        case 8: return decides();
        case 9: return on_the_page();
        case 10: return promises_.act();
        case 11: return link_holder_chooses();
        default: return time_goes();
        }
    }

    void time_goes()
    {
        constexpr std::array spans{1s, 11s, 600s, 3600s, 86'400s, 604'800s};
        desk_.desk.clock.advance(spans.at(desk_.any(spans.size())) * (1 + desk_.any(3)));
        desk_.sign_in();
    }

    std::string customer() { return fmt::format("c{}@example.com", desk_.any(customers)); }

    void deliver(const std::string& sender, const std::string& recipient, const std::string& headers,
                 const std::string& text)
    {
        const auto mail = fmt::format("From: <{}>\r\nTo: {}\r\nMessage-ID: <m{}@example.com>\r\n{}\r\n{}\r\n", sender,
                                      recipient, ++mails_, headers, text);
        desk_.arrives(sender, recipient, mail);
        ++kept_;
        if (desk_.any(8) == 0) { // The sender's server missed our 250 and says it all again.
            desk_.arrives(sender, recipient, mail);
        }
    }

    void writes()
    {
        const auto headers = desk_.any(10) == 0 ? "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\r\n"
                                                : "Subject: Refund\r\n";
        if (desk_.any(12) == 0) { // Its mailbox gave us only a part of it.
            desk_.arrives(customer(), "help@example.org", fmt::format("Subject: Half {}\r\n", ++mails_), "mail.cut");
            ++kept_;
            return;
        }
        deliver(customer(), "help@example.org", headers, "When do I get my money back?");
    }

    // The customer, or somebody else who has got hold of the mail.
    void answers()
    {
        if (desk_.server.taken.empty()) return writes();
        const auto& mail = desk_.server.taken[desk_.any(desk_.server.taken.size())];
        const auto sender = desk_.any(4) == 0 ? "eve@example.net" : mail.to;
        deliver(sender, header_of(mail.bytes, "Reply-To"),
                "Subject: Re: Refund\r\nIn-Reply-To: " + header_of(mail.bytes, "Message-ID") + "\r\n",
                "Still waiting.");
    }

    void machine()
    {
        if (desk_.server.taken.empty()) return;
        const auto& mail = desk_.server.taken[desk_.any(desk_.server.taken.size())];
        if (desk_.any(2) == 0)
            return deliver(mail.to, header_of(mail.bytes, "Reply-To"),
                           "Subject: Away\r\nAuto-Submitted: auto-replied\r\n", "I am away.");
        if (mail.from.empty()) return;
        deliver("", mail.from,
                "Subject: Undelivered\r\nMIME-Version: 1.0\r\n"
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n",
                fmt::format("--b\r\nContent-Type: text/plain\r\n\r\nNo.\r\n--b\r\n"
                            "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n"
                            "Final-Recipient: rfc822; {}\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b--",
                            mail.to));
    }

    std::int64_t some_case(const std::string& status)
    {
        return desk_.one_of("SELECT id FROM cases WHERE brand_id = 1 AND status = '" + status + "'");
    }
    std::int64_t some_case() { return desk_.one_of("SELECT id FROM cases WHERE brand_id = 1"); }

    std::int64_t later()
    {
        return (desk_.desk.clock.now() + std::chrono::hours(1 + desk_.any(200))).time_since_epoch().count();
    }

    void replies()
    {
        const auto id = some_case();
        if (id == 0) return;
        const auto what = desk_.any(6);
        if (what == 0)
            return void(desk_.ask("POST", fmt::format("/cases/{}/notes", id), R"({"text":")" + note_canary + R"("})"));
        const auto how = what == 1   ? std::string(R"("final":true)")
                         : what == 2 ? std::string(R"("reason":"The bank is closed")")
                                     : fmt::format(R"("next_update_at":{})", later());
        static_cast<void>(
            desk_.ask("POST", fmt::format("/cases/{}/messages", id),
                      R"({"text":"We look into it.","not_a_promise":true,)" + how + promises_.of_a_reply() + "}"));
    }

    // Mostly what fits the case, for what does not is refused; the rest is tried as well.
    void moves()
    {
        struct Move {
            const char* fits;
            const char* method;
            const char* what;
            std::string body;
        };
        const std::array moves{
            Move{"queued", "POST", "take", "{}"},
            Move{"open", "POST", "seen", "{}"},
            Move{"open", "POST", "release", "{}"},
            Move{"open", "POST", "wait",
                 fmt::format(R"({{"waits_on":"customer","reason":"The receipt","review_at":{}}})", later())},
            Move{"waiting", "POST", "wait/end", "{}"},
            Move{"queued", "POST", "spam", "{}"},
            Move{"spam", "DELETE", "spam", ""},
            Move{"open", "POST", "merge", fmt::format(R"({{"into":{}}})", some_case())},
            Move{"merged", "DELETE", "merge", ""},
            Move{"open", "POST", "hand-over",
                 fmt::format(R"({{"user_id":{},"summary":"The bank","kind":"transfer","reason":"expertise"}})",
                             desk_.one_of("SELECT id FROM users"))},
        };
        const auto& move = moves.at(desk_.any(moves.size()));
        const auto id = desk_.any(4) == 0 ? some_case() : some_case(move.fits);
        if (id == 0) return;
        static_cast<void>(desk_.ask(move.method, fmt::format("/cases/{}/{}", id, move.what), move.body));
        if (move.body.contains("into") && desk_.any(3) == 0) // It was the wrong one.
            static_cast<void>(desk_.ask("DELETE", fmt::format("/cases/{}/merge", id)));
        if (desk_.any(4) != 0) return;
        const auto message = desk_.one_of("SELECT id FROM messages WHERE brand_id = 1");
        static_cast<void>(
            desk_.ask("POST", fmt::format("/messages/{}/move", message), fmt::format(R"({{"case_id":{}}})", id)));
    }

    void ends()
    {
        const auto id = some_case();
        if (id == 0) return;
        constexpr std::array whats{"resolution", "closure", "reopening"};
        const auto* const what = whats.at(desk_.any(whats.size()));
        static_cast<void>(desk_.ask("POST", fmt::format("/cases/{}/{}", id, what),
                                    what == whats[0] ? R"({"text":"It is on your account."})" : "{}"));
    }

    void decides()
    {
        const auto message = desk_.one_of("SELECT id FROM messages WHERE brand_id = 1 AND direction = 'outbound'");
        switch (desk_.any(4)) {
        case 0:
            if (message != 0)
                static_cast<void>(desk_.ask("POST", fmt::format("/messages/{}/withdrawal", message), "{}"));
            return;
        case 1: return decide_copy();
        case 2: return promises_.act();
        default: return sort_triage();
        }
    }

    void decide_copy()
    {
        const auto copy = desk_.one_of("SELECT id FROM recipients WHERE brand_id = 1 AND reach = 'unconfirmed'");
        if (copy == 0) return;
        const auto message = desk_.one_of(fmt::format("SELECT message_id FROM recipients WHERE id = {}", copy));
        constexpr std::array all{"sent", "send_again", "failed"};
        const auto* const decision = all.at(desk_.any(all.size()));
        const auto done = desk_.ask("POST", fmt::format("/messages/{}/recipients/{}/decision", message, copy),
                                    fmt::format(R"({{"decision":"{}"}})", decision));
        if (done.status < 300 && decision == all[1]) ++allowed_again_;
    }

    void sort_triage()
    {
        const auto item =
            desk_.one_of("SELECT id FROM raw_messages WHERE brand_id = 1 AND state IN ('unverified', 'quarantined')");
        if (item == 0) return;
        constexpr std::array all{"accept", "new_case", "not_for_us"};
        static_cast<void>(desk_.ask("POST", fmt::format("/triage/{}/decision", item),
                                    fmt::format(R"({{"decision":"{}"}})", all.at(desk_.any(all.size())))));
        if (desk_.any(3) == 0)
            static_cast<void>(desk_.ask("POST", fmt::format("/triage/{}/decision/undo", item), "{}"));
    }

    std::string some_link()
    {
        if (desk_.server.taken.empty()) return "";
        const auto& bytes = desk_.server.taken[desk_.any(desk_.server.taken.size())].bytes;
        const auto at = bytes.find("/c/");
        if (at == std::string::npos) return "";
        return bytes.substr(at + 3, bytes.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                                            "0123456789-_",
                                                            at + 3) -
                                        at - 3);
    }

    void link_holder_chooses()
    {
        if (const auto link = some_link(); !link.empty()) promises_.choose(link);
    }

    void on_the_page()
    {
        const auto link = some_link();
        if (link.empty()) return;
        constexpr std::array whats{"/mine", "/not-mine", "/solved", "/unsolved", "/messages", ""};
        const std::string what = whats.at(desk_.any(whats.size()));
        const auto body = what == "/messages" || what == "/unsolved" ? R"({"text":"It is not there."})" : "{}";
        const auto page =
            desk_.ask(what.empty() ? "GET" : "POST", "/customer/" + link + what, what.empty() ? "" : body);
        CHECK(page.body.find(note_canary) == std::string::npos);
    }

    void hold()
    {
        const auto session = desk_.desk.house.pool.take();
        for (const auto& broken : violations_in(*session, desk_.desk.clock)) {
            const auto said = broken.invariant + ": " + broken.what + " " + std::to_string(broken.id);
            CHECK_MESSAGE(false, said);
        }
        mails_are_once(*session);
        promises_stay(*session);
        notes_stay_inside();
    }

    // I10: each mail once, and every one of them somewhere.
    void mails_are_once(sql::Session& session) const
    {
        const auto kept = session.value<std::int64_t>(
            "SELECT count(*) FROM raw_messages WHERE brand_id = 1 AND state <> 'duplicate'");
        CHECK(kept == kept_);
        CHECK(session.value<std::int64_t>("SELECT count(*) FROM (SELECT raw_id FROM messages WHERE raw_id IS NOT NULL"
                                          " GROUP BY raw_id HAVING count(*) > 1) AS twice") == 0);
    }

    // I4: what was promised, by whom, to whom and by when is never changed, and no promise goes away.
    void promises_stay(sql::Session& session)
    {
        std::size_t found = 0;
        for (auto& row : session.query("SELECT id, kind, original_due_at, due_at, made_at, case_id FROM promises"
                                       " WHERE brand_id = 1 ORDER BY id")) {
            const auto id = std::get<std::int64_t>(row.at(0));
            const auto was =
                fmt::format("{} {} {} {}", std::get<std::string>(row.at(1)), std::get<std::int64_t>(row.at(2)),
                            std::get<std::int64_t>(row.at(3)), std::get<std::int64_t>(row.at(4)));
            const auto [known, is_new] = promised_.emplace(id, was);
            CHECK(known->second == was);
            ++found;
        }
        CHECK(found == promised_.size());
    }

    // I17, and I11: a copy is taken once, unless a person said that it may go again.
    void notes_stay_inside()
    {
        for (; looked_at_ < desk_.server.taken.size(); ++looked_at_) {
            const auto& mail = desk_.server.taken[looked_at_];
            CHECK(mail.bytes.find(note_canary) == std::string::npos);
            if (!taken_.insert(mail.to + " " + header_of(mail.bytes, "Message-ID")).second) ++again_;
        }
        CHECK(again_ <= allowed_again_);
    }

    // I12: when the mail server is well and time has passed, nothing that was due is left, and nothing was done twice.
    void evening()
    {
        desk_.server.moody = false;
        for (int round = 0; round < 40; ++round) {
            desk_.desk.clock.advance(std::chrono::hours(1));
            desk_.work();
        }
        hold();
        const auto now = desk_.desk.clock.now().time_since_epoch().count();
        CHECK(desk_.ids(fmt::format("SELECT id FROM jobs WHERE run_at <= {} AND parked_at IS NULL", now)).empty());
        CHECK(desk_.ids("SELECT id FROM jobs WHERE parked_at IS NOT NULL").empty());
        CHECK(desk_.ids("SELECT id FROM raw_messages WHERE state = 'unread'").empty());
        CHECK(desk_.ids("SELECT id FROM recipients WHERE reach = 'pending'").empty());
        CHECK(desk_
                  .ids(fmt::format(
                      "SELECT promises.id FROM promises JOIN cases ON cases.id = promises.case_id WHERE state = 'open'"
                      " AND promises.due_at < {} AND status <> 'spam'",
                      now - 900'000)) // A call may begin a quarter of an hour late.
                  .empty());
    }

    SimulatedDesk desk_;
    SimulatedPromises promises_{desk_};
    int mails_ = 0;
    std::int64_t kept_ = 0;
    std::map<std::int64_t, std::string> promised_{};
    std::set<std::string> taken_{};
    std::size_t looked_at_ = 0;
    int again_ = 0;
    int allowed_again_ = 0;
};

} // namespace

TEST_CASE("whatever happens on a day, what must hold holds")
{
    std::set<std::string> seen;
    for (const auto seed : seeds()) {
        CAPTURE(seed);
        Day day(seed);
        day.live(steps_a_day);
        day.tell(seen);
    }
    if (number_from("AMENDS_SEED", 0) > 0 || number_from("AMENDS_SEEDS", 1000) < 200) return;
    for (const std::string tried : {"case.taken",
                                    "case.handed_over",
                                    "case.waiting",
                                    "case.merged",
                                    "case.unmerged",
                                    "case.spam_marked",
                                    "case.spam_unmarked",
                                    "case.resolved",
                                    "case.closed",
                                    "case.reopened",
                                    "case.not_pulled",
                                    "promise.broken",
                                    "promise.kept",
                                    "promise.moved",
                                    "promise.released",
                                    "promise.at_risk",
                                    "promise.warned",
                                    "promise.fulfilled_late",
                                    "message.moved",
                                    "message.withdrawn",
                                    "bounced",
                                    "unconfirmed",
                                    "failed",
                                    "placed",
                                    "unverified",
                                    "quarantined",
                                    "filed",
                                    "duplicate",
                                    "unconfirmed_send",
                                    "died"}) {
        CAPTURE(tried);
        CHECK(seen.contains(tried)); // Or these days do not try what they should.
    }
}

TEST_CASE("the same seed is the same day")
{
    const auto lived = [] {
        Day day(42);
        day.live(steps_a_day);
        return day.fingerprint();
    };
    const auto once = lived();

    CHECK(once.size() > 1000);
    CHECK(once == lived());
}

TEST_CASE("nothing of one brand is readable through another")
{
    for (const std::uint64_t seed : {3, 5, 8}) {
        CAPTURE(seed);
        Day day(seed);
        day.live(steps_a_day);
        day.move_to_another_brand();
    }
}
