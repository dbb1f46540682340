// SPDX-License-Identifier: Apache-2.0
#include "case/change_case_facts.h"

#include "case/acting.h"
#include "case/change_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace amends::cases {
namespace {

constexpr std::size_t longest_subject = 500;
constexpr std::size_t longest_topic = 100;
constexpr std::int64_t gravest = 3;
constexpr std::array<std::string_view, 4> languages{"en", "fi", "el", "fa"};

Result<void> change_subject(Case& changed, std::string_view subject)
{
    auto words = trimmed(subject);
    if (words.empty()) return refuse(Refusal::invalid, "case.subject_missing", "subject");
    if (words.size() > longest_subject) return refuse(Refusal::invalid, "case.subject_too_long", "subject");
    std::ranges::replace_if(words, [](char letter) { return static_cast<unsigned char>(letter) < ' '; }, ' ');
    changed.subject = std::move(words);
    return {};
}

// "Delivery / Late " is "delivery/late": what is written alike belongs together.
Result<void> change_topic(Case& changed, std::string_view words)
{
    std::string topic;
    for (const char letter : words) {
        if (static_cast<unsigned char>(letter) < ' ') continue;
        if (letter == '/')
            while (topic.ends_with(' ')) topic.pop_back();
        const bool leading = letter == ' ' && (topic.empty() || topic.back() == '/' || topic.back() == ' ');
        if (!leading) topic += letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    while (topic.ends_with(' ') || topic.ends_with('/')) topic.pop_back();
    if (topic.size() > longest_topic) return refuse(Refusal::invalid, "case.topic_too_long", "topic");
    changed.topic = std::move(topic);
    return {};
}

Result<void> apply(Case& changed, const ChangeCaseFacts& wish)
{
    if (wish.subject)
        if (auto done = change_subject(changed, *wish.subject); !done) return done;
    if (wish.topic)
        if (auto done = change_topic(changed, *wish.topic); !done) return done;
    if (wish.language && std::ranges::find(languages, *wish.language) == languages.end())
        return refuse(Refusal::invalid, "case.language_unknown", "language");
    if (wish.severity_assessed && (*wish.severity_assessed < 0 || *wish.severity_assessed > gravest))
        return refuse(Refusal::invalid, "case.severity_unknown", "severity_assessed");
    changed.type = wish.type.value_or(changed.type);
    changed.language = wish.language.value_or(changed.language);
    changed.severity_assessed = wish.severity_assessed.value_or(changed.severity_assessed);
    return {};
}

// Names and codes only: the words of a subject must stay erasable.
std::string changes(const Case& before, const Case& after)
{
    std::string list;
    const auto add = [&](std::string text) { list += (list.empty() ? "" : ",") + std::move(text); };
    if (after.subject != before.subject) add(R"("subject":true)");
    if (after.type != before.type) add(fmt::format(R"("type":"{}")", name_of(after.type)));
    if (after.topic != before.topic) add(R"("topic":true)");
    if (after.language != before.language) add(fmt::format(R"("language":"{}")", after.language));
    if (after.severity_assessed != before.severity_assessed)
        add(fmt::format(R"("severity_assessed":{})", after.severity_assessed));
    return list;
}

} // namespace

Result<Case> raise_severity(const Ports& ports, CaseId id, std::int64_t at_least)
{
    AMENDS_TRY(const auto before, existing(ports, id));
    if (before.severity_assessed >= at_least) return before;
    return change_case_facts(ports, id, {.severity_assessed = at_least});
}

Result<Case> change_case_facts(const Ports& ports, CaseId id, const ChangeCaseFacts& wish)
{
    AMENDS_TRY(const auto before, existing(ports, id));
    Case after = before;
    if (auto done = apply(after, wish); !done) return std::unexpected(done.error());
    const auto what = changes(before, after);
    if (what.empty()) return before;
    AMENDS_TRY(const auto written, write(ports, before, std::move(after)));
    ports.events.append("case.changed", timeline::about(id), "{" + what + "}");
    return written;
}

} // namespace amends::cases
