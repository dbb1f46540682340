// SPDX-License-Identifier: Apache-2.0
// The first draft of what the next one must know: what happened, what is promised, what is next. Made of the rows of
// the case and of nothing else; whoever hands over reads it, and writes what no row knows.
#pragma once

#include "base/describe.h"
#include "base/time.h"
#include "case/case.h"
#include "promise/promise.h"

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amends::handover {

struct SaidLine {
    Instant at{};
    bool ours{};
    std::string text{}; // What is its own, without what it quotes.
};

struct PromisedLine {
    promise::Promise promise{};
    std::string text{};
};

struct CaseFacts {
    cases::Case of{};
    std::string customer{};
    std::string what_happened{};
    std::string desired_remedy{};
    std::vector<SaidLine> said{}; // Oldest first.
    std::vector<PromisedLine> promises{};
    std::optional<cases::Wait> wait{};
};

struct Filling {
    std::string_view blank{};
    std::string_view words{};
};

// Port: the sentences of a draft, in the language of whoever reads it.
struct DraftWords {
    virtual ~DraftWords() = default;
    [[nodiscard]] virtual std::string day(Instant at) const = 0;
    [[nodiscard]] virtual std::string moment(Instant at) const = 0;
    [[nodiscard]] virtual std::string say(std::string_view key, std::initializer_list<Filling> fillings) const = 0;
};

[[nodiscard]] std::string draft_summary(const CaseFacts& facts, const DraftWords& words);

} // namespace amends::handover
