// SPDX-License-Identifier: Apache-2.0
#include "platform/speech/grammar.h"
#include "platform/speech/greek_words.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace amends::speech {
namespace {

// Words are folded: no accents, and every sigma is σ.

enum class Person : std::uint8_t { none, first, second, third };

bool ends_in(std::string_view word, std::initializer_list<std::string_view> endings)
{
    return std::ranges::any_of(endings, [&](std::string_view ending) { return word.ends_with(ending); });
}

// Of a verb after θα. The imperfect, which makes a wish of it ("θα θέλαμε", "θα ερχόταν"), has none.
Person person_of(std::string_view word)
{
    if (ends_in(word, {"σαμε", "σατε", "λαμε", "χαμε", "ιζαμε", "ναμε"})) return Person::none;
    if (ends_in(word, {"ω", "ουμε", "ομε", "μαι", "μαστε", "αμε"})) return Person::first;
    if (ends_in(word, {"ετε", "ειτε", "εστε", "αστε", "ατε"})) return Person::second;
    if (ends_in(word, {"ει", "ουν", "ουνε", "ται", "αι"})) return Person::third;
    return Person::none;
}

bool passive(std::string_view word)
{
    return ends_in(word, {"θει", "θουν", "στει", "στουν", "χτει", "χτουν", "φτει", "φτουν", "αλει", "αλουν", "ωθει",
                          "απει", "απουν", "αφει", "αφουν"});
}

bool denied(const Clause& clause, std::size_t at) { return clause.any(Mark::no, at > 3 ? at - 3 : 0, at); }

bool comes_to_pass(const Clause& clause, std::size_t verb)
{
    if (clause.any(Mark::others, 0, verb) || clause.is(verb, Mark::ends)) return false;
    const bool reader = clause.any(Mark::yours) || clause.any(Mark::ours);
    if (passive(clause.word(verb))) return clause.dated || reader;
    if (clause.word(verb) == "ειναι" || clause.word(verb) == "εχει" || clause.word(verb) == "εχουν")
        return clause.dated && !clause.any(Mark::ends, verb, clause.size());
    return (clause.is(verb, Mark::comes) && (clause.dated || reader)) || (clause.dated && reader);
}

bool future(const Clause& clause, std::size_t at)
{
    if (!clause.is(at, Mark::will) || denied(clause, at)) return false;
    std::size_t verb = at + 1;
    while (clause.is(verb, Mark::between)) ++verb;
    if (clause.word(verb) == "ειμαι" || clause.word(verb) == "ειμαστε") return clause.dated;
    if (clause.word(verb) == "εχω" || clause.word(verb) == "εχουμε") return true;
    if (clause.is(verb, Mark::acts)) return true;
    if (clause.is(verb, Mark::feels) || clause.is(verb, Mark::no)) return false;
    switch (person_of(clause.word(verb))) {
    case Person::first: return true;
    case Person::second: return clause.is(verb, Mark::gets) && !(clause.is(verb, Mark::going) && !clause.dated);
    case Person::third: return comes_to_pass(clause, verb);
    case Person::none: return false;
    }
    return false;
}

// "Σας στέλνω αύριο": the present of a deed.
bool present(const Clause& clause, std::size_t at)
{
    const auto word = clause.word(at);
    if (!ends_in(word, {"ω", "ουμε", "αμε", "μαι", "μαστε"}) || ends_in(word, {"σαμε", "λαμε"})) return false;
    if (clause.is(at, Mark::feels) || clause.is(at, Mark::between) || denied(clause, at)) return false;
    std::size_t before = at;
    while (before > 0 && clause.is(before - 1, Mark::between)) --before;
    if (before > 0 && (clause.is(before - 1, Mark::duty) || clause.is(before - 1, Mark::will))) return false;
    const auto particle = before > 0 ? clause.word(before - 1) : std::string_view();
    if (particle == "να" || particle == "ασ" || particle == "οτι") return false;
    if (clause.is(at, Mark::acts)) return true;
    // "λάβαμε" is past; "μιλάμε" is known as a call.
    if (word.ends_with("αμε") && !clause.is(at, Mark::calls)) return false;
    return (clause.dated && clause.any(Mark::yours) && !clause.any(Mark::past));
}

bool scheduled(const Clause& clause, std::size_t at)
{
    if (clause.word(at).ends_with("τε")) return false;
    return clause.is(at, Mark::going) && clause.dated && clause.any(Mark::yours) && !clause.any(Mark::others) &&
           !denied(clause, at);
}

std::optional<std::size_t> deed(const Clause& clause)
{
    for (std::size_t at = 0; at < clause.size(); ++at) {
        if (clause.is(at, Mark::vow) && !clause.any(Mark::no, 0, at)) return at;
        if (future(clause, at) || present(clause, at) || scheduled(clause, at)) return at;
    }
    return {};
}

bool readers_turn(const Clause& clause)
{
    for (std::size_t at = 0; at < clause.size(); ++at)
        if (ends_in(clause.word(at), {"ετε", "ειτε", "εστε", "σατε"})) return true;
    return false;
}

} // namespace

const Grammar& greek()
{
    static const Grammar once{.language = "el", .lexicon = &greek_words(), .deed = deed, .readers_turn = readers_turn};
    return once;
}

} // namespace amends::speech
