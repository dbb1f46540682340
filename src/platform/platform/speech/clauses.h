// SPDX-License-Identifier: Apache-2.0
// A text cut into sentences and clauses, each word with what it does in them. Quoted words are left out: they are not
// what the writer says.
#pragma once

#include "platform/text/lexicon.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace amends::speech {

enum class Mark : std::uint8_t {
    we,        // The writer, as the one who acts.
    ours,      // Somebody who acts for the writer: a technician, a colleague.
    you,       // The reader, as the one who acts.
    yours,     // Something of the reader's, or done to the reader.
    others,    // A carrier, a bank, somebody: not ours to promise for.
    will,      // Makes a future of the verb behind it.
    going,     // Begins a future that its neighbour completes: "are going to", "are sending".
    between,   // Adverbs and small words that may stand between a future and its verb.
    no,        // Negation.
    feels,     // A verb of ours that does nothing for the reader: hope, think, need, wait.
    acts,      // A verb of ours that does.
    gets,      // A verb of the reader's that is our doing: receive, hear.
    comes,     // A verb of things that is our doing: arrive, be refunded, leave.
    ends,      // A verb of things that is nobody's promise: expire, close.
    vow,       // A promise by name.
    hedge,     // May, hope, try, would.
    condition, // If.
    whether,   // "See if": asks, and makes no condition.
    once,      // When, after: a condition when it is the reader who acts.
    habit,     // Usually, our terms, customers: a rule.
    duty,      // Please, you must.
    reports,   // "You wrote that".
    past,      // What happened.
    joins,     // "And", which begins a clause when somebody acts behind it.
    but,       // Begins a clause.
    tells,     // Words by which the reader hears from us.
    calls,
    visits,
};

constexpr text::Meaning means(Mark mark, std::string_view phrases)
{
    return {.sort = static_cast<std::uint8_t>(mark), .phrases = phrases};
}

class Clause {
public:
    Clause(std::span<const text::Word> words, std::span<const std::uint32_t> marks) : words_(words), marks_(marks) {}

    [[nodiscard]] std::size_t size() const { return words_.size(); }
    [[nodiscard]] std::string_view word(std::size_t at) const;
    [[nodiscard]] bool is(std::size_t at, Mark mark) const;
    [[nodiscard]] bool any(Mark mark) const { return any(mark, 0, size()); }
    [[nodiscard]] bool any(Mark mark, std::size_t from, std::size_t to) const;
    [[nodiscard]] std::size_t begin() const { return words_.front().begin; }
    [[nodiscard]] std::size_t end() const { return words_.back().end; }

    bool dated = false;

private:
    std::span<const text::Word> words_;
    std::span<const std::uint32_t> marks_;
};

struct Sentence {
    std::vector<Clause> clauses{};
    bool asks = false;

    [[nodiscard]] std::size_t begin() const { return clauses.front().begin(); }
    [[nodiscard]] std::size_t end() const { return clauses.back().end(); }
};

class Speech {
public:
    Speech(std::string_view text, std::string_view language, const text::Lexicon& lexicon);

    [[nodiscard]] const std::vector<Sentence>& sentences() const { return sentences_; }
    [[nodiscard]] std::string_view between(std::size_t begin, std::size_t end) const;

private:
    enum class Break : std::uint8_t { none, clause, sentence, question };

    void join_persian_verbs();
    void mark(const text::Lexicon& lexicon);
    void cut();
    [[nodiscard]] Break break_before(std::size_t at) const;
    [[nodiscard]] bool asks(std::string_view gap) const;
    [[nodiscard]] Break stop(std::size_t at, std::string_view gap) const;
    [[nodiscard]] bool begins_clause(std::size_t at) const;
    [[nodiscard]] bool marked(std::size_t at, Mark mark) const;
    void add_clause(Sentence& sentence, std::size_t begin, std::size_t end) const;

    std::string text_; // Without its quotations.
    std::string language_;
    std::vector<text::Word> words_;
    std::vector<std::uint32_t> marks_;
    std::vector<Sentence> sentences_;
};

} // namespace amends::speech
