// SPDX-License-Identifier: Apache-2.0
#include "platform/http/router.h"

#include "base/away.h"

#include <doctest/doctest.h>

using namespace amends;

namespace {

http::Response answer_of(http::Handler handler)
{
    http::Router router;
    router.add("POST", "/things", std::move(handler));
    return router.answer({.method = "POST", .path = "/things"});
}

} // namespace

TEST_CASE("a disk that is full is no incident: it is said in words, and to come again")
{
    const auto told = answer_of([](const http::Request&) -> http::Response { throw Away("disk full"); });

    CHECK(told.status == 503);
    CHECK(told.incident.empty());
    CHECK(told.body.find("request.away") != std::string::npos);
}

TEST_CASE("whoever asks while memory lacks is told to come again")
{
    const auto told = answer_of([](const http::Request&) -> http::Response { throw std::bad_alloc(); });

    CHECK(told.status == 503);
    CHECK(told.body.find("request.overloaded") != std::string::npos);
}

TEST_CASE("what broke is an incident with a number")
{
    const auto told = answer_of([](const http::Request&) -> http::Response { throw Failure("a mistake"); });

    CHECK(told.status == 500);
    CHECK_FALSE(told.incident.empty());
}
