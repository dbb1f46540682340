// SPDX-License-Identifier: Apache-2.0
#include "platform/speech/grammar.h"
#include "platform/speech/persian_words.h"

#include <algorithm>
#include <array>

namespace amends::speech {
namespace {

// Words are folded and without half-spaces: می‌فرستیم is میفرستیم.

constexpr std::string_view present_prefix = "می";

// What stands behind می, also in برمی‌گردانم and بازمی‌گردانیم; nothing when it is no
// present. "نمی" is none.
std::string_view present_of(std::string_view word)
{
    for (const std::string_view before : {"", "بر", "در", "باز", "فرا", "وا", "فرو", "پس"}) {
        if (!word.starts_with(before)) continue;
        const auto rest = word.substr(before.size());
        if (rest.starts_with(present_prefix)) return rest.substr(present_prefix.size());
    }
    return {};
}

// "می‌زدیم" is of the past: its stem ends in د or ت, which few stems of the present do.
bool past_stem(std::string_view stem)
{
    constexpr std::array<std::string_view, 6> present{"فرست", "گرد", "بند", "پسند", "ایست", "خند"};
    if (std::ranges::any_of(present, [&](std::string_view each) { return stem.ends_with(each); })) return false;
    return stem.ends_with("د") || stem.ends_with("ت");
}

bool first_person(std::string_view word)
{
    auto stem = present_of(word);
    if (stem.ends_with("یم")) stem.remove_suffix(std::string_view("یم").size());
    else if (stem.ends_with("م")) stem.remove_suffix(std::string_view("م").size());
    else return false;
    return !stem.empty() && !past_stem(stem);
}

bool third_person(std::string_view word)
{
    constexpr std::array<std::string_view, 10> past{"شد",  "کرد",  "زد",  "داد",  "امد",
                                                    "بود", "اورد", "برد", "شدند", "کردند"};
    constexpr std::array<std::string_view, 7> spoken{"شه", "رسه", "اد", "گرده", "ده", "کنه", "زنه"};
    const auto rest = present_of(word);
    if (std::ranges::find(past, rest) != past.end()) return false;
    if (std::ranges::find(spoken, rest) != spoken.end()) return true;
    return rest.ends_with("د") && (!rest.ends_with("ید") || rest == "اید" || rest == "نماید" || rest == "گوید");
}

bool second_person(std::string_view word) { return present_of(word).ends_with("ید") && !third_person(word); }

bool for_reader(const Clause& clause)
{
    for (std::size_t at = 0; at < clause.size(); ++at) {
        const auto word = clause.word(at);
        if (clause.is(at, Mark::yours) || (word.size() > 6 && (word.ends_with("تان") || word.ends_with("تون"))))
            return true;
    }
    return false;
}

bool feels(const Clause& clause, std::size_t at)
{
    return clause.is(at, Mark::feels) || (at > 0 && clause.is(at - 1, Mark::feels)) ||
           (at > 1 && clause.is(at - 2, Mark::feels));
}

bool denied(const Clause& clause, std::size_t at) { return clause.any(Mark::no, 0, at); }

bool comes_to_pass(const Clause& clause, std::size_t at)
{
    if (clause.any(Mark::others) || clause.any(Mark::ends) || feels(clause, at)) return false;
    return clause.any(Mark::ours) ? for_reader(clause) || clause.dated : clause.dated && for_reader(clause);
}

bool passes(const Clause& clause, std::size_t at)
{
    if (clause.any(Mark::others) || clause.any(Mark::ends) || feels(clause, at)) return false;
    return clause.dated || for_reader(clause) || clause.any(Mark::ours);
}

// "خواهیم فرستاد": the verb stands behind its future.
bool future(const Clause& clause, std::size_t at)
{
    const auto word = clause.word(at);
    if (word == "خواهم" || word == "خواهیم") return true;
    if (word == "خواهید") return clause.is(at + 1, Mark::gets) && !clause.any(Mark::ends);
    return (word == "خواهد" || word == "خواهند") && passes(clause, at);
}

bool present(const Clause& clause, std::size_t at)
{
    const auto word = clause.word(at);
    if (first_person(word)) return !feels(clause, at);
    if (third_person(word)) return comes_to_pass(clause, at);
    if (!second_person(word)) return false;
    const bool gets = clause.is(at, Mark::gets) || (at > 0 && clause.is(at - 1, Mark::gets));
    return gets && clause.dated && !clause.any(Mark::ends);
}

std::optional<std::size_t> deed(const Clause& clause)
{
    for (std::size_t at = 0; at < clause.size(); ++at) {
        if (denied(clause, at)) return {};
        if (clause.is(at, Mark::vow) || future(clause, at) || present(clause, at)) return at;
    }
    return {};
}

bool readers_turn(const Clause& clause)
{
    for (std::size_t at = 0; at < clause.size(); ++at)
        if (clause.word(at).ends_with("ید") && !clause.is(at, Mark::between)) return true;
    return false;
}

} // namespace

const Grammar& persian()
{
    static const Grammar once{
        .language = "fa", .lexicon = &persian_words(), .deed = deed, .readers_turn = readers_turn};
    return once;
}

} // namespace amends::speech
