// SPDX-License-Identifier: Apache-2.0
// The finder of promises against sentences that people labelled (tests/promises). The rules were made at the open half;
// the limits are those of the shut one, and docs/quality.md has the figures.
#include "platform/json/read.h"
#include "platform/speech/promises.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <string>

using namespace amends;
using namespace amends::speech;

namespace {

struct Labelled {
    std::string id{};
    std::string lang{};
    std::string text{};
    bool promise{};
    std::optional<std::string> kind{};
    std::optional<std::string> due_local{};
    std::string now{};
    std::string zone{};

    [[nodiscard]] bool shut() const { return (id.back() - '0') % 2 == 0; }
};
BOOST_DESCRIBE_STRUCT(Labelled, (), (id, lang, text, promise, kind, due_local, now, zone))

struct Tally {
    int labelled = 0;
    int found = 0;
    int right = 0;
    int dated = 0;
    int date_right = 0;

    [[nodiscard]] double precision() const { return static_cast<double>(right) / std::max(1, found); }
    [[nodiscard]] double recall() const { return static_cast<double>(right) / std::max(1, labelled); }
    [[nodiscard]] double dates() const { return static_cast<double>(date_right) / std::max(1, dated); }
};

std::string written(const LocalTime& at)
{
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", at.year, at.month, at.day, at.hour, at.minute);
}

void count(Tally& tally, const Labelled& row)
{
    const calendar::Zone zone(row.zone);
    const auto found =
        promise_in(row.text, row.lang, zone, zone.instant({.year = 2026, .month = 6, .day = 2, .hour = 10}));
    tally.labelled += row.promise ? 1 : 0;
    tally.found += found ? 1 : 0;
    if (!found || !row.promise) return;
    ++tally.right;
    if (!row.due_local) return;
    ++tally.dated;
    if (found->due && written(*found->due) == *row.due_local) ++tally.date_right;
}

Tally tally_of_shut_half(const std::string& language)
{
    std::ifstream file("tests/promises/" + language + ".jsonl");
    Tally tally;
    for (std::string line; std::getline(file, line);) {
        const auto row = json::parse<Labelled>(line);
        REQUIRE(row);
        if (row->shut()) count(tally, *row);
    }
    return tally;
}

struct Commitment {
    std::string text{};
    std::string label{};
    std::string lang{};
};
BOOST_DESCRIBE_STRUCT(Commitment, (), (text, label, lang))

} // namespace

TEST_CASE("promises and their dates are found as people labelled them")
{
    for (const std::string language : {"en", "fi", "el", "fa"}) {
        const auto tally = tally_of_shut_half(language);
        CAPTURE(language);
        CHECK(tally.labelled >= 50);
        CHECK(tally.precision() >= 0.90);
        CHECK(tally.recall() >= 0.80);
        CHECK(tally.dates() >= 0.90);
    }
}

// Its labels are of requests and questions too, and call the like of "I will send it" both: this watches, it proves
// little.
TEST_CASE("of what is found in mails between colleagues two in five are called an intent at least")
{
    const char* const path = std::getenv("AMENDS_COMMITMENT"); // NOLINT(concurrency-mt-unsafe): nobody changes it.
    if (path == nullptr) {
        MESSAGE("skipped: AMENDS_COMMITMENT does not name the sentences of Parakweet");
        return;
    }
    const calendar::Zone zone("America/Chicago");
    const auto now = zone.instant({.year = 2026, .month = 6, .day = 2, .hour = 10});
    Tally tally;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const auto row = json::parse<Commitment>(line);
        REQUIRE(row);
        if (!promise_in(row->text, "en", zone, now)) continue;
        ++tally.found;
        if (row->label == "intent") ++tally.right;
    }
    REQUIRE(tally.found > 0);
    CHECK(tally.precision() >= 0.40);
}
