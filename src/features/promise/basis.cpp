// SPDX-License-Identifier: Apache-2.0
#include "promise/basis.h"

namespace amends::promise {
namespace {

bool blank(std::string_view words) { return words.find_first_not_of(" \t\r\n") == std::string_view::npos; }

Result<void> complete(const Intended& intended, Instant now)
{
    if (intended.kind != Kind::update && blank(intended.text))
        return refuse(Refusal::invalid, "promise.text_missing", "text");
    if (intended.text.size() > longest_text || intended.ground.size() > longest_text)
        return refuse(Refusal::invalid, "promise.text_too_long", "text");
    if (intended.due_at <= now) return refuse(Refusal::invalid, "promise.due_in_past", "due_at");
    return {};
}

} // namespace

Result<Basis> basis_of(const Intended& intended, const Support& support, Instant now)
{
    if (auto whole = complete(intended, now); !whole) return std::unexpected(whole.error());
    if (intended.kind != Kind::outcome) return Basis::own_word;
    if (intended.basis == Basis::clause || intended.basis == Basis::fact) {
        if (blank(intended.ground)) return refuse(Refusal::invalid, "promise.ground_missing", "ground");
        return *intended.basis;
    }
    if (support.n < fewest_cases || !support.honest_at)
        return refuse(Refusal::invalid, "promise.history_too_small", "kind");
    if (intended.due_at >= *support.honest_at) return Basis::history;
    if (blank(intended.ground)) return refuse(Refusal::invalid, "promise.earlier_than_history", "ground");
    return Basis::judgement;
}

} // namespace amends::promise
