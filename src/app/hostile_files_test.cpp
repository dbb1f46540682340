// SPDX-License-Identifier: Apache-2.0
// T4. What a file is called × what it is declared to be × what it is: nobody's browser is led to run it, and as a
// picture of a mail it is shown only when its bytes are a picture.
#include "app/two_brands_test.h"

#include "app/web.h"
#include "testing/client.h"

using namespace amends;
using namespace amends::testing;
using namespace std::string_literals;

namespace {

const std::string png = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0"s;
const std::string bomb = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xea\x60\0\0\xea\x60\x08\6\0\0\0"s; // 60,000 by 60,000.
const std::string svg = "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>";

const std::map<std::string, std::string> contents{
    {"png", png},
    {"bomb", bomb},
    {"svg", svg},
    {"html", "<html><script>alert(1)</script>"},
    {"both", "GIF89a/*\x01\x01*/=1;alert(1)//<script>alert(1)</script>"},
    {"pdf", "%PDF-1.7 /JS (app.alert(1))"},
    {"xml", "<?xml version='1.0'?><x:script xmlns:x='http://www.w3.org/1999/xhtml'>alert(1)</x:script>"}};
constexpr std::array file_names{"a.png", "a.svg",     "a.html", "a.htm%20", "a.png.html",
                                "a",     ".htaccess", "a.php",  "a.xhtml",  "a.js"};
constexpr std::array types{"image/png",
                           "image/svg+xml",
                           "text/html",
                           "application/xhtml+xml",
                           "text/javascript",
                           "application/pdf",
                           "text/xml",
                           "multipart/x-mixed-replace",
                           "image/png;text/html",
                           "x",
                           ""};

std::string header(const std::string& reply, const std::string& name)
{
    const auto at = reply.find("\r\n" + name + ": ");
    if (at == std::string::npos) return "";
    const auto from = at + name.size() + 4;
    return reply.substr(from, reply.find("\r\n", from) - from);
}

bool harmless_type(const std::string& type)
{
    return type == "application/octet-stream" || type == "image/png" || type == "image/jpeg" || type == "image/gif" ||
           type == "image/webp";
}

void only_to_be_kept(const std::string& reply)
{
    CAPTURE(reply.substr(0, 600));
    CHECK(reply.starts_with("HTTP/1.1 200"));
    CHECK(harmless_type(header(reply, "Content-Type")));
    CHECK(header(reply, "Content-Disposition").starts_with("attachment;"));
    CHECK(header(reply, "X-Content-Type-Options") == "nosniff");
    CHECK(header(reply, "Content-Security-Policy").find("default-src 'none'") != std::string::npos);
    CHECK(header(reply, "Content-Security-Policy").find("sandbox") != std::string::npos);
    CHECK(header(reply, "Set-Cookie").empty());
}

std::string part(const std::string& name, const std::string& type, const std::string& id, const std::string& bytes)
{
    return fmt::format("--b\r\nContent-Type: {}\r\nContent-ID: <{}@x>\r\nContent-Disposition: inline; filename={}\r\n"
                       "Content-Transfer-Encoding: base64\r\n\r\n{}\r\n",
                       type, id, name, bytes);
}

std::string url_in(const http::Response& made)
{
    const auto at = made.body.find("\"url\":\"");
    REQUIRE_MESSAGE(at != std::string::npos, made.body);
    return made.body.substr(at + 7, made.body.find('"', at + 7) - at - 7);
}

} // namespace

TEST_CASE("T4: whatever a file is called, declared and made of, agent and customer can only keep it")
{
    TestHouse desk({.http_port = 0});
    const Web web(desk.house);
    TwoBrands given(desk);
    auto agent = browser_of(desk, employ(desk, "aino@a.example", staff::Role::agent));
    const auto link =
        link_to(desk, std::stoll(given.id_of(agent.ask(
                          "POST", "/api/v1/cases",
                          R"({"customer":{"address":"eve@c.example"},"subject":"S","text":"T","kind":"call"})"))));
    Caller customer(desk);
    for (const auto& [kind, bytes] : contents)
        for (const std::string name : file_names)
            for (const std::string type : types) {
                CAPTURE(kind);
                CAPTURE(name);
                CAPTURE(type);
                agent.headers["content-type"] = type;
                customer.headers["content-type"] = type;
                const auto ours = agent.ask("POST", "/api/v1/uploads?name=" + name, bytes);
                only_to_be_kept(
                    Client(web.port()).request("GET " + url_in(ours), "", "Cookie: " + agent.cookie + "\r\n"));
                const auto theirs = customer.ask("POST", "/api/v1/customer/" + link + "/uploads?name=" + name, bytes);
                if (theirs.status != 201) continue; // Too many at once from one customer.
                only_to_be_kept(Client(web.port()).request("GET " + url_in(theirs)));
            }
}

TEST_CASE("T4: a mail as it came is kept, too, and not shown")
{
    TestHouse desk({.http_port = 0});
    const Web web(desk.house);
    TwoBrands given(desk);
    const auto& original = given.objects.at("messages");
    int kept = 0;
    for (const auto& id : original) {
        const auto reply =
            Client(web.port())
                .request("GET /api/v1/messages/" + id + "/original", "", "Cookie: " + given.admin->cookie + "\r\n");
        if (!reply.starts_with("HTTP/1.1 200")) continue;
        CHECK(header(reply, "Content-Disposition").starts_with("attachment;"));
        CHECK(header(reply, "Content-Type") == "message/rfc822");
        CHECK(header(reply, "Content-Security-Policy").find("sandbox") != std::string::npos);
        ++kept;
    }
    CHECK(kept > 0);
}

TEST_CASE("T19: of the parts of a mail only what is a picture, and no bomb, is shown in it")
{
    in_each_house([](TestHouse& desk) {
        TwoBrands given(desk);
        auto agent = browser_of(desk, employ(desk, "aino@a.example", staff::Role::agent));
        given.arrives("help@example.org", "eve@c.example",
                      "Subject: pictures\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
                      "--b\r\nContent-Type: text/html\r\n\r\n<img src=\"cid:png@x\" alt=png><img src=\"cid:bomb@x\" "
                      "alt=bomb><img src=\"cid:svg@x\" alt=svg>\r\n" +
                          part("a.png", "image/png", "png", "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAA=") +
                          part("b.png", "image/png", "bomb", "iVBORw0KGgoAAAANSUhEUgAA6mAAAOpgCAYAAAA=") +
                          part("c.png", "image/png", "svg", "PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+") + "--b--\r\n");
        const auto id = [&] {
            const auto session = desk.house.pool.take();
            return session->value<std::int64_t>("SELECT id FROM messages WHERE brand_id = 1 AND subject = 'pictures'");
        }();

        const auto html = agent.ask("GET", fmt::format("/api/v1/messages/{}/html", id)).body;

        CAPTURE(html);
        CHECK(html.find(R"(<img alt=\"png\" src=\"/files/)") != std::string::npos);
        CHECK(html.find(R"(<img alt=\"bomb\">)") != std::string::npos);
        CHECK(html.find(R"(<img alt=\"svg\">)") != std::string::npos);
    });
}
