// SPDX-License-Identifier: Apache-2.0
#include "platform/speech/promises.h"

#include "platform/calendar/dates_from_words.h"
#include "platform/speech/grammar.h"

#include <array>

namespace amends::speech {
namespace {

const Grammar* grammar_of(std::string_view language)
{
    for (const auto* grammar : {&english(), &finnish(), &greek(), &persian()})
        if (grammar->language == language) return grammar;
    return nullptr;
}

class Listener {
public:
    Listener(const Grammar& grammar, std::string_view text, const calendar::Zone& zone, Instant now)
        : grammar_(grammar), speech_(text, grammar.language, *grammar.lexicon), zone_(zone), now_(now)
    {
    }

    std::optional<SaidPromise> promise()
    {
        for (const auto& sentence : speech_.sentences())
            if (!sentence.asks) hear(sentence);
        return best_;
    }

private:
    // What follows "if" and "you said that" is neither, to the end of the sentence.
    void hear(const Sentence& sentence)
    {
        const auto of_sentence = named(sentence.begin(), sentence.end());
        for (Clause clause : sentence.clauses) {
            if (conditional(clause) || clause.any(Mark::habit)) return;
            const auto own = named(clause.begin(), clause.end());
            const auto& moment = own ? own : of_sentence;
            clause.dated = moment.has_value();
            const auto deed = grammar_.deed(clause);
            if (clause.any(Mark::reports, 0, deed.value_or(clause.size()))) return;
            if (!deed || clause.any(Mark::hedge, 0, *deed) || clause.any(Mark::duty, 0, *deed)) continue;
            SaidPromise found{.kind = kind_of(clause, moment), .begin = sentence.begin(), .end = sentence.end()};
            if (moment) found.due = moment->local;
            keep(found, own ? 2 : moment ? 1 : 0);
        }
    }

    [[nodiscard]] bool conditional(const Clause& clause) const
    {
        for (std::size_t at = 0; at < clause.size(); ++at)
            if (clause.is(at, Mark::condition) && !clause.any(Mark::whether, at > 2 ? at - 2 : 0, at)) return true;
        return clause.any(Mark::once) && grammar_.readers_turn(clause);
    }

    [[nodiscard]] std::optional<calendar::NamedMoment> named(std::size_t begin, std::size_t end) const
    {
        // With the sign behind it: "18.6." is a day because of its last point.
        return calendar::moment_from_words(grammar_.language, speech_.between(begin, end + 1), zone_, now_);
    }

    static PromiseKind kind_of(const Clause& clause, const std::optional<calendar::NamedMoment>& moment)
    {
        const bool calls = clause.any(Mark::calls);
        if ((calls || clause.any(Mark::visits)) && moment && moment->clock) return PromiseKind::appointment;
        return calls || clause.any(Mark::tells) ? PromiseKind::update : PromiseKind::outcome;
    }

    // A moment of the clause itself is surer than one that stands elsewhere in the sentence.
    void keep(const SaidPromise& found, int sureness)
    {
        if (best_ && sureness <= sureness_) return;
        best_ = found;
        sureness_ = sureness;
    }

    const Grammar& grammar_;
    Speech speech_;
    const calendar::Zone& zone_;
    Instant now_;
    std::optional<SaidPromise> best_{};
    int sureness_ = 0; // Of the date of the best one.
};

} // namespace

std::optional<SaidPromise> promise_in(std::string_view text, std::string_view language, const calendar::Zone& zone,
                                      Instant now)
{
    const auto* const grammar = grammar_of(language);
    if (grammar == nullptr) return {};
    return Listener(*grammar, text, zone, now).promise();
}

} // namespace amends::speech
