// SPDX-License-Identifier: Apache-2.0
// Whoever wants to get into somebody else's case by mail: every token × every place in a mail that may carry one ×
// everybody who may send it. And what a service writes to an address of ours because somebody signed up with it.
#include "app/links_test.h"
#include "app/simulated_desk_test.h"

using namespace amends;
using namespace amends::testing;

namespace {

std::string header_of(const std::string& bytes, const std::string& name)
{
    const auto at = bytes.find("\n" + name + ": ");
    if (at == std::string::npos) return "";
    const auto from = at + name.size() + 3;
    auto value = bytes.substr(from, bytes.find_first_of("\r\n", from) - from);
    if (value.starts_with('<') && value.ends_with('>') && name == "Reply-To") value = value.substr(1, value.size() - 2);
    return value;
}

enum class Where : std::uint8_t { envelope, to, cc, in_reply_to, references };
constexpr std::array everywhere{Where::envelope, Where::to, Where::cc, Where::in_reply_to, Where::references};

// What a copy of ours carries that leads an answer home.
struct Clue {
    std::string address{};
    std::string reference{};
};

// Maria's case, in which Ken is a copy, and Bob's.
struct Given : SimulatedDesk {
    explicit Given(std::uint64_t seed = 1) : SimulatedDesk(seed)
    {
        server.moody = false;
        ask("PATCH", "/desk", R"({"undo_seconds":0})");
        marias = opened("maria@example.com", R"(,"cc":["ken@example.com"])");
        bobs = opened("bob@example.com", "");
    }

    std::int64_t opened(const std::string& customer, const std::string& more)
    {
        write(customer, "help@example.org", "Subject: Refund\r\n", "Where is it?");
        const auto id = one_of("SELECT max(id) FROM cases");
        const auto said = ask("POST", fmt::format("/cases/{}/messages", id),
                              R"({"text":"We look into it.","reason":"The bank is closed")" + more + "}");
        REQUIRE_MESSAGE(said.status == 201, said.body);
        work();
        return id;
    }

    void write(const std::string& sender, const std::string& recipient, const std::string& headers,
               const std::string& text, const std::string& to = "")
    {
        arrives(sender, recipient,
                fmt::format("From: <{}>\r\nTo: {}\r\nMessage-ID: <n{}@example.com>\r\n{}\r\n{}\r\n", sender,
                            to.empty() ? recipient : to, ++mails_, headers, text));
        work();
    }

    // A mail whose only clue stands in one place.
    void try_it(const std::string& sender, const Clue& clue, Where where, const std::string& more = "")
    {
        const std::string desk_address = "help@example.org";
        switch (where) {
        case Where::envelope: return write(sender, clue.address, more, "Let me in.", desk_address);
        case Where::to: return write(sender, desk_address, more, "Let me in.", clue.address);
        case Where::cc: return write(sender, desk_address, more + "Cc: " + clue.address + "\r\n", "Let me in.");
        case Where::in_reply_to:
            return write(sender, desk_address, more + "In-Reply-To: " + clue.reference + "\r\n", "Let me in.");
        case Where::references:
            return write(sender, desk_address, more + "References: <x@y.example> " + clue.reference + "\r\n",
                         "Let me in.");
        }
    }

    [[nodiscard]] Clue clue_of(const std::string& to) const
    {
        for (const auto& mail : server.taken)
            if (mail.to == to && mail.bytes.find("We look into it.") != std::string::npos)
                return {header_of(mail.bytes, "Reply-To"), header_of(mail.bytes, "Message-ID")};
        FAIL("no copy went to " << to);
        return {};
    }

    [[nodiscard]] std::int64_t messages_in(std::int64_t of_case)
    {
        return one_of(fmt::format("SELECT count(*) FROM messages WHERE case_id = {}", of_case));
    }

    // Whether the mail got into the case.
    bool got_in(std::int64_t into, const std::string& sender, const Clue& clue, Where where,
                const std::string& more = "")
    {
        const auto before = messages_in(into);
        try_it(sender, clue, where, more);
        return messages_in(into) > before;
    }

    [[nodiscard]] std::string page_of(std::int64_t of_case)
    {
        const auto link = link_to(desk, of_case);
        Caller(desk).ask("POST", "/api/v1/customer/" + link + "/mine", "{}");
        return Caller(desk).ask("GET", "/api/v1/customer/" + link).body;
    }

    [[nodiscard]] std::string all_that_left() const
    {
        std::string all;
        for (const auto& mail : server.taken) all += mail.to + "\n" + mail.bytes;
        return all;
    }

    std::int64_t marias{};
    std::int64_t bobs{};

private:
    int mails_ = 0;
};

// One letter of the tag is another.
Clue changed(Clue clue)
{
    for (auto* const text : {&clue.address, &clue.reference}) {
        const auto at = text->find('@');
        REQUIRE(at != std::string::npos);
        auto& letter = text->at(at - 1);
        letter = letter == 'a' ? 'b' : 'a';
    }
    return clue;
}

Clue of_another_domain(Clue clue)
{
    for (auto* const text : {&clue.address, &clue.reference}) text->insert(text->find('@') + 1, "evil-");
    return clue;
}

} // namespace

TEST_CASE("T13: the tests below try something: with his own token a participant gets in, wherever it stands")
{
    Given given;
    for (const auto* const who : {"maria@example.com", "ken@example.com"})
        for (const auto where : everywhere) {
            CAPTURE(who);
            CAPTURE(static_cast<int>(where));
            CHECK(given.got_in(given.marias, who, given.clue_of(who), where));
        }
}

TEST_CASE("T13: whoever is no participant gets in by no token, genuine or not, wherever it stands")
{
    Given given;
    const auto token = given.clue_of("maria@example.com");
    const auto before = given.messages_in(given.bobs);
    for (const auto* const who : {"eve@example.net", "bob@example.com", "help@example.org", "agent@example.org",
                                  "lead@example.org", "maria@example.com.evil.example", "maria@example.co"})
        for (const auto& clue : {token, given.clue_of("ken@example.com"), changed(token), of_another_domain(token)})
            for (const auto where : everywhere) {
                CAPTURE(who);
                CAPTURE(clue.address);
                CAPTURE(static_cast<int>(where));
                CHECK_FALSE(given.got_in(given.marias, who, clue, where));
            }
    CHECK(given.messages_in(given.bobs) == before);
}

TEST_CASE("T13: a participant gets into another's case by none of its tokens, and by no forged one into any")
{
    Given given;
    const auto token = given.clue_of("maria@example.com");
    for (const auto where : everywhere) {
        CAPTURE(static_cast<int>(where));
        CHECK_FALSE(given.got_in(given.marias, "bob@example.com", token, where));
        CHECK_FALSE(given.got_in(given.bobs, "maria@example.com", given.clue_of("bob@example.com"), where));
        CHECK_FALSE(given.got_in(given.marias, "maria@example.com", changed(token), where));
        CHECK_FALSE(given.got_in(given.marias, "maria@example.com", of_another_domain(changed(token)), where));
    }
}

TEST_CASE("T13: a sender whom the trusted border calls forged gets in by nothing, also in another's name")
{
    Given given;
    const auto line = given.one_of("SELECT id FROM channels WHERE kind = 'mail'");
    REQUIRE(given.ask("PATCH", fmt::format("/channels/{}", line), R"({"trusted_authserv":"mx.example.org"})").status ==
            200);
    const std::string fails = "Authentication-Results: mx.example.org; spf=fail smtp.mailfrom=evil.example; "
                              "dkim=fail header.d=evil.example; dmarc=fail header.from=example.com\r\n";
    for (const auto where : everywhere) {
        CAPTURE(static_cast<int>(where));
        CHECK_FALSE(given.got_in(given.marias, "maria@example.com", given.clue_of("maria@example.com"), where, fails));
    }
}

TEST_CASE("T12: a case number in any form and language leads a stranger nowhere and joins nobody by itself")
{
    Given given;
    const auto number = given.ask("GET", fmt::format("/cases/{}", given.marias)).body;
    const auto at = number.find("AM-");
    REQUIRE(at != std::string::npos);
    const auto name = number.substr(at, number.find('"', at) - at);
    const auto before = given.messages_in(given.marias);
    for (const auto* const form : {"Re: Refund [{}]", "Re: [{}] Refund", "{}", "VS: {}", "ΑΠ: Refund [{}]",
                                   "پاسخ: [{}]", "Fwd: Re: AW: SV: [{}] [{}]", "Case {} #{}", "[ticket: {}]"})
        for (const auto* const who : {"eve@example.net", "maria@example.com", "bob@example.com"}) {
            std::string subject = form;
            while (subject.find("{}") != std::string::npos) subject.replace(subject.find("{}"), 2, name);
            given.write(who, "help@example.org", "Subject: " + subject + "\r\n", "Pay me instead.");
            CAPTURE(subject);
            CHECK(given.messages_in(given.marias) == before);
        }
}

TEST_CASE("T15: what a service writes because somebody signed up with an address of ours is for the desk alone")
{
    Given given;
    const auto token = given.clue_of("maria@example.com");
    const std::string headers = "Subject: Your code is 771-canary\r\nAuto-Submitted: auto-generated\r\n";
    const auto text = "Confirm: https://service.example/verify?token=canary-link and the code 771-canary";
    const auto before = given.messages_in(given.marias);
    for (const auto* const sender : {"no-reply@service.example", "verify@service.example"})
        for (const auto& recipient : {std::string("help@example.org"), token.address}) {
            given.write(sender, recipient, headers, text);
            given.write(sender, recipient, "Subject: Your code is 771-canary\r\n", text);
        }
    given.desk.clock.advance(1h);
    given.work();

    CHECK(given.messages_in(given.marias) == before);
    CHECK(given.page_of(given.marias).find("canary") == std::string::npos);
    CHECK(given.all_that_left().find("canary") == std::string::npos);
}

TEST_CASE("T15: also what an agent lets into the case of such mails is not shown or quoted to its customer")
{
    Given given;
    const auto token = given.clue_of("maria@example.com");
    given.write("no-reply@service.example", token.address, "Subject: Your code is 771-canary\r\n",
                "Confirm: https://service.example/verify?token=canary-link");
    const auto item = given.one_of("SELECT id FROM raw_messages WHERE state = 'unverified'");
    REQUIRE(item != 0);
    const auto before = given.messages_in(given.marias);
    REQUIRE(given.ask("POST", fmt::format("/triage/{}/decision", item), R"({"decision":"accept"})").status < 300);
    CHECK(given.messages_in(given.marias) == before + 1);

    REQUIRE(given
                .ask("POST", fmt::format("/cases/{}/messages", given.marias),
                     R"({"text":"News.","reason":"The bank is closed"})")
                .status == 201);
    given.desk.clock.advance(1h);
    given.work();

    CHECK(given.page_of(given.marias).find("News.") != std::string::npos);
    CHECK(given.page_of(given.marias).find("canary") == std::string::npos);
    for (const auto& mail : given.server.taken) {
        CAPTURE(mail.to);
        if (mail.to != "no-reply@service.example") CHECK(mail.bytes.find("canary") == std::string::npos);
    }
}
