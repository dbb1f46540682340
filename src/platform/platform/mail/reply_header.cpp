// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/reply_header.h"

#include "platform/mail/ascii.h"
#include "platform/mail/quoted_words.h"

#include <algorithm>

namespace amends::mail {

namespace {

constexpr std::size_t longest_line = 400;

std::string_view without_stars(std::string_view text)
{
    text = trim(text);
    while (!text.empty() && (text.front() == '*' || text.front() == '_' || text.front() == '>' || text.front() == '|'))
        text = trim(text.substr(1));
    return text;
}

bool blank(const Line& line) { return trim(line.text).empty() || trim(line.text) == "\xC2\xA0"; }

// The colon of any script that ends an introduction, taken off; false when there is none.
bool take_colon(std::string_view& text)
{
    text = trim(text);
    while (!text.empty() && (text.back() == '-' || text.back() == '*' || text.back() == '_' || text.back() == ' '))
        text.remove_suffix(1);
    for (const std::string_view colon : {":", "\xEF\xBC\x9A", "\xEF\xB9\x95"})
        if (text.ends_with(colon)) {
            text.remove_suffix(colon.size());
            return true;
        }
    return false;
}

bool colon_ends(std::string_view text) { return take_colon(text); }

bool says_wrote(std::string_view small) { return holds_one(small, wrote_words); }

// A day, a year or a time: "2016", "12/29/1987", "19:04".
bool has_date(std::string_view text)
{
    std::size_t run = 0, groups = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const bool digit = at < text.size() && is_digit(text[at]);
        const bool persian = at + 1 < text.size() && (text[at] == '\xDB' || text[at] == '\xD9') &&
                             static_cast<unsigned char>(text[at + 1]) >= 0xA0 &&
                             static_cast<unsigned char>(text[at + 1]) <= 0xB9;
        if (digit || persian) {
            ++run;
            at += persian ? 1 : 0;
            continue;
        }
        if (run == 4) return true;
        groups += run > 0 && run < 4 ? 1U : 0U;
        run = 0;
    }
    return groups >= 2;
}

// "12:01"
bool has_time(std::string_view text)
{
    for (std::size_t at = 1; at + 2 < text.size(); ++at)
        if (text[at] == ':' && is_digit(text[at - 1]) && is_digit(text[at + 1]) && is_digit(text[at + 2])) return true;
    return false;
}

bool has_address(std::string_view text)
{
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() && !is_blank(text[at - 1]) &&
           !is_blank(text[at + 1]);
}

bool opens(std::string_view line)
{
    const auto bare = without_stars(line);
    const auto small = lower(bare.substr(0, 60));
    return std::ranges::any_of(openers,
                               [&](auto start) { return small.starts_with(start) || bare.starts_with(start); }) ||
           (!bare.empty() && is_digit(bare.front()));
}

// A full stop, except behind a number, as German dates have it.
bool ends_sentence(std::string_view line)
{
    line = trim(line);
    if (line.empty() || !holds(".!?", line.substr(line.size() - 1))) return false;
    return line.size() < 2 || !is_digit(line[line.size() - 2]);
}

// "2016-03-03 17:21 GMT+01:00 Some One" and "2011/4/7 Bob <bob@example.com>": no verb at all.
bool is_bare_introduction(std::string_view text)
{
    auto bare = without_stars(text);
    if (bare.size() > 250 || bare.empty() || !has_date(bare.substr(0, 40))) return false;
    const bool dated = is_digit(bare.front()) || opens(bare);
    const bool gmt = holds(bare, " GMT") && is_digit(bare.front());
    const bool colon = take_colon(bare);
    // "ср, 30 апр. 2025 г. в 15:19, John Doe <doe@example.com>:" in any language.
    const auto at = bare.find('@');
    if (colon_ends(text) && bare.ends_with('>') && at != std::string_view::npos && has_date(bare.substr(0, at)))
        return true;
    return dated && (gmt || (has_address(bare) && bare.ends_with('>')) ||
                     (colon && has_address(bare) && is_digit(bare.front())));
}

// "reply On Wed, Apr 4, 2012 at 3:59 PM, bob@example.com wrote:"
std::size_t start_within(std::string_view line)
{
    for (std::size_t at = line.find("On "); at != std::string_view::npos; at = line.find("On ", at + 1)) {
        if (at == 0 || (line[at - 1] != ' ' && line[at - 1] != '-')) continue;
        const auto rest = line.substr(at + 3);
        for (const std::string_view day : {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"})
            if (rest.starts_with(day) && has_date(rest)) return at;
    }
    return std::string_view::npos;
}

// "Desk kirjoitti 25.11.2026 klo 12.01:" ends with the date; a sentence that ends with "wrote:" does not.
bool wrote_on(std::string_view small)
{
    for (const auto word : wrote_words) {
        const auto at = small.find(word);
        if (at == std::string_view::npos) continue;
        const auto rest = small.substr(at + word.size());
        const auto digits = std::ranges::count_if(rest, is_digit);
        if (at < 80 && rest.size() < 60 && digits >= 8) return true;
    }
    return false;
}

// "On 5 May you wrote that it would come:" goes on with words of the writer's.
bool tells_what_was_written(std::string_view small)
{
    const auto at = small.rfind("wrote");
    if (at == std::string_view::npos) return false;
    const auto rest = trim(small.substr(at + 5));
    return rest.size() > 3 && !holds(rest, "@") && std::ranges::count_if(rest, is_digit) < 6;
}

// Whether the lines from `at` to `last` are one introduction.
bool is_introduction(const std::string& joined, std::string_view first, bool begins)
{
    std::string_view text = joined;
    if (!take_colon(text) && !holds(joined, "wrote-") && !joined.ends_with("wrote ----")) return false;
    const auto small = lower(text);
    if (!says_wrote(small) || tells_what_was_written(small)) return false;
    const bool dated = has_date(text), addressed = has_address(text);
    const bool dashed = joined.starts_with("--") && joined.ends_with("--");
    if (dashed || wrote_on(small)) return true;
    if (opens(first) && (dated || addressed)) return true;
    // "Some One <one@example.com> wrote:" begins with the name.
    return begins && addressed;
}

HeaderWord word_of(std::string_view line)
{
    auto bare = without_stars(line.substr(0, 300));
    auto colon = bare.find(':');
    if (const auto wide = bare.find("\xEF\xBC\x9A"); wide < colon) colon = wide;
    if (colon == std::string_view::npos || colon == 0 || colon > 40) return HeaderWord::none;
    auto name = bare.substr(0, colon);
    while (!name.empty() && (is_blank(name.back()) || name.back() == '*' || name.back() == '_')) name.remove_suffix(1);
    if (name.ends_with("\xC2\xA0")) name.remove_suffix(2);
    // "Message du : 12/12/2016" and "Date d'envoi" have several words.
    const auto spaced = "|" + lower(name) + "|", exact = "|" + std::string(name) + "|";
    for (const auto& [word, names] : header_names)
        if (holds(names, spaced) || holds(names, exact)) return word;
    return HeaderWord::none;
}

} // namespace

bool closes_bracket(std::string_view before, std::string_view line)
{
    line = trim(line);
    const auto open = before.rfind('<');
    return open != std::string_view::npos && before.find('>', open) == std::string_view::npos &&
           line.starts_with('>') && line.size() < 120 && (holds(line, ":") || line == ">");
}

Introduction introduction_at(std::span<const Line> lines, std::size_t at)
{
    if (lines[at].text.size() > longest_line) return {};
    // Over several lines only what looks like its beginning counts: a short line of the writer's may stand right above.
    const bool begins = has_address(lines[at].text) || holds(lines[at].text, "<");
    const bool numbered = has_date(lines[at].text);
    std::string joined;
    std::size_t blanks = 0;
    for (auto last = at; last < lines.size() && last < at + 8 && joined.size() < longest_line; ++last) {
        if (blank(lines[last])) {
            if (++blanks > 2) break;
            continue;
        }
        if (last > at && trim(lines[last].text).starts_with('>') && !closes_bracket(joined, lines[last].text)) break;
        if (last > at && ends_sentence(joined)) break;
        if (last > at && (opens(lines[last].text) && has_date(lines[last].text) && !opens(lines[at].text))) break;
        joined.append(joined.empty() ? "" : " ").append(trim(lines[last].text));
        if (last == at && is_bare_introduction(joined)) return {last + 1, {}};
        if (last == at + 1 && blanks == 0 && is_digit(joined.front()) && holds(lines[at].text, "<") &&
            is_bare_introduction(joined))
            return {last + 1, {}};
        if (is_introduction(joined, last == at || numbered ? lines[at].text : "",
                            (last == at || begins) && blanks == 0)) {
            const auto within = last == at ? start_within(joined) : std::string::npos;
            if (within == std::string::npos) return {last + 1, {}};
            auto own = std::string_view(joined).substr(0, within);
            while (!own.empty() && (is_blank(own.back()) || own.back() == '-')) own.remove_suffix(1);
            return {last + 1, std::string(own)};
        }
    }
    return {};
}

bool opens_other_mail(std::string_view line)
{
    auto text = trim(line);
    if (text.size() > 150) return false;
    std::size_t signs = 0;
    const auto is_sign = [](char letter) { return holds("-_=*>+~# ", std::string_view(&letter, 1)); };
    while (!text.empty() && is_sign(text.front())) {
        signs += text.front() == '-' || text.front() == '_' || text.front() == '=' || text.front() == '*' ? 1U : 0U;
        text.remove_prefix(1);
    }
    while (!text.empty() && (is_sign(text.back()) || text.back() == ':')) {
        signs += 1U;
        text.remove_suffix(1);
    }
    if (signs == 0 || text.size() < 4) return false;
    const auto small = lower(text);
    return std::ranges::any_of(other_mail, [&](auto phrase) { return small == phrase || text == phrase; });
}

bool is_reply_header(std::span<const Line> lines, std::size_t at)
{
    const auto first = word_of(lines[at].text);
    if (first == HeaderWord::none || first == HeaderWord::other || first == HeaderWord::to) return false;
    unsigned seen = 0, count = 0;
    bool from_address = false, to_address = false, timed = false;
    std::size_t strange = 0;
    for (auto i = at; i < lines.size() && i < at + 14; ++i) {
        if (blank(lines[i])) {
            if (i == at + 1) continue;
            if (count >= 3) break;
            continue;
        }
        const auto word = word_of(lines[i].text);
        if (word == HeaderWord::none) {
            if (++strange > 2) break; // A long list of recipients goes over several lines.
            continue;
        }
        seen |= 1U << static_cast<unsigned>(word);
        ++count;
        from_address = from_address || (word == HeaderWord::from && has_address(lines[i].text));
        to_address = to_address || (word != HeaderWord::from && has_address(lines[i].text));
        timed = timed || (word == HeaderWord::sent && has_time(lines[i].text));
    }
    const auto saw = [&](HeaderWord word) { return (seen & (1U << static_cast<unsigned>(word))) != 0; };
    // "From: Berlin, To: Paris, Date: 5 May" is a journey, not a mail.
    if (!saw(HeaderWord::subject) && !from_address && !(timed && to_address)) return false;
    if (saw(HeaderWord::from)) return count >= 3 || (count == 2 && saw(HeaderWord::sent));
    return first == HeaderWord::sent && timed && saw(HeaderWord::to) && to_address;
}

} // namespace amends::mail
