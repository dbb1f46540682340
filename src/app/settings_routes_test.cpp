// SPDX-License-Identifier: Apache-2.0
#include "app/mail_servers.h"
#include "brand/change_brand.h"
#include "channel/channel_sql.h"
#include "testing/house.h"

using namespace amends;
using namespace amends::testing;

namespace {

bool has(const http::Response& response, std::string_view part)
{
    return response.body.find(part) != std::string::npos;
}

std::string id_in(const http::Response& response)
{
    const auto from = response.body.find("\"id\":") + 5;
    return response.body.substr(from, response.body.find(',', from) - from);
}

} // namespace

TEST_CASE("a week is sound when no opening lies over another")
{
    CHECK(brand::sound_week({}));
    CHECK(brand::sound_week({{0, 780, 1020}, {0, 540, 720}, {6, 0, 1440}}));
    CHECK(brand::sound_week({{0, 540, 720}, {0, 720, 1020}}));
    CHECK_FALSE(brand::sound_week({{0, 540, 721}, {0, 720, 1020}}));
    CHECK_FALSE(brand::sound_week({{7, 540, 720}}));
    CHECK_FALSE(brand::sound_week({{0, 720, 540}}));
    CHECK_FALSE(brand::sound_week({{0, 0, 1441}}));
    CHECK(brand::real_day("2028-02-29"));
    for (const auto* const odd :
         {"2026-02-29", "2026-13-01", "2026-1-01", "0000-01-01", "2026-01-00", "26-01-0101", ""})
        CHECK_FALSE(brand::real_day(odd));
}

TEST_CASE("settings are changed one by one, and a wrong one changes nothing")
{
    in_each_house([](TestHouse& desk) {
        auto admin = browser_of(desk, employ(desk, "admin@example.org", staff::Role::admin));
        const auto all =
            R"({"name":"Kauppa","prefix":"KA","language":"fi","zone":"Europe/Helsinki","sender_name":"Apu",)"
            R"("signature":"Terveisin\nKauppa","opening_hours":[{"weekday":0,"opens_minute":540,)"
            R"("closes_minute":1020}],"closed_days":[{"day":"2026-12-06","name":"Itsenäisyyspäivä"}],)"
            R"("reopen_days":14,"undo_seconds":20,"first_update":"2d","pull_by_minutes":60,"away_minutes":90})";

        CHECK(admin.ask("PATCH", "/api/v1/desk", all).status == 200);
        const auto shown = admin.ask("GET", "/api/v1/desk");
        CHECK(has(shown, R"("prefix":"KA")"));
        CHECK(has(shown, R"("first_update":"2d")"));
        CHECK(has(shown, R"("closed_days":[{"day":"2026-12-06","name":"Itsenäisyyspäivä"}])"));
        CHECK(admin.ask("PATCH", "/api/v1/desk", shown.body).status == 200); // As the page sends it back.
        for (const auto* const wrong :
             {R"({"name":" "})", R"({"prefix":"ka"})", R"({"prefix":"1A"})", R"({"prefix":""})", R"({"language":"sv"})",
              R"({"zone":"Nowhere/Land"})", R"({"sender_name":"a\r\nBcc: x@y"})", R"({"first_update":"0d"})",
              R"({"first_update":"1h"})", R"({"first_update":"d"})", R"({"undo_seconds":-1})",
              R"({"reopen_days":99999})", R"({"public_address":"https://evil.example"})", R"({"default_team":1})",
              R"({"id":2})", R"({"closed_days":[{"day":"2026-02-30","name":""}]})",
              R"({"closed_days":[{"day":"2026-12-06","name":""},{"day":"2026-12-06","name":""}]})",
              R"({"opening_hours":[{"weekday":0,"opens_minute":0,"closes_minute":2000}]})"}) {
            CAPTURE(wrong);
            CHECK(admin.ask("PATCH", "/api/v1/desk", wrong).status == 422);
        }
        CHECK(admin.ask("GET", "/api/v1/desk").body == shown.body);
    });
}

TEST_CASE("the secrets of a line go in, do their work, and never come out")
{
    in_each_house([](TestHouse& desk) {
        auto admin = browser_of(desk, employ(desk, "admin@example.org", staff::Role::admin));
        const auto made = admin.ask(
            "POST", "/api/v1/channels",
            R"({"kind":"mail","name":"Help","address":"Help@Example.org","in":"imap","imap":{"host":"imap.example.org",)"
            R"("port":993,"security":"tls","user":"help","password":"p1-canary"},"smtp":{"host":"smtp.example.org",)"
            R"("port":587,"security":"starttls","user":"help","password":"p2-canary"}})");
        CHECK(made.status == 201);
        CHECK(has(made, R"("address":"help@example.org")"));
        CHECK_FALSE(has(made, "canary"));
        CHECK(has(made, R"("secrets_set_at":)" + std::to_string(desk.clock.now().time_since_epoch().count())));
        const auto path = "/api/v1/channels/" + id_in(made);
        const auto secrets = [&] {
            const auto session = desk.house.pool.take();
            const auto line = channel::ChannelSqlStore(*session, BrandId{1}).of_kind(channel::Kind::mail);
            CHECK(line->secrets.find("canary") == std::string::npos);
            return LineSecrets(desk.house).open(line->secrets);
        };
        CHECK(secrets().imap_password == "p1-canary");
        CHECK(secrets().smtp_password == "p2-canary");

        CHECK(admin.ask("PATCH", path, R"({"name":"Help!"})").status == 200);
        CHECK(secrets().imap_password == "p1-canary");
        // To another server a password does not go along.
        CHECK(admin
                  .ask("PATCH", path,
                       R"({"imap":{"host":"imap.evil.example","port":993,"security":"tls","user":"help"}})")
                  .status == 200);
        CHECK_FALSE(secrets().imap_password);
        CHECK(has(admin.ask("PATCH", path, R"({"smtp":null,"in":"lmtp","imap":null})"),
                  R"("in":"lmtp","imap":null,"smtp":null)"));
        CHECK_FALSE(secrets().smtp_password);
        CHECK(has(admin.ask("GET", "/api/v1/channels"), R"("secrets_set_at":null)"));
    });
}

TEST_CASE("whose word about a sender a line believes is shown, changed and taken back")
{
    in_each_house([](TestHouse& desk) {
        auto admin = browser_of(desk, employ(desk, "admin@example.org", staff::Role::admin));
        const auto made = admin.ask("POST", "/api/v1/channels",
                                    R"({"address":"help@example.org","trusted_authserv":"mx.example.org"})");
        const auto path = "/api/v1/channels/" + id_in(made);

        CHECK(has(made, R"("trusted_authserv":"mx.example.org")"));
        CHECK(has(admin.ask("PATCH", path, R"({"name":"Help"})"), R"("trusted_authserv":"mx.example.org")"));
        CHECK(has(admin.ask("PATCH", path, R"({"trusted_authserv":"mx 1"})"), "channel.host_invalid"));
        CHECK(has(admin.ask("GET", "/api/v1/channels"), R"("trusted_authserv":"mx.example.org")"));
        CHECK(has(admin.ask("PATCH", path, R"({"trusted_authserv":""})"), R"("trusted_authserv":null)"));
    });
}

TEST_CASE("a line that could not work is refused with its field")
{
    in_each_house([](TestHouse& desk) {
        auto admin = browser_of(desk, employ(desk, "admin@example.org", staff::Role::admin));
        CHECK(admin.ask("POST", "/api/v1/channels", R"({"address":"a@example.org"})").status == 201);
        CHECK(has(admin.ask("POST", "/api/v1/channels", R"({"address":"A@example.org"})"), "channel.address_taken"));
        CHECK(has(admin.ask("POST", "/api/v1/channels", R"({"name":"x"})"), "request.field_missing"));
        CHECK(has(admin.ask("POST", "/api/v1/channels", R"({"address":"a+b@example.org"})"), "desk.address_invalid"));
        CHECK(has(admin.ask("POST", "/api/v1/channels", R"({"address":"b@example.org","in":"imap"})"),
                  "channel.imap_missing"));
        CHECK(has(admin.ask("POST", "/api/v1/channels", R"({"kind":"form","address":"b@example.org"})"),
                  "channel.kind_fixed"));
        const auto server = [&](const std::string& host, int port) {
            return R"({"address":"b@example.org","smtp":{"security":"tls","host":")" + host + R"(","port":)" +
                   std::to_string(port) + "}}";
        };
        CHECK(has(admin.ask("POST", "/api/v1/channels", server("a b", 25)), "channel.host_invalid"));
        CHECK(has(admin.ask("POST", "/api/v1/channels", server("", 25)), "smtp.host"));
        CHECK(has(admin.ask("POST", "/api/v1/channels", server("mx", 0)), "channel.port_invalid"));
        CHECK(has(admin.ask("POST", "/api/v1/channels", server("mx", 70000)), "channel.port_invalid"));
        CHECK(has(admin.ask("PATCH", "/api/v1/channels/5", "{}"), "channel.not_found"));
    });
}
