// SPDX-License-Identifier: Apache-2.0
// Somebody who guesses: accounts, files, links, keys. What is wrong is answered alike, whatever is wrong with it.
#include "app/two_brands_test.h"

#include "platform/crypto/password.h"

using namespace amends;
using namespace amends::testing;

namespace {

std::string sign_in_body(const std::string& email, const std::string& password)
{
    return fmt::format(R"({{"email":"{}","password":"{}"}})", email, password);
}

// Everything of an answer that a guesser sees.
std::string seen(const http::Response& answer)
{
    auto all = std::to_string(answer.status) + " " + answer.type + "\n" + answer.body + answer.file;
    for (const auto& header : answer.headers) all += "\n" + header.name + ": " + header.value;
    return all;
}

// Each letter wrong once, cut, lengthened, in the other case, and what a path or a pattern would do with it.
std::vector<std::string> near(const std::string& right)
{
    std::vector<std::string> all{"",
                                 "x",
                                 "%",
                                 "*",
                                 "_",
                                 "0",
                                 "..",
                                 "%00",
                                 right + "x",
                                 right + "%00",
                                 right + "%20",
                                 right.substr(1),
                                 right.substr(0, right.size() - 1),
                                 right + right};
    for (std::size_t at = 0; at < right.size(); ++at) {
        auto wrong = right;
        wrong[at] = wrong[at] == 'A' ? 'B' : 'A';
        all.push_back(wrong);
        wrong[at] = right[at] >= 'a' && right[at] <= 'z' ? static_cast<char>(right[at] - 32) : '-';
        if (wrong != right) all.push_back(wrong);
    }
    return all;
}

// What the router takes for a part of a path; of anything else no route ever hears.
bool plain(const std::string& guess) { return !guess.empty() && guess.find('%') == std::string::npos; }

} // namespace

TEST_CASE("T27: whoever guesses at sign-in learns from no answer and no work who has an account")
{
    TestHouse desk;
    const auto off = employ(desk, "disabled@example.org", staff::Role::agent);
    employ(desk, "aino@example.org", staff::Role::agent);
    {
        const auto session = desk.house.pool.take();
        session->execute("UPDATE users SET disabled_at = 1 WHERE id = $id", {{"id", off}});
        StaffDesk staff(desk.house, *session, BrandId{1}, {}, false);
        staff.users.add({.id = desk.house.ids.next<UserId>(),
                         .email = "invited@example.org",
                         .name = "N",
                         .language = "en",
                         .zone = "UTC",
                         .created_at = desk.clock.now(),
                         .version = 1},
                        staff::Role::agent); // Has chosen no password yet.
    }
    const auto asked = [&](const std::string& email, const std::string& password) {
        const auto before = crypto::password_work();
        auto answer = Caller(desk).ask("POST", "/api/v1/sign-in", sign_in_body(email, password));
        answer.headers.clear();
        return std::tuple(answer.status, answer.body, crypto::password_work() - before);
    };
    static_cast<void>(asked("warm@example.org", "wrong")); // The hash that stands for nobody's is made once.

    const auto known = asked("aino@example.org", "wrong");

    CHECK(std::get<2>(known) == 1);
    for (const auto* const email : {"nobody@example.org", "disabled@example.org", "invited@example.org", "no address",
                                    "", "aino@example.org ", "%", "aino%@example.org", "AINO@example.org'--"}) {
        CAPTURE(email);
        CHECK(asked(email, "wrong") == known);
    }
    for (const auto* const email : {"disabled@example.org", "invited@example.org", "nobody@example.org"})
        CHECK(asked(email, usual_password) == known);
}

TEST_CASE("T6: a guessed file is answered as one that never was, by an agent's address and by a customer's")
{
    in_each_house([](TestHouse& desk) {
        TwoBrands given(desk);
        auto agent = browser_of(desk, employ(desk, "aino@a.example", staff::Role::agent));
        const auto file = [](const auto& handle) { return "/files/" + handle; };
        const auto never = seen(agent.ask("GET", file(std::string("never"))));
        for (const auto& handle : given.objects.at("handle")) {
            CHECK(handle.size() >= 22); // 128 bits and more.
            CHECK(given.admin->ask("GET", file(handle)).status == 200);
            CHECK(seen(agent.ask("GET", file(handle))) == never);
            for (const auto& guess : near(handle)) {
                CAPTURE(guess);
                if (!guess.empty()) CHECK(seen(given.admin->ask("GET", file(guess))) == never);
            }
        }
        for (int guess = 0; guess < 2'000; ++guess)
            CHECK(seen(agent.ask("GET", file(crypto::random_token()))) == never);
    });
}

TEST_CASE("T6: a file that nobody has sent yet is its author's alone")
{
    in_each_house([](TestHouse& desk) {
        auto aino = browser_of(desk, employ(desk, "aino@a.example", staff::Role::agent));
        auto admin = browser_of(desk, employ(desk, "admin@a.example", staff::Role::admin));
        const auto made = aino.ask("POST", "/api/v1/uploads?name=a.txt", "bytes");
        const auto at = made.body.find("/files/");
        REQUIRE(at != std::string::npos);
        const auto url = made.body.substr(at, made.body.find('"', at) - at);

        CHECK(aino.ask("GET", url).status == 200);
        CHECK(seen(admin.ask("GET", url)) == seen(admin.ask("GET", "/files/never")));
        CHECK(Caller(desk).ask("GET", url).status == 401);
    });
}

TEST_CASE("T29: a link, an invitation and a key that are nearly right are answered as one that never was")
{
    in_each_house([](TestHouse& desk) {
        TwoBrands given(desk); // The first brand's own case, that the link is of.
        auto lead = browser_of(desk, employ(desk, "lead2@a.example", staff::Role::lead));
        const auto made = lead.ask("POST", "/api/v1/cases",
                                   R"({"customer":{"name":"Eve","address":"eve@c.example"},"subject":"S","text":"T",)"
                                   R"("kind":"call"})");
        const auto link = link_to(desk, std::stoll(given.id_of(made)));
        Caller nobody(desk);
        const auto page = [](const std::string& guess) { return "/api/v1/customer/" + guess; };
        const auto never = seen(nobody.ask("GET", page("never")));
        CHECK(nobody.ask("GET", page(link)).status == 200);
        for (const auto& guess : near(link))
            if (plain(guess)) CHECK_MESSAGE(seen(nobody.ask("GET", page(guess))) == never, guess);
        CHECK(seen(nobody.ask("GET", page(given.objects.at("link").front()))) == never);

        const auto invitation = [](const std::string& guess) { return "/api/v1/invitations/" + guess; };
        const auto none = seen(nobody.ask("GET", invitation("never")));
        for (const auto& guess : near(crypto::random_token()))
            if (plain(guess)) CHECK_MESSAGE(seen(nobody.ask("GET", invitation(guess))) == none, guess);
    });
}
