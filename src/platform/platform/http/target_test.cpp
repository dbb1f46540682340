// SPDX-License-Identifier: Apache-2.0
#include "platform/http/target.h"

#include "platform/http/files.h"
#include "platform/http/problem.h"
#include "platform/http/router.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::http;

TEST_CASE("an address says in UTF-8 what it says, and nothing that could be read in two ways")
{
    CHECK(percent_decoded("a%20b%D9%81") == "a bف");
    CHECK(percent_decoded("%2e%2E%2f") == "../");
    for (const auto* const odd : {"%", "%4", "%zz", "%00", "%C0%AF", "%ED%A0%80", "%F5%80%80%80", "%D9", "%E0%9F%80"})
        CHECK_FALSE(percent_decoded(odd));
}

TEST_CASE("a parameter that comes twice is refused, even when it is spelled differently")
{
    const auto asked = query_parameters("q=a+b%2B&limit=5&&flag");
    REQUIRE(asked);
    CHECK(asked->at("q") == "a b+");
    CHECK(asked->at("flag").empty());
    CHECK(query_parameters("view=mine&view=all").error().code == "request.parameter_repeated");
    CHECK(query_parameters("view=mine&v%69ew=all").error().field == "view");
    CHECK(query_parameters("a=%ff").error().code == "request.query_malformed");
    CHECK(query_parameters("")->empty());
}

TEST_CASE("a slash in disguise does not end a part of the path")
{
    CHECK(*path_segments("/api/a%2Fb") == std::vector<std::string>{"api", "a/b"});
    CHECK(*path_segments("/") == std::vector<std::string>{""});
    CHECK_FALSE(path_segments("/api/%00"));
}

TEST_CASE("only a proxy of ours may say for whom it speaks, and only what it has seen itself")
{
    const std::vector<std::string> ours{"127.0.0.1", "10.0.0.2"};

    CHECK(caller_address("203.0.113.9", "198.51.100.1", ours) == "203.0.113.9");
    CHECK(caller_address("127.0.0.1", "198.51.100.1", ours) == "198.51.100.1");
    CHECK(caller_address("127.0.0.1", "1.2.3.4, 198.51.100.1", ours) == "198.51.100.1");
    CHECK(caller_address("127.0.0.1", "1.2.3.4, 198.51.100.1, 10.0.0.2", ours) == "198.51.100.1");
    CHECK(caller_address("::ffff:127.0.0.1", "2001:DB8::0:1", ours) == "2001:db8::1");
    CHECK(caller_address("127.0.0.1", "nonsense", ours) == "127.0.0.1");
    CHECK(caller_address("127.0.0.1", "", ours) == "127.0.0.1");
    CHECK(caller_address("127.0.0.1", "198.51.100.1", {}) == "127.0.0.1");
}

TEST_CASE("a cookie that comes twice is believed neither time")
{
    const Request asked{.headers = {{"cookie", "a=1; session=abc; b=2;c"}}};
    CHECK(asked.cookie("session") == "abc");
    CHECK(asked.cookie("a") == "1");
    CHECK_FALSE(asked.cookie("ses"));
    CHECK_FALSE(asked.cookie("c"));
    CHECK_FALSE(Request{.headers = {{"cookie", "session=abc; session=evil"}}}.cookie("session"));
}

TEST_CASE("nobody writes a header of his own by way of a file name")
{
    CHECK_THROWS_AS(Header("Location", "/a\r\nSet-Cookie: session=evil"), Failure);
    const auto header = download_as("../Ελλάδα\"\r\n;.html");
    CHECK(header.value.find_first_of("\r\n") == std::string::npos);
    CHECK(header.value == "attachment; filename=\"..___________.html\"; "
                          "filename*=UTF-8''..%2F%CE%95%CE%BB%CE%BB%CE%AC%CE%B4%CE%B1%22%0D%0A%3B.html");
}

TEST_CASE("the language that the browser likes best is chosen among ours")
{
    CHECK(preferred_language("") == "en");
    CHECK(preferred_language("fi-FI,fi;q=0.9,en;q=0.8") == "fi");
    CHECK(preferred_language("sv, en;q=0.4, el;q=0.7") == "el");
    CHECK(preferred_language("de;q=1, fa;q=0.05, fil;q=0.9") == "fa");
    CHECK(preferred_language("fi;q=0, en;q=0.1") == "en");
    CHECK(preferred_language(";;q=,,=;q") == "en");
}

TEST_CASE("a refusal becomes a problem with a sentence")
{
    Router router;
    router.speak([](std::string_view code, std::string_view language) -> std::string_view {
        return code == "a.b" && language == "fi" ? "Ei käy." : "";
    });
    router.add("GET", "/a/{id}", [](const Request&) { return refused({Refusal::conflict, "a.b", "x"}); });

    const auto said = router.answer({.method = "HEAD", .path = "/a/1", .headers = {{"accept-language", "fi"}}});

    CHECK(said.status == 409);
    CHECK(said.type == "application/problem+json");
    CHECK(
        said.body ==
        R"({"type":"about:blank","title":"Ei käy.","status":409,"kind":"conflict","code":"a.b","field":"x","incident":""})");
    CHECK(router.answer({.method = "POST", .path = "/a/1"}).headers.at(0).value == "GET");
    CHECK(router.answer({.method = "GET", .path = "/a/1", .query = "x=1&x=2"}).status == 422);
    CHECK(router.answer({.method = "GET", .path = "/a/%ff"}).status == 404);
}

TEST_CASE("an asset goes out packed as the browser can read it, and not at all when it has it")
{
    const Asset page{.path = "/a.html", .type = "text/html", .bytes = "plain", .gzip = "gz", .brotli = "br"};
    const auto asked = [&](const char* accepted) {
        return asset_reply(page, {.headers = {{"accept-encoding", accepted}}});
    };

    CHECK(asked("gzip, br").fixed == "br");
    CHECK(asked("gzip, br;q=0").fixed == "gz");
    CHECK(asked("brx").fixed == "plain");
    const auto first = asked("");
    const auto tag = first.headers.at(1).value;
    CHECK(asset_reply(page, {.headers = {{"if-none-match", tag}}}).status == 304);
    CHECK(asset_reply(page, {.headers = {{"if-none-match", "\"other\""}}}).status == 200);
}
