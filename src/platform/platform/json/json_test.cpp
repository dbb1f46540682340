// SPDX-License-Identifier: Apache-2.0
#include "platform/json/read.h"
#include "platform/json/schema.h"
#include "platform/json/write.h"

#include <doctest/doctest.h>

using namespace amends;

namespace {

enum class Remedy : std::uint8_t { refund, repair };
BOOST_DESCRIBE_ENUM(Remedy, refund, repair)

struct Option {
    Remedy remedy{};
    std::int32_t amount{};
};
BOOST_DESCRIBE_STRUCT(Option, (), (remedy, amount))

struct Offer {
    std::string text{};
    std::vector<Option> options{};
    std::optional<Instant> until{};
};
BOOST_DESCRIBE_STRUCT(Offer, (), (text, options, until))

std::string refusal_of(std::string_view body)
{
    const auto offer = json::parse<Offer>(body);
    return offer ? "" : offer.error().code + " " + offer.error().field;
}

} // namespace

TEST_CASE("what was written is read back")
{
    const std::string body =
        R"({"text":"a \"quoted\" \\ \u0007 ταύτα","options":[{"remedy":"repair","amount":-5}],"until":1790000000123})";

    const auto offer = json::parse<Offer>(body);

    REQUIRE(offer);
    CHECK(offer->options.at(0).remedy == Remedy::repair);
    CHECK(json::text_of(*offer) == body);
    CHECK(json::text_of(Offer{}) == R"({"text":"","options":[],"until":null})");
}

TEST_CASE("a refusal names the field at fault")
{
    CHECK(refusal_of("{") == "request.not_json ");
    CHECK(refusal_of("[]") == "request.field_type ");
    CHECK(refusal_of(R"({"options":[]})") == "request.field_missing text");
    CHECK(refusal_of(R"({"text":1,"options":[]})") == "request.field_type text");
    CHECK(refusal_of(R"({"text":"a\u0000b","options":[]})") == "request.field_has_null text");
    CHECK(refusal_of(R"({"text":"","options":[],"txt":1})") == "request.field_unknown txt");
    CHECK(refusal_of(R"({"text":"","options":[{"remedy":"repair","amount":1},{"remedy":"repair"}]})") ==
          "request.field_missing options.1.amount");
    CHECK(refusal_of(R"({"text":"","options":[{"remedy":"prayer","amount":1}]})") ==
          "request.field_unknown_value options.0.remedy");
    CHECK(refusal_of(R"({"text":"","options":[{"remedy":"repair","amount":3000000000}]})") ==
          "request.field_too_large options.0.amount");
    CHECK(refusal_of(R"({"text":"","options":[],"until":1.5})") == "request.field_type until");
}

TEST_CASE("a time that no calendar has and a number that no double holds are refused")
{
    const auto until = [](std::int64_t at) {
        return refusal_of(R"({"text":"","options":[],"until":)" + std::to_string(at) + "}");
    };

    CHECK(until(INT64_MAX) == "request.field_too_large until");
    CHECK(until(INT64_MIN) == "request.field_too_large until");
    CHECK(until(253'402'300'800'000) == "request.field_too_large until"); // The first moment of the year 10000.
    CHECK(until(253'402'300'799'999).empty());
    CHECK(json::parse<double>("1e999").error().code == "request.field_too_large");
}

TEST_CASE("text that is not UTF-8 and arrays without end are refused")
{
    CHECK(refusal_of("{\"text\":\"\xff\",\"options\":[]}") == "request.not_json ");
    CHECK(refusal_of(std::string(100'000, '[')) == "request.not_json ");
}

TEST_CASE("the schema says which fields are needed and which names are known")
{
    json::Schemas schemas;

    CHECK(schemas.of<Offer>(json::Way::in) == R"({"$ref":"#/components/schemas/Offer.in"})");

    CHECK(schemas.components().at("Option.in") ==
          R"({"type":"object","additionalProperties":false,"required":["remedy","amount"],)"
          R"("properties":{"remedy":{"type":"string","enum":["refund","repair"]},)"
          R"("amount":{"type":"integer","format":"int64"}}})");
    CHECK(schemas.components()
              .at("Offer.in")
              .find(R"("until":{"anyOf":[{"type":"integer","format":"int64"},{"type":"null"}]})") != std::string::npos);
}

TEST_CASE("what goes out has every field, what comes in may leave some out")
{
    json::Schemas schemas;
    static_cast<void>(schemas.of<Offer>(json::Way::in));
    static_cast<void>(schemas.of<Offer>(json::Way::out));

    CHECK(schemas.components().at("Offer.in").find(R"("required":["text","options"])") != std::string::npos);
    CHECK(schemas.components().at("Offer").find(R"("required":["text","options","until"])") != std::string::npos);
}
