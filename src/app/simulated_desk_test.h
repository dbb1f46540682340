// SPDX-License-Identifier: Apache-2.0
// A whole desk without sockets, for random days: its clock, its customers, its mail server of every mood and its death
// come from one seed. Everything between is the real thing: routes, use cases, stores, jobs, reactions.
#pragma once

#include "app/heart.h"
#include "app/job_table.h"
#include "app/keep_mail.h"
#include "app/runner.h"
#include "app/send_mail.h"
#include "app/set_up_desk.h"
#include "channel/channel_sql.h"
#include "testing/house.h"

#include <fmt/format.h>

#include <random>

namespace amends::testing {

using namespace std::chrono_literals;

// The process dies here. Not an exception of the standard library: nobody may catch it.
struct Died {};

inline const std::string note_canary = "not-for-customers-7f3a"; // Must never leave (I17).

// The next mail server, in the mood of the moment.
class MoodyServer final : public reply::Line {
public:
    explicit MoodyServer(std::mt19937_64& random) : random_(random) {}

    [[nodiscard]] mail::Handed send(const mail::Outgoing& mail) override
    {
        switch (moody ? random_() % 12 : 11) {
        case 0: return {.kind = mail::Handed::later, .reason = "busy"};
        case 1: return {.kind = mail::Handed::failed, .reason = "no such user", .code = 550};
        case 2: taken.push_back(mail); return {.kind = mail::Handed::unconfirmed};
        case 3: return {.kind = mail::Handed::unconfirmed};
        case 4: throw Died{};
        case 5: taken.push_back(mail); throw Died{};
        default: taken.push_back(mail); return {.kind = mail::Handed::accepted, .provider_ref = "kept"};
        }
    }

    bool moody = true;
    std::vector<mail::Outgoing> taken{};

private:
    std::mt19937_64& random_;
};

struct SimulatedDesk {
    explicit SimulatedDesk(std::uint64_t seed) : random(seed), server(random)
    {
        const auto made = set_up_desk(desk.house, usual_set_up());
        REQUIRE(made);
        lead = *made;
        static_cast<void>(employ(desk, "agent@example.org", staff::Role::agent));
        sign_in();
    }

    void sign_in() { browser.emplace(browser_of(desk, lead)); }

    // Every job that is due, until none is; the process may die in the midst of it and be started again.
    void work()
    {
        const WayOut way_out = [this](House&, const channel::Channel&) { return &server; };
        RunJobs run = run_jobs();
        run.alone = [&, real = run.alone](House& house, sql::Session& session, BrandId brand, const Job& job) {
            if (job.kind == reply::send) static_cast<void>(send_mail_by(way_out, house, session, brand, job));
            else real(house, session, brand, job);
        };
        run.together = [&, real = run.together](House& house, sql::Session& session, BrandId brand,
                                                std::span<const Job> jobs) {
            const bool sends = std::ranges::all_of(jobs, [](const Job& job) { return job.kind == reply::send; });
            if (!sends) return real(house, session, brand, jobs);
            static_cast<void>(send_mails_by(way_out, house, session, brand, jobs));
            return std::vector<Job>{};
        };
        try {
            const auto session = desk.house.pool.take();
            while (run_due_jobs(desk.house, *session, Lane::inside, run) +
                       run_due_jobs(desk.house, *session, Lane::outgoing, run) >
                   0) {}
        } catch (const Died&) {
            start_again();
        }
    }

    void start_again()
    {
        ++deaths;
        bury(desk.house, desk.house.node_number());
        desk.house.node->enrol(*desk.house.pool.take());
    }

    void arrives(const std::string& sender, const std::string& recipient, const std::string& bytes,
                 const std::string& reason = "")
    {
        const auto line = [&] {
            const auto session = desk.house.pool.take();
            return *channel::mail_line_at(*session, "help@example.org");
        }();
        keep_mail(desk.house, line, {.recipient = recipient, .sender = sender, .bytes = bytes, .reason = reason});
    }

    // A request that a rule refuses is part of the day; one that fails inside is not.
    http::Response ask(const std::string& method, const std::string& target, const std::string& body = "")
    {
        auto answer = browser->ask(method, "/api/v1" + target, body);
        CAPTURE(method);
        CAPTURE(target);
        CAPTURE(answer.body);
        CHECK(answer.status < 500);
        return answer;
    }

    [[nodiscard]] unsigned any(std::size_t below) { return static_cast<unsigned>(random() % below); }

    [[nodiscard]] std::vector<std::int64_t> ids(const std::string& question)
    {
        const auto session = desk.house.pool.take();
        std::vector<std::int64_t> found;
        for (auto& row : session->query(question)) found.push_back(sql::from_value<std::int64_t>(std::move(row.at(0))));
        return found;
    }
    // One of these, or 0.
    [[nodiscard]] std::int64_t one_of(const std::string& question)
    {
        const auto found = ids(question);
        return found.empty() ? 0 : found[any(found.size())];
    }

    TestHouse desk{};
    std::mt19937_64 random;
    MoodyServer server;
    std::optional<Caller> browser{};
    UserId lead{};
    int deaths = 0;
};

} // namespace amends::testing
