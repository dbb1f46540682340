// SPDX-License-Identifier: Apache-2.0
// sources: calendar/dates_in_words calendar/jalali calendar/zone mail/charset
// libraries: -lfmt -ldate-tz
// packages: icu-uc icu-i18n
// A moment in the words of a language and the clock of a zone: the first byte chooses both, the next eight are the
// moment, and what is left is the name of another zone. Whatever number a client sends as a time, there is an answer.
#include "base/result.h"
#include "fuzz/attack.h"
#include "platform/calendar/dates_in_words.h"
#include "platform/calendar/jalali.h"
#include "platform/json/read.h"
#include "platform/mail/charset.h"

#include <array>
#include <cstring>

namespace {

using namespace amends;
using fuzz::must;

constexpr std::array<std::string_view, 5> languages{"en", "fi", "el", "fa", "xx"};

void check_words(std::string_view language, const std::string& words)
{
    must(!words.empty() && words.size() < 120 && mail::is_utf8(words) && words.find("  ") == words.npos);
    if (language == "fa") must(words.find_first_of("0123456789") == words.npos);
}

// Where the clocks are set back an hour comes twice, and the first is meant.
void there_and_back(const calendar::Zone& zone, Instant at)
{
    using namespace std::chrono;
    const auto local = zone.local(at);
    const auto back = zone.instant(local);
    const auto whole = floor<seconds>(at);
    must(back <= whole && whole - back <= hours{25} && zone.local(back) == local);
    const auto offset = zone.offset(at);
    must(offset.begins <= at && at < offset.ends && abs(offset.east) <= hours{26});

    const calendar::Date day{.year = local.year, .month = local.month, .day = local.day};
    const auto jalali = calendar::jalali_of(day);
    must(calendar::gregorian_of(jalali) == day);
    must(jalali.day >= 1 && jalali.day <= calendar::jalali_month_length(jalali.year, jalali.month));
}

} // namespace

void amends::fuzz::attack(std::string_view input)
{
    using namespace std::chrono;
    static const std::array zones{calendar::Zone("Europe/Helsinki"), calendar::Zone("Europe/Athens"),
                                  calendar::Zone("Asia/Tehran"), calendar::Zone("UTC")};
    if (input.size() < 9) return;
    std::int64_t number = 0;
    std::memcpy(&number, input.data() + 1, sizeof number);
    const auto choice = static_cast<unsigned char>(input.front());
    const auto language = languages[choice % languages.size()];
    const auto& zone = zones[choice / languages.size() % zones.size()];
    const auto span = json::end_of_instants - json::first_instant;
    const auto at = json::first_instant +
                    milliseconds{static_cast<std::uint64_t>(number) % static_cast<std::uint64_t>(span.count())};
    check_words(language, calendar::date_in_words(language, zone, at));
    check_words(language, calendar::time_in_words(language, zone, at));
    check_words(language, calendar::date_and_time_in_words(language, zone, at));
    const Instant near{milliseconds{number % (100LL * 365 * 86'400'000)}};
    there_and_back(zone, near);
    static_cast<void>(calendar::known_zone(input.substr(9)));
}
