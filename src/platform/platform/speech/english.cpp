// SPDX-License-Identifier: Apache-2.0
#include "platform/speech/english_words.h"
#include "platform/speech/grammar.h"

#include <algorithm>

namespace amends::speech {
namespace {

// Who acts before the verb at `at`.
enum class Actor : std::uint8_t { we, you, thing };

Actor actor_of(const Clause& clause, std::size_t at)
{
    while (at > 0 && clause.is(at - 1, Mark::between)) --at;
    if (at == 0) return Actor::thing;
    // "I have asked the depot and will write again": the one who acted before.
    if (clause.is(at - 1, Mark::joins) || clause.is(at - 1, Mark::but)) return Actor::we;
    if (clause.is(at - 1, Mark::we)) return Actor::we;
    if (clause.is(at - 1, Mark::you)) return Actor::you;
    return clause.any(Mark::ours, 0, at) ? Actor::we : Actor::thing;
}

std::size_t skip_between(const Clause& clause, std::size_t at)
{
    while (clause.is(at, Mark::between)) ++at;
    return at;
}

bool participle(std::string_view word) { return word.size() > 3 && (word.ends_with("ed") || word.ends_with("en")); }

bool being(std::string_view word) { return word == "be" || word == "get" || word == "have" || word == "been"; }

// "will be refunded", "will arrive", but not "will expire" or "will be charged".
bool comes_to_pass(const Clause& clause, std::size_t at)
{
    bool passive = false;
    for (; being(clause.word(at)) || clause.is(at, Mark::between); ++at) passive = passive || being(clause.word(at));
    if (clause.is(at, Mark::ends)) return false;
    if (clause.is(at, Mark::comes)) return true;
    return passive && (participle(clause.word(at)) || clause.dated);
}

bool reader_gets(const Clause& clause, std::size_t at)
{
    if (clause.is(at, Mark::feels) || clause.any(Mark::ends, at, at + 3)) return false;
    if (clause.is(at, Mark::gets)) return true;
    // "You will find the number on the back" tells where it is; with a day it will come there.
    return clause.is(at, Mark::comes) ? clause.dated || clause.any(Mark::yours, at, clause.size())
                                      : clause.word(at) == "be" && participle(clause.word(at + 1));
}

bool future(const Clause& clause, std::size_t will, std::size_t at)
{
    at = skip_between(clause, at);
    if (clause.is(at, Mark::no) || clause.is(at, Mark::hedge)) return false;
    switch (actor_of(clause, will)) {
    case Actor::we: return !clause.is(at, Mark::feels) && !clause.any(Mark::no, 0, will);
    case Actor::you: return reader_gets(clause, at);
    case Actor::thing:
        if (clause.any(Mark::others, 0, will) || clause.any(Mark::no, 0, will)) return false;
        return comes_to_pass(clause, at) && (clause.dated || clause.any(Mark::yours));
    }
    return false;
}

bool is_being(std::string_view word)
{
    return word == "am" || word == "m" || word == "are" || word == "re" || word == "is" || word == "s";
}

// "We are sending it on Friday"; without a day only what we are plainly doing for the reader.
bool continuous(const Clause& clause, std::size_t at)
{
    if (!is_being(clause.word(at))) return false;
    const auto verb = skip_between(clause, at + 1);
    if (!clause.word(verb).ends_with("ing") || clause.is(verb, Mark::feels) || clause.any(Mark::no, 0, verb))
        return false;
    if (clause.word(verb) == "going" && clause.word(verb + 1) == "to") return future(clause, at, verb + 2);
    const auto actor = actor_of(clause, at);
    if (actor == Actor::we)
        return clause.is(verb, Mark::acts) || (clause.dated && clause.any(Mark::yours) && !clause.is(verb, Mark::ends));
    const bool comes = clause.is(verb, Mark::comes) || clause.word(verb) == "going";
    return actor == Actor::thing && comes && clause.dated && !clause.any(Mark::others, 0, at);
}

// "Your card goes out on Monday", as by a timetable.
bool scheduled(const Clause& clause, std::size_t at)
{
    if (!clause.is(at, Mark::going) || !clause.dated || clause.any(Mark::no, 0, at)) return false;
    return clause.any(Mark::yours) && !clause.any(Mark::others);
}

bool vowed(const Clause& clause, std::size_t at)
{
    return clause.is(at, Mark::vow) && !clause.any(Mark::no, 0, at) && !clause.any(Mark::hedge, 0, at);
}

// "Let me check it and get back to you", not "let me know".
bool offered(const Clause& clause, std::size_t at)
{
    if (clause.word(at) != "let" || (clause.word(at + 1) != "me" && clause.word(at + 1) != "us")) return false;
    const auto verb = skip_between(clause, at + 2);
    const bool told = clause.dated || clause.any(Mark::tells, verb + 1, clause.size());
    return told && !clause.is(verb, Mark::feels) && !clause.is(verb, Mark::gets) && !clause.is(verb, Mark::tells);
}

std::optional<std::size_t> deed(const Clause& clause)
{
    for (std::size_t at = 0; at < clause.size(); ++at) {
        if (vowed(clause, at) || continuous(clause, at) || scheduled(clause, at) || offered(clause, at)) return at;
        if (clause.is(at, Mark::will) && future(clause, at, at + 1)) return at;
    }
    return {};
}

bool readers_turn(const Clause& clause)
{
    for (std::size_t at = 0; at < clause.size(); ++at)
        if (clause.is(at, Mark::once) && clause.any(Mark::you, at + 1, at + 4)) return true;
    return false;
}

} // namespace

const Grammar& english()
{
    static const Grammar once{
        .language = "en", .lexicon = &english_words(), .deed = deed, .readers_turn = readers_turn};
    return once;
}

} // namespace amends::speech
