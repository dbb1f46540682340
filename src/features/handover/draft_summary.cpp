// SPDX-License-Identifier: Apache-2.0
#include "handover/draft_summary.h"

#include <algorithm>

namespace amends::handover {
namespace {

constexpr std::size_t longest_quote = 160; // Bytes.

// The first line that says something, cut between words and never within a letter.
std::string quoted(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return {};
    text = text.substr(begin);
    text = text.substr(0, std::min(text.find('\n'), text.size()));
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
    if (text.size() <= longest_quote) return std::string(text);
    const auto space = text.substr(0, longest_quote).rfind(' ');
    auto end = space == std::string_view::npos ? longest_quote : space;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return std::string(text.substr(0, end)) + " …";
}

const SaidLine* last_of(const std::vector<SaidLine>& said, bool ours)
{
    const auto found = std::ranges::find(said.rbegin(), said.rend(), ours, &SaidLine::ours);
    return found == said.rend() ? nullptr : &*found;
}

void add(std::string& text, const std::string& sentence)
{
    if (sentence.empty()) return;
    if (!text.empty()) text += ' ';
    text += sentence;
}

std::string about(const DraftWords& words, std::string_view key, std::string_view when, std::string_view what)
{
    return words.say(key, {{"when", when}, {"words", what}});
}

std::string opened(const CaseFacts& facts, const DraftWords& words, const SaidLine* first)
{
    const auto what = quoted(!facts.what_happened.empty() ? facts.what_happened
                             : first != nullptr           ? first->text
                                                          : facts.of.subject);
    const auto when = words.day(facts.of.origin_at);
    if (facts.customer.empty()) return about(words, "draft.opened_unknown", when, what);
    return words.say("draft.opened", {{"who", facts.customer}, {"when", when}, {"words", what}});
}

std::string happened(const CaseFacts& facts, const DraftWords& words)
{
    const auto first = std::ranges::find(facts.said, false, &SaidLine::ours);
    const SaidLine* const told = first == facts.said.end() ? nullptr : &*first;
    std::string text = opened(facts, words, told);
    if (const auto wish = quoted(facts.desired_remedy); !wish.empty())
        add(text, words.say("draft.wants", {{"words", wish}}));
    const auto* theirs = last_of(facts.said, false);
    const auto* ours = last_of(facts.said, true);
    if (theirs != told) add(text, about(words, "draft.theirs", words.day(theirs->at), quoted(theirs->text)));
    if (ours != nullptr) add(text, about(words, "draft.ours", words.day(ours->at), quoted(ours->text)));
    return text;
}

std::string promised(const CaseFacts& facts, const DraftWords& words)
{
    std::string text;
    for (const auto& [promise, said] : facts.promises) {
        if (promise.side != promise::Side::us) continue;
        const auto what = said.empty() ? words.say("draft.news", {}) : quoted(said);
        const bool owed = promise.state == promise::State::broken && !promise.fulfilled_late_at;
        if (promise.state != promise::State::open && !owed) continue;
        add(text, about(words, owed ? "draft.broken" : "draft.promised", words.moment(promise.due_at), what));
    }
    return text.empty() ? words.say("draft.nothing_promised", {}) : text;
}

std::string next(const CaseFacts& facts, const DraftWords& words)
{
    const auto& wait = facts.wait;
    if (wait && wait->waits_on != cases::Side::us) {
        const auto whom = wait->partner.value_or(words.say("draft.side." + std::string(name_of(wait->waits_on)), {}));
        const auto when = words.day(wait->review_at.value_or(wait->starts_at));
        return words.say("draft.waits_for", {{"whom", whom}, {"when", when}, {"why", wait->reason}});
    }
    if (facts.of.waiting_since)
        return words.say("draft.answer_wanted", {{"when", words.moment(*facts.of.waiting_since)}});
    return words.say("draft.next_is_ours",
                     {{"when", words.moment(facts.of.next_update_at.value_or(facts.of.origin_at))}});
}

} // namespace

std::string draft_summary(const CaseFacts& facts, const DraftWords& words)
{
    return happened(facts, words) + "\n" + promised(facts, words) + "\n" + next(facts, words);
}

} // namespace amends::handover
