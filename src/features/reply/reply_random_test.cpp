// SPDX-License-Identifier: Apache-2.0
// Random days at a desk: replies, undo, servers of every mood, crashes, reports and decisions in any order. What must
// always hold is asked after every step, and the seed of a day that fails is named.
#include "reply/decide_recipient.h"
#include "reply/hear_report.h"
#include "reply/reply_fixture_test.h"

#include <array>
#include <map>
#include <random>

using namespace amends;
using namespace amends::reply;
using namespace amends::reply::testing;
using conversation::Reach;

namespace {

class Day {
public:
    Day(sql::Session& session, unsigned seed) : desk_(session), random_(seed), session_(session) {}

    void live(int steps)
    {
        for (int step = 0; step < steps; ++step) {
            act();
            hold();
        }
    }

    // What became of copies and promises, so that the test can tell whether it has tried everything.
    void tell(std::set<std::string>& seen) const
    {
        for (const auto* const query : {"SELECT reach FROM recipients", "SELECT state FROM promises",
                                        "SELECT status FROM cases", "SELECT detector FROM signals"})
            for (const auto& row : session_.query(query)) seen.insert(std::get<std::string>(row.at(0)));
        if (!withdrawn_.empty()) seen.insert("withdrawn");
        if (!allowed_.empty()) seen.insert("sent again");
    }

private:
    [[nodiscard]] unsigned any(std::size_t below) { return static_cast<unsigned>(random_() % below); }

    void act()
    {
        switch (any(10)) {
        case 0: return hear();
        case 1:
        case 2: return answer();
        case 3: return undo();
        case 4:
        case 5: return deliver();
        case 6: return crash();
        case 7: return report();
        case 8: return decide();
        default: desk_.clock.advance(std::chrono::seconds(1 + any(40)) * (any(20) == 0 ? 500 : 1));
        }
    }

    void hear()
    {
        if (cases_.size() > 4) {
            (void)desk_.hears({.text = "again", .answers = cases_[any(cases_.size())]});
            return;
        }
        const auto asked = desk_.hears({.from = fmt::format("c{}@x.test", cases_.size())});
        cases_.push_back(*asked.case_id);
        const auto told = acknowledge_case(desk_.ports(), *asked.case_id, asked.id);
        REQUIRE(told);
        if (told->message_id) messages_.push_back(*told->message_id);
    }

    void answer()
    {
        if (cases_.empty()) return;
        const auto id = cases_[any(cases_.size())];
        SendReply wish{.text = "Hello", .final = any(6) == 0};
        if (any(3) == 0) wish.cc = {"otto@y.test"};
        wish.next_update_at = desk_.clock.now() + std::chrono::seconds(1 + any(7200));
        if (const auto queued = desk_.replies_to(id, wish)) messages_.push_back(queued->message_id);
    }

    [[nodiscard]] std::optional<MessageId> one()
    {
        return messages_.empty() ? std::nullopt : std::optional(messages_[any(messages_.size())]);
    }

    void undo()
    {
        if (const auto id = one())
            if (withdraw_message(desk_.ports(), {aino, "Aino"}, *id)) withdrawn_.push_back(*id);
    }

    void deliver()
    {
        constexpr std::array moods{mail::Handed::accepted, mail::Handed::accepted, mail::Handed::later,
                                   mail::Handed::failed, mail::Handed::unconfirmed};
        desk_.out.answer.kind = moods.at(any(moods.size()));
        desk_.deliver();
        count();
    }

    // Claims one copy, hands it over, and dies before writing down what became of it.
    void crash()
    {
        const auto id = one();
        if (!id) return;
        const auto copies = desk_.messages.recipients(*id);
        const auto letter = claim_send(desk_.ports(), copies[any(copies.size())].id);
        desk_.out.answer.kind = mail::Handed::accepted;
        if (letter && any(2) == 0) (void)desk_.out.send({.from = letter->envelope_from, .to = letter->to_address});
        count();
        confirm_nothing_twice(desk_.ports(), desk_.replies.claimed(Instant::max()));
    }

    void report()
    {
        constexpr std::array actions{"failed", "delivered", "relayed", "delayed", "unclear"};
        if (desk_.out.mails.empty()) return;
        const auto& mail = desk_.out.mails[any(desk_.out.mails.size())];
        REQUIRE(hear_report(desk_.ports(), {.came_to = mail.from, .action = actions.at(any(actions.size()))}));
    }

    void decide()
    {
        const auto id = one();
        if (!id) return;
        const auto copies = desk_.messages.recipients(*id);
        const auto copy = copies[any(copies.size())];
        const auto decision = static_cast<Decision>(any(3));
        if (decide_recipient(desk_.ports(), {*id, copy.id, decision}) && decision == Decision::send_again)
            ++allowed_[copy.tag];
    }

    // How often each copy was really taken by the other side: only an answer of "later" or "failed" allows another.
    void count()
    {
        for (; counted_ < desk_.out.mails.size(); ++counted_) {
            const auto kind = desk_.out.answer.kind;
            if (kind == mail::Handed::later || kind == mail::Handed::failed) continue;
            const auto token = conversation::token_in(desk_.out.mails[counted_].from);
            REQUIRE(token);
            CHECK(++taken_[token->tag] <= 1 + allowed_[token->tag]); // I11
        }
    }

    void none(std::string_view what, std::string_view query)
    {
        INFO(what);
        CHECK(session_.query(query).empty());
    }

    void hold()
    {
        none("I1: a live case has a next update",
             "SELECT id FROM cases WHERE status IN ('queued', 'open', 'waiting') AND next_update_at IS NULL");
        none("I2: one holder", "SELECT id FROM cases WHERE (status = 'queued') <> (owner_id IS NULL)"
                               " AND status IN ('queued', 'open', 'waiting')");
        none("I2: a queued case has a time to be pulled by",
             "SELECT id FROM cases WHERE status = 'queued' AND (pull_by IS NULL OR team_id IS NULL)");
        none("I6: a live case has one open wait",
             "SELECT c.id FROM cases c WHERE c.status IN ('queued', 'open', 'waiting')"
             " AND (SELECT count(*) FROM waits w WHERE w.case_id = c.id AND w.ends_at IS NULL) <> 1");
        none("I6: a settled case has none",
             "SELECT c.id FROM cases c JOIN waits w ON w.case_id = c.id AND w.ends_at IS NULL"
             " WHERE c.status = 'resolved'");
        none("a settling case settles", "SELECT id FROM cases WHERE (status = 'resolved') <> (settles_at IS NOT NULL)");
        none("I11: what waits has a job", "SELECT r.id FROM recipients r WHERE r.reach = 'pending' AND NOT EXISTS"
                                          " (SELECT 1 FROM jobs j WHERE j.kind = 'send' AND j.subject = r.id)");
        none("I11: of what nobody knows somebody is asked",
             "SELECT r.id FROM recipients r WHERE r.reach = 'unconfirmed' AND NOT EXISTS"
             " (SELECT 1 FROM signals s WHERE s.subject = r.id AND s.state <> 'explained')");
        none("what was withdrawn has promised nothing",
             "SELECT p.id FROM promises p JOIN replies r ON r.message_id = p.told_by"
             " WHERE r.withdrawn_at IS NOT NULL");
        none("a message promises once", "SELECT told_by FROM promises GROUP BY told_by HAVING count(*) > 1");
        none("I12: an open promise has its timer",
             "SELECT p.id FROM promises p WHERE p.state = 'open' AND NOT EXISTS"
             " (SELECT 1 FROM jobs j WHERE j.kind = 'promise_due' AND j.subject = p.id)");
        none("I10: a case counts its messages", "SELECT c.id FROM cases c WHERE c.message_count <>"
                                                " (SELECT count(*) FROM messages m WHERE m.case_id = c.id)");
        for (const auto id : withdrawn_)
            for (const auto& copy : desk_.messages.recipients(id)) CHECK(copy.reach == Reach::skipped);
    }

    Desk desk_;
    std::mt19937 random_;
    sql::Session& session_;
    std::vector<CaseId> cases_{};
    std::vector<MessageId> messages_{};
    std::vector<MessageId> withdrawn_{};
    std::map<std::string, int> taken_{};
    std::map<std::string, int> allowed_{};
    std::size_t counted_ = 0;
};

} // namespace

TEST_CASE("whatever happens in whatever order, nothing leaves twice, nothing is lost unseen, no promise is invented")
{
    std::set<std::string> seen;
    for (unsigned seed = 1; seed <= 40; ++seed) {
        INFO("seed " << seed);
        sql::Session session("sqlite::memory:");
        sql::migrate(session, migrations);
        Day day(session, seed);
        day.live(150);
        day.tell(seen);
    }
    for (const auto* const happened :
         {"pending", "sent", "delivered", "failed", "bounced", "unconfirmed", "skipped", "kept", "open", "resolved",
          "withdrawn", "sent again", "unconfirmed_send", "send_failed", "told_message_bounced", "send_delayed"}) {
        INFO(happened);
        CHECK(seen.contains(happened));
    }
}
