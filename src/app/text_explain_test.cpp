// SPDX-License-Identifier: Apache-2.0
#include "app/text_explain.h"

#include <doctest/doctest.h>

using namespace amends;
using namespace amends::app;

namespace {

const TextMoment tuesday{"2026-06-02T10:00", "Europe/Helsinki"};

std::string said(std::string_view line, const TextMoment& moment = tuesday)
{
    const auto found = explained_text(line, moment);
    return found ? *found : found.error().code + " " + found.error().field;
}

} // namespace

TEST_CASE("a promise is told with its kind and the time by the zone's clock, whatever its id is")
{
    CHECK(said(R"({"id": 7, "lang": "en", "text": "We will refund you by Friday."})") ==
          R"({"id":7,"language":"en","promise":true,"promise_kind":"outcome","due_local":"2026-06-05T17:00"})");
    CHECK(said(R"({"id": "a", "lang": "fi", "text": "Voitko lähettää kuitin perjantaihin mennessä?"})") ==
          R"({"id":"a","language":"fi","promise":false,"promise_kind":null,"due_local":null})");
}

TEST_CASE("a language that is not given is found, and what else stands in a line is passed over")
{
    CHECK(
        said(
            R"({"id": 1, "text": "تا شنبه مبلغ را به حساب شما برمی‌گردانیم.", "label": true})") ==
        R"({"id":1,"language":"fa","promise":true,"promise_kind":"outcome","due_local":"2026-06-06T17:00"})");
    CHECK(said(R"({"id": 1, "lang": "xx", "text": "hello"})").find(R"("promise":false)") != std::string::npos);
    CHECK(said(R"({"id": 1, "lang": "en", "text": ""})").find(R"("promise":false)") != std::string::npos);
}

TEST_CASE("what cannot be read is refused by its field")
{
    CHECK(said("not json") == "request.not_json ");
    CHECK(said(R"({"text": "x"})") == "request.field_missing id");
    CHECK(said(R"({"id": 1})") == "request.field_missing text");
    CHECK(said(R"({"id": 1, "text": "x"})", {"2026-06-02T10:00", "Europe/Nowhere"}) == "zone.unknown zone");
    for (const char* const now :
         {"", "now", "2026-13-01T10:00", "2026-02-30T10:00", "2026-06-02T24:01", "2026-06-02 10.00", "2026-06-02"})
        CHECK(said(R"({"id": 1, "text": "x"})", {now, "UTC"}) == "request.field_unknown_value now");
}
