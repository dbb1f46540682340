// SPDX-License-Identifier: Apache-2.0
// Two brands in one house. The second has a colleague of every role, cases, mails, files, drafts, promises, signals,
// teams, keys and lines, and each text of it holds a canary that no answer to the first may hold.
#pragma once

#include "app/job_table.h"
#include "app/keep_mail.h"
#include "app/links_test.h"
#include "app/runner.h"
#include "app/send_mail.h"
#include "app/set_up_desk.h"
#include "signal/open_signal.h"
#include "staff/api_token.h"
#include "testing/house.h"

#include <fmt/format.h>

namespace amends::testing {

inline constexpr BrandId other_brand{2};
inline const std::string canary = "canary7f3a";

// How the places of an address, "/api/v1/cases/{id}", are filled: with what is there, of the other brand.
using Objects = std::map<std::string, std::vector<std::string>>; // "cases", "handle", "link", ...

class TwoBrands {
public:
    explicit TwoBrands(TestHouse& its_desk) : desk(its_desk)
    {
        REQUIRE(set_up_desk(desk.house, usual_set_up()));
        furnish();
        fill();
        collect();
    }

    // Every job that is due, of all brands; every mail is taken.
    void work()
    {
        const WayOut way_out = [this](House&, const channel::Channel&) { return &server_; };
        RunJobs run = run_jobs();
        run.together = [](House&, sql::Session&, BrandId, std::span<const Job> jobs) {
            return std::vector<Job>(jobs.begin(), jobs.end());
        };
        run.alone = [&, real = run.alone](House& house, sql::Session& session, BrandId brand, const Job& job) {
            if (job.kind == reply::send) static_cast<void>(send_mail_by(way_out, house, session, brand, job));
            else real(house, session, brand, job);
        };
        const auto session = desk.house.pool.take();
        while (run_due_jobs(desk.house, *session, Lane::inside, run) +
                   run_due_jobs(desk.house, *session, Lane::outgoing, run) >
               0) {}
    }

    UserId join(BrandId brand, const std::string& email, staff::Role role, const std::string& name)
    {
        const auto session = desk.house.pool.take();
        StaffDesk staff(desk.house, *session, brand, {}, false);
        const auto id = desk.house.ids.next<UserId>();
        staff.users.add({.id = id,
                         .email = email,
                         .name = name,
                         .language = "en",
                         .zone = "UTC",
                         .created_at = desk.clock.now(),
                         .version = 1},
                        role);
        return id;
    }

    void arrives(const std::string& recipient, const std::string& from, const std::string& rest)
    {
        const auto line = [&] {
            const auto session = desk.house.pool.take();
            return *channel::mail_line_at(*session, recipient);
        }();
        const auto mail =
            fmt::format("From: {0} <{0}>\r\nTo: {1}\r\nMessage-ID: <m{2}@b.example>\r\n", from, recipient, ++mails_);
        keep_mail(desk.house, line, {.recipient = recipient, .sender = from, .bytes = mail + rest});
        work();
    }

    [[nodiscard]] std::string id_of(const http::Response& made) const
    {
        REQUIRE_MESSAGE(made.status < 300, made.body);
        const auto at = made.body.find("\"id\":");
        REQUIRE(at != std::string::npos);
        return made.body.substr(at + 5, made.body.find_first_of(",}", at) - at - 5);
    }

    // All rows of the other brand, to be compared after somebody has tried to write there.
    [[nodiscard]] std::string rows() const
    {
        std::string all;
        const auto session = desk.house.pool.take();
        for (const auto* const table : {"brands",
                                        "opening_hours",
                                        "closed_days",
                                        "memberships",
                                        "teams",
                                        "team_members",
                                        "texts",
                                        "people",
                                        "contact_points",
                                        "channels",
                                        "raw_messages",
                                        "conversations",
                                        "cases",
                                        "case_participants",
                                        "case_merges",
                                        "waits",
                                        "messages",
                                        "recipients",
                                        "attachments",
                                        "placements",
                                        "promises",
                                        "signals",
                                        "drafts",
                                        "events",
                                        "targets",
                                        "target_clocks",
                                        "worked_days",
                                        "quiet_hours",
                                        "brand_holiday_sets",
                                        "queue_pulls",
                                        "work_settings",
                                        "user_skills",
                                        "user_languages",
                                        "shifts",
                                        "handlings",
                                        "occupancy_watches",
                                        "reliefs",
                                        "hand_overs"}) {
            const auto key = std::string(table) == "brands" ? "id" : "brand_id";
            std::vector<std::string> lines;
            for (const auto& row : session->query(fmt::format("SELECT * FROM {} WHERE {} = 2", table, key))) {
                std::string line = table;
                for (const auto& value : row) {
                    if (const auto* number = std::get_if<std::int64_t>(&value)) line += "|" + std::to_string(*number);
                    if (const auto* text = std::get_if<std::string>(&value)) line += "|" + *text;
                }
                lines.push_back(line + "\n");
            }
            std::ranges::sort(lines);
            for (const auto& line : lines) all += line;
        }
        return all;
    }

    TestHouse& desk;
    std::optional<Caller> admin{}; // Of the other brand.
    UserId admin_id{};
    Objects objects{};

private:
    void furnish()
    {
        {
            const auto session = desk.house.pool.take();
            session->execute("INSERT INTO brands (id, name, prefix) VALUES (2, 'canary7f3a-brand', 'CB')");
        }
        for (const auto role : {staff::Role::lead, staff::Role::light_agent, staff::Role::client_guest})
            join(other_brand, fmt::format("{}-{}@b.example", canary, name_of(role)), role, canary + "-colleague");
        admin_id = join(other_brand, canary + "-admin@b.example", staff::Role::admin, canary + "-admin");
        admin.emplace(browser_of(desk, admin_id));
        made("PATCH", "/desk",
             R"({"sender_name":"canary7f3a-sender","signature":"canary7f3a-signature","undo_seconds":0})");
        const auto team = id_of(
            made("POST", "/teams",
                 fmt::format(R"({{"name":"canary7f3a-team","members":[{}]}})", static_cast<std::int64_t>(admin_id))));
        {
            const auto session = desk.house.pool.take();
            session->execute("UPDATE brands SET default_team = $team WHERE id = 2",
                             {{"team", static_cast<std::int64_t>(std::stoll(team))}});
            Desk there(desk.house, *session, other_brand, {});
            for (const auto kind : {channel::Kind::form, channel::Kind::api, channel::Kind::entered})
                there.channels.add({.id = desk.house.ids.next<ChannelId>(),
                                    .kind = kind,
                                    .name = canary + "-way",
                                    .config = "{}",
                                    .state = channel::State::up,
                                    .listens_since = desk.clock.now()});
        }
        made("POST", "/channels", R"({"address":"canary7f3a@b.example","in":"lmtp","name":"canary7f3a-line"})");
        made("POST", "/targets",
             R"({"name":"canary7f3a-target","metric":"first_response","within":"4h","counted":"all_time","share":90})");
        made("POST", "/tokens", R"({"name":"canary7f3a-token","scope":"read"})");
        made("POST", "/users",
             R"({"email":"canary7f3a-new@b.example","name":"canary7f3a-new","language":"en","role":"agent"})");
    }

    void fill()
    {
        const auto at = [&](const std::string& id, const std::string& rest) { return "/cases/" + id + rest; };
        const auto one = id_of(made(
            "POST", "/cases",
            R"({"customer":{"address":"canary7f3a-eve@b.example","name":"canary7f3a-eve"},"subject":"canary7f3a-subject",)"
            R"("text":"canary7f3a-text","kind":"call","take":true})"));
        made("POST", at(one, "/notes"), R"({"text":"canary7f3a-note"})");
        const auto later = std::to_string((desk.clock.now() + std::chrono::hours(24)).time_since_epoch().count());
        const auto file = id_of(made("POST", "/uploads?name=canary7f3a.txt", "canary7f3a-bytes"));
        made("POST", at(one, "/messages"),
             fmt::format(R"({{"text":"canary7f3a-reply","next_update_at":{},"attachments":[{}]}})", later, file));
        work();
        made("POST", "/uploads?name=canary7f3a-unsent.txt", "canary7f3a-unsent-bytes");
        made("PUT", at(one, "/draft"), R"({"kind":"reply","text":"canary7f3a-draft"})");
        made("POST", at(one, "/wait"),
             fmt::format(R"({{"waits_on":"partner","partner":"canary7f3a-partner","reason":"canary7f3a-reason",)"
                         R"("review_at":{}}})",
                         later));
        made("POST", "/cases",
             R"({"customer":{"address":"canary7f3a-ida@b.example"},"subject":"canary7f3a-second","text":"canary7f3a",)"
             R"("kind":"call"})");
        arrives("canary7f3a@b.example", "canary7f3a-eve@b.example",
                "Subject: canary7f3a-mail\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                "--b\r\nContent-Type: text/html\r\n\r\n<p>canary7f3a-html<img src=\"https://b.example/canary7f3a.png\">"
                "</p>\r\n--b\r\nContent-Type: text/plain; name=canary7f3a-file.txt\r\n"
                "Content-Disposition: attachment; filename=canary7f3a-file.txt\r\n\r\ncanary7f3a-part\r\n--b--\r\n");
        arrives("canary7f3a@b.example", "canary7f3a-stranger@b.example",
                "Subject: Re: canary7f3a-held\r\nIn-Reply-To: <m1@b.example>\r\n\r\ncanary7f3a-held-text\r\n");
        const auto session = desk.house.pool.take();
        sql::Transaction transaction(*session);
        Desk there(desk.house, *session, other_brand, {});
        signal::open_signal(there.signal_ports(), {.detector = "line_down",
                                                   .subject_kind = "channel",
                                                   .subject = 1,
                                                   .case_id = static_cast<CaseId>(std::stoll(one))});
        transaction.commit();
    }

    void collect()
    {
        const auto session = desk.house.pool.take();
        const auto all = [&](const std::string& name, const std::string& question) {
            for (auto& row : session->query(question)) {
                const auto& value = row.at(0);
                const auto* const number = std::get_if<std::int64_t>(&value);
                objects[name].push_back(number != nullptr ? std::to_string(*number) : std::get<std::string>(value));
            }
            REQUIRE_MESSAGE(!objects[name].empty(), name);
        };
        for (const auto* const table :
             {"cases", "messages", "people", "teams", "channels", "promises", "signals", "recipients", "targets"})
            all(table, fmt::format("SELECT id FROM {} WHERE brand_id = 2 ORDER BY id", table));
        all("triage", "SELECT id FROM raw_messages WHERE brand_id = 2 AND state = 'unverified'");
        all("users", "SELECT user_id FROM memberships WHERE brand_id = 2");
        all("tokens", "SELECT t.id FROM api_tokens t JOIN memberships m ON m.user_id = t.user_id WHERE m.brand_id = 2");
        all("sessions", "SELECT t.id FROM sessions t JOIN memberships m ON m.user_id = t.user_id WHERE m.brand_id = 2");
        all("handle", "SELECT handle FROM attachments WHERE brand_id = 2");
        objects["link"] = {link_to(desk, std::stoll(objects["cases"].front()), other_brand)};
        objects["token"] = {"wrong"}; // Of invitations and pictures: what opens them is a proof by itself.
    }

    http::Response made(const std::string& method, const std::string& target, const std::string& body)
    {
        auto answer = admin->ask(method, "/api/v1" + target, body);
        CAPTURE(target);
        REQUIRE_MESSAGE(answer.status < 300, answer.body);
        return answer;
    }

    class TakesAll final : public reply::Line {
    public:
        [[nodiscard]] mail::Handed send(const mail::Outgoing&) override
        {
            return {.kind = mail::Handed::accepted, .provider_ref = "taken"};
        }
    };

    TakesAll server_{};
    int mails_ = 0;
};

} // namespace amends::testing
