// SPDX-License-Identifier: Apache-2.0
// sources: speech/promises speech/clauses speech/english speech/english_words speech/finnish speech/finnish_words
// sources: speech/greek speech/greek_words speech/persian speech/persian_words
// sources: calendar/dates_from_words calendar/date_scan calendar/date_words_english calendar/date_words_finnish
// sources: calendar/date_words_greek calendar/date_words_persian calendar/jalali calendar/zone
// sources: text/lexicon text/letters text/words text/unspaced
// libraries: -lfmt -ldate-tz
// packages: icu-uc icu-i18n
// What an agent, or a program with a token, writes as a reply: the first byte chooses language and zone, the rest is
// the text. Whatever it is, the finder answers in time, points into the text, and names a moment that a calendar has.
#include "fuzz/attack.h"
#include "platform/speech/promises.h"

#include <array>

namespace {

using namespace amends;
using fuzz::must;

constexpr std::array<std::string_view, 5> languages{"en", "fi", "el", "fa", "xx"};

void check(const speech::SaidPromise& said, std::string_view text)
{
    must(said.begin <= said.end && said.end <= text.size());
    if (!said.due) return;
    must(said.due->month >= 1 && said.due->month <= 12 && said.due->day >= 1 && said.due->day <= 31);
    must(said.due->hour >= 0 && said.due->hour <= 24 && said.due->minute >= 0 && said.due->minute < 60);
}

} // namespace

void amends::fuzz::attack(std::string_view input)
{
    using namespace std::chrono;
    static const std::array zones{calendar::Zone("Europe/Helsinki"), calendar::Zone("Asia/Tehran"),
                                  calendar::Zone("UTC")};
    if (input.empty()) return;
    const auto choice = static_cast<unsigned char>(input.front());
    const auto text = input.substr(1);
    const Instant now{sys_days{year{2026} / 6 / 1} + hours{choice}};
    if (const auto said = speech::promise_in(text, languages[choice % languages.size()],
                                             zones[choice / languages.size() % zones.size()], now))
        check(*said, text);
}
