// SPDX-License-Identifier: Apache-2.0
#include "app/refusal_sentences.h"

#include "refusals.gen.h"

#include <algorithm>
#include <array>

namespace amends {

std::string_view refusal_sentence(std::string_view code, std::string_view language)
{
    const auto* const found = std::ranges::lower_bound(refusal_sentences, code, {}, &RefusalSentence::code);
    if (found == std::end(refusal_sentences) || found->code != code) return {};
    constexpr std::array<std::string_view, 4> languages{"en", "fi", "el", "fa"};
    const auto* const spoken = std::ranges::find(languages, language);
    return found->sentences[spoken == languages.end() ? 0 : static_cast<std::size_t>(spoken - languages.begin())];
}

} // namespace amends
