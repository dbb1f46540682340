// SPDX-License-Identifier: Apache-2.0
// Somebody listens, and writes us mails that want to be heard of: when they are read, when they are shown to an agent
// and to the customer, when they are searched for and answered. Nobody may knock at his door.
#include "app/two_brands_test.h"

#include "conversation/remote_picture_http.h"
#include "testing/peer.h"

using namespace amends;
using namespace amends::testing;

namespace {

// A door that nobody opens: whoever knocks waits before it, and is seen.
class Listener {
public:
    Listener() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        auto address = loopback(0);
        socklen_t size = sizeof address;
        REQUIRE(bind(socket_, reinterpret_cast<const sockaddr*>(&address), size) == 0);
        REQUIRE(listen(socket_, 64) == 0);
        REQUIRE(getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
        port_ = ntohs(address.sin_port);
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;
    ~Listener() { close(socket_); }

    [[nodiscard]] std::uint16_t port() const { return port_; }
    [[nodiscard]] bool heard() const
    {
        pollfd waiting{socket_, POLLIN, 0};
        return poll(&waiting, 1, 0) > 0;
    }

private:
    int socket_;
    std::uint16_t port_ = 0;
};

// "http://127.0.0.1:4711/x" and other spellings of the same door.
std::vector<std::string> spellings(std::uint16_t port)
{
    std::vector<std::string> all;
    for (const auto* const host : {"127.0.0.1", "localhost", "127.1", "2130706433", "0x7f000001", "0177.0.0.1",
                                   "[::ffff:127.0.0.1]", "0.0.0.0", "user@127.0.0.1", "127.0.0.1."})
        all.push_back(fmt::format("http://{}:{}/x", host, port));
    return all;
}

// Every way in which a mail may name an address, each once.
std::string hostile_html(const std::string& far)
{
    std::string html;
    for (const auto* const form :
         {"<img src=\"{0}\">", "<img srcset=\"{0} 2x\">", "<link rel=stylesheet href=\"{0}\">",
          "<link rel=prefetch href=\"{0}\">", "<style>@import '{0}';p{{background:url({0})}}</style>",
          "<p style=\"background:url({0})\">x</p>", "<iframe src=\"{0}\"></iframe>", "<object data=\"{0}\"></object>",
          "<video src=\"{0}\" poster=\"{0}\"></video>", "<base href=\"{0}\">", "<a href=\"{0}\" ping=\"{0}\">{0}</a>",
          "<svg><image href=\"{0}\"/><use href=\"{0}#a\"/></svg>", "<table background=\"{0}\"><tr><td>x</table>",
          "<img data-remote=\"{0}\">", "<meta http-equiv=refresh content=\"0;url={0}\">",
          "<form action=\"{0}\"><input></form>", "<script src=\"{0}\"></script>"})
        html += fmt::format(fmt::runtime(form), far);
    return html;
}

std::string hostile_mail(const std::string& far, int number)
{
    return fmt::format(
        "Subject: heard {0} {1}\r\nDisposition-Notification-To: <spy@evil.example>\r\n"
        "Return-Receipt-To: <spy@evil.example>\r\nX-Confirm-Reading-To: <spy@evil.example>\r\n"
        "List-Unsubscribe: <{0}>\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"
        "Content-Location: {0}\r\nContent-Base: {0}\r\nFace: {0}\r\nX-Image-URL: {0}\r\nAutocrypt: addr=x; url={0}\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n"
        "--c\r\nContent-Type: text/plain\r\n\r\nLook at {0} and <{0}> and [x]({0})\r\n"
        "--c\r\nContent-Type: text/html\r\n\r\n{2}\r\n--c--\r\n"
        "--b\r\nContent-Type: message/external-body; access-type=URL; URL=\"{0}\"\r\n\r\nContent-Type: image/png\r\n\r\n"
        "--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTACH:{0}\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
        "--b\r\nContent-Type: text/vcard; name=a.vcf\r\n\r\nBEGIN:VCARD\r\nPHOTO;VALUE=uri:{0}\r\nEND:VCARD\r\n"
        "--b\r\nContent-Type: text/xml; name=a.xml\r\n\r\n<!DOCTYPE a [<!ENTITY b SYSTEM \"{0}\">]><a>&b;</a>\r\n"
        "--b\r\nContent-Type: image/svg+xml; name=a.png\r\nContent-ID: <p@x>\r\nContent-Disposition: inline\r\n\r\n"
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"{0}\"/></svg>\r\n"
        "--b\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\n{0}\r\n--b--\r\n",
        far, number, hostile_html(far));
}

std::vector<std::string> all_between(const std::string& text, const std::string& before, const std::string& after)
{
    std::vector<std::string> found;
    for (auto at = text.find(before); at != std::string::npos; at = text.find(before, at + 1))
        found.push_back(text.substr(at, text.find_first_of(after, at) - at));
    return found;
}

struct Reading {
    explicit Reading(TestHouse& its_desk)
        : desk(its_desk),
          given(its_desk),
          agent(browser_of(its_desk, employ(its_desk, "aino@a.example", staff::Role::agent)))
    {
    }

    std::vector<std::int64_t> numbers(const std::string& question)
    {
        std::vector<std::int64_t> found;
        const auto session = desk.house.pool.take();
        for (const auto& row : session->query(question)) found.push_back(std::get<std::int64_t>(row.at(0)));
        return found;
    }

    // An agent opens all there is, down to every picture and file.
    void by_the_agent()
    {
        for (const auto id : numbers("SELECT id FROM cases WHERE brand_id = 1"))
            for (const auto* const rest : {"", "/messages"})
                seen += agent.ask("GET", fmt::format("/api/v1/cases/{}{}", id, rest)).body;
        for (const auto id : numbers("SELECT id FROM messages WHERE brand_id = 1"))
            for (const auto* const rest : {"html", "original"})
                seen += agent.ask("GET", fmt::format("/api/v1/messages/{}/{}", id, rest)).body;
        for (const auto* const target : {"/api/v1/cases?view=all", "/api/v1/search?q=heard", "/api/v1/triage"})
            seen += agent.ask("GET", target).body;
        for (const auto& url : all_between(seen, "/files/", "\"\\?&< ")) agent.ask("GET", url);
        for (const auto& url : all_between(seen, "/image-proxy/", "\"\\?&< ")) {
            CHECK(agent.ask("GET", url).status != 200);
            ++pictures;
        }
    }

    void by_the_customer()
    {
        Caller customer(desk);
        for (const auto id : numbers("SELECT id FROM cases WHERE brand_id = 1")) {
            const auto link = link_to(desk, id);
            customer.ask("POST", "/api/v1/customer/" + link + "/mine", "{}");
            const auto page = customer.ask("GET", "/api/v1/customer/" + link);
            CHECK(page.status == 200);
            CHECK(page.body.find("heard") != std::string::npos);
            for (const auto& url : all_between(page.body, "/api/v1/customer/", "\"\\ ")) customer.ask("GET", url);
        }
    }

    TestHouse& desk;
    TwoBrands given;
    Caller agent;
    std::string seen{};
    int pictures = 0;
};

} // namespace

TEST_CASE("T5: a mail that is read, shown to agent and customer, searched and opened knocks at nobody's door")
{
    in_each_house([](TestHouse& desk) {
        const Listener attacker;
        Reading reading(desk);
        int number = 0;
        for (const auto& far : spellings(attacker.port()))
            reading.given.arrives("help@example.org", "eve@c.example", hostile_mail(far, ++number));
        for (const auto* const usual : {"http://127.0.0.1/x", "https://[::1]/x", "http://169.254.169.254/latest"})
            reading.given.arrives("help@example.org", "eve@c.example", hostile_mail(usual, ++number));

        reading.by_the_agent();
        reading.by_the_customer();

        CHECK(reading.pictures > 0);
        CHECK(reading.numbers("SELECT id FROM messages WHERE brand_id = 1").size() >= 13);
        CHECK_FALSE(attacker.heard());
        CHECK(reading.numbers("SELECT count(*) FROM recipients WHERE address LIKE '%evil.example'").front() == 0);
    });
}

TEST_CASE("T22: the desk's own signature on an inner address opens nothing")
{
    TestHouse desk;
    const Listener attacker;
    auto agent = browser_of(desk, employ(desk, "aino@a.example", staff::Role::agent));
    const auto key = desk.house.keys.derive(conversation::purpose_of_pictures);
    for (const auto& far : spellings(attacker.port())) {
        CAPTURE(far);
        const auto token = conversation::picture_token(key, far, desk.clock.now());
        CHECK(agent.ask("GET", "/image-proxy/" + token).body.find("picture.not_there") != std::string::npos);
    }
    CHECK_FALSE(attacker.heard());
    const Talk knock(dial(attacker.port()));
    CHECK(attacker.heard()); // He would have heard.
}
