// SPDX-License-Identifier: Apache-2.0
#include "platform/http/problem.h"

#include <algorithm>
#include <array>

namespace amends::http {
namespace {

// In thousandths; what cannot be read counts as not wanted.
int quality_of(std::string_view parameters)
{
    const auto at = parameters.find("q=");
    if (at == parameters.npos) return 1000;
    const auto digits = parameters.substr(at + 2);
    if (digits.starts_with('1')) return 1000;
    int quality = 0;
    int worth = 100;
    for (const char digit : digits.substr(std::min<std::size_t>(2, digits.size()))) {
        if (digit < '0' || digit > '9') break;
        quality += (digit - '0') * worth;
        worth /= 10;
    }
    return quality;
}

} // namespace

std::string_view preferred_language(const std::string& accept_language)
{
    constexpr std::array<std::string_view, 4> spoken{"en", "fi", "el", "fa"};
    std::string_view best = spoken[0];
    int best_quality = 0;
    for (std::string_view rest = accept_language; !rest.empty();) {
        auto range = rest.substr(0, rest.find(','));
        rest.remove_prefix(std::min(rest.size(), range.size() + 1));
        while (range.starts_with(' ')) range.remove_prefix(1);
        const auto quality = quality_of(range.substr(std::min(range.size(), range.find(';'))));
        for (const auto language : spoken) {
            const bool fits =
                range.starts_with(language) && (range.size() == 2 || !(range[2] >= 'a' && range[2] <= 'z'));
            if (!fits || quality <= best_quality) continue;
            best = language;
            best_quality = quality;
        }
    }
    return best;
}

Response spelled_out(Response response, const Request& request, const Translate& translate)
{
    if (!response.refusal) return response;
    const Refusal refusal = *std::move(response.refusal);
    response.refusal.reset();
    const auto language = preferred_language(request.header("accept-language"));
    const auto sentence = translate ? translate(refusal.code, language) : std::string_view{};
    response.body = json::text_of(Problem{.title = std::string(sentence.empty() ? refusal.code : sentence),
                                          .status = response.status,
                                          .kind = refusal.kind,
                                          .code = refusal.code,
                                          .field = refusal.field,
                                          .incident = response.incident});
    response.type = "application/problem+json";
    response.headers.emplace_back("Content-Language", std::string(language));
    return response;
}

} // namespace amends::http
