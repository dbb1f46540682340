// SPDX-License-Identifier: Apache-2.0
#include "platform/speech/finnish_words.h"
#include "platform/speech/grammar.h"

#include <algorithm>
#include <array>

namespace amends::speech {
namespace {

// Finnish has no future: the present of a deed is a promise. Words are folded, so ä is a here.

bool ends(std::string_view word, std::string_view ending)
{
    return word.size() > ending.size() + 1 && word.ends_with(ending);
}

// "lähetimme" is past, "lähettäisimme" is a wish; of the verbs whose present looks like that the deeds are listed.
bool plural_deed(const Clause& clause, std::size_t at)
{
    const auto word = clause.word(at);
    if (!ends(word, "mme") || clause.is(at, Mark::feels) || clause.is(at, Mark::between) || clause.is(at, Mark::ours))
        return false;
    if (clause.is(at, Mark::acts)) return true;
    constexpr std::array<std::string_view, 9> other{"imme",   "semme", "llemme", "ssamme", "jamme",
                                                    "llamme", "jemme", "hemme",  "neemme"};
    return std::ranges::none_of(other, [&](std::string_view ending) { return word.ends_with(ending); });
}

bool singular_deed(const Clause& clause, std::size_t at)
{
    return clause.is(at, Mark::acts) && clause.word(at).ends_with('n') && !clause.word(at).ends_with("han");
}

// "palautetaan", "korvataan", "tehdään"
bool passive(const Clause& clause, std::size_t at)
{
    const auto word = clause.word(at);
    const bool form =
        ends(word, "taan") || ends(word, "daan") || ends(word, "ellaan") || ends(word, "rraan") || ends(word, "nnaan");
    if (!form || clause.is(at, Mark::feels) || clause.is(at, Mark::ends)) return false;
    return clause.is(at, Mark::acts) || (word.size() > 6 && !clause.is(at, Mark::between));
}

bool of_reader(std::string_view word)
{
    constexpr std::array<std::string_view, 8> numbers{"yksi", "kaksi", "viisi",   "kuusi",
                                                      "uusi", "vuosi", "mitaksi", "kerraksi"};
    if (std::ranges::find(numbers, word) != numbers.end() || ends(word, "ksi")) return false;
    return (word.size() > 4 && word.ends_with("si")) || ends(word, "nne");
}

bool for_reader(const Clause& clause)
{
    for (std::size_t at = 0; at < clause.size(); ++at)
        if (clause.is(at, Mark::yours) || of_reader(clause.word(at))) return true;
    return false;
}

bool comes_to_pass(const Clause& clause, std::size_t at)
{
    if (clause.any(Mark::others) || clause.any(Mark::ends) || clause.any(Mark::past)) return false;
    if (passive(clause, at)) return clause.dated || for_reader(clause);
    if (!clause.is(at, Mark::comes)) return false;
    const bool ours = clause.any(Mark::ours);
    return (clause.dated && (ours || for_reader(clause))) || (ours && for_reader(clause) && clause.any(Mark::tells));
}

bool denied(const Clause& clause, std::size_t at) { return clause.any(Mark::no, 0, at); }

bool reader_gets(const Clause& clause, std::size_t at)
{
    return clause.is(at, Mark::gets) && !clause.any(Mark::ends) && (!clause.is(at, Mark::going) || clause.dated);
}

std::optional<std::size_t> deed(const Clause& clause)
{
    for (std::size_t at = 0; at < clause.size(); ++at) {
        if (denied(clause, at)) return {};
        if (clause.is(at, Mark::vow) || reader_gets(clause, at)) return at;
        if (plural_deed(clause, at) || singular_deed(clause, at) || comes_to_pass(clause, at)) return at;
    }
    return {};
}

bool readers_turn(const Clause& clause)
{
    for (std::size_t at = 0; at < clause.size(); ++at) {
        if (clause.word(at).ends_with("tte") || clause.is(at, Mark::you)) return true;
        if (clause.is(at, Mark::once) && clause.word(at + 1).ends_with('t')) return true;
    }
    return false;
}

} // namespace

const Grammar& finnish()
{
    static const Grammar once{
        .language = "fi", .lexicon = &finnish_words(), .deed = deed, .readers_turn = readers_turn};
    return once;
}

} // namespace amends::speech
