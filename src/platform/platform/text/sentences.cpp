// SPDX-License-Identifier: Apache-2.0
#include "platform/text/sentences.h"

#include "base/result.h"

#include <algorithm>

namespace amends::text {
namespace {

std::string filled(std::string_view text, std::span<const Blank> blanks)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto opens = std::min(text.find('{', at), text.size());
        out.append(text, at, opens - at);
        if (opens == text.size()) break;
        const auto closes = text.find('}', opens);
        const auto name = text.substr(opens + 1, closes == text.npos ? 0 : closes - opens - 1);
        const auto blank = std::ranges::find(blanks, name, &Blank::name);
        if (blank == blanks.end()) throw Failure("a sentence has a blank that nobody fills: " + std::string(text));
        out += blank->filling;
        at = closes + 1;
    }
    return out;
}

} // namespace

std::string Sentences::say(std::string_view language, std::string_view key, std::span<const Blank> blanks) const
{
    const auto* sentence = find(language, key);
    if (sentence == nullptr) sentence = find("en", key);
    if (sentence == nullptr) throw Failure("there is no sentence " + std::string(key));
    return filled(sentence->text, blanks);
}

const Sentence* Sentences::find(std::string_view language, std::string_view key) const
{
    const auto found = std::ranges::find_if(
        sentences_, [&](const Sentence& said) { return said.language == language && said.key == key; });
    return found == sentences_.end() ? nullptr : &*found;
}

} // namespace amends::text
