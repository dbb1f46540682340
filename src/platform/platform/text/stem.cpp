// SPDX-License-Identifier: Apache-2.0
#include "platform/text/stem.h"

#include "platform/text/letters.h"

#include <libstemmer.h>

#include <array>
#include <map>
#include <memory>

namespace amends::text {
namespace {

struct Delete {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, Delete>;

// A stemmer keeps its last word, so every thread has its own. Null when the language has none.
sb_stemmer* stemmer_of(std::string_view language)
{
    thread_local std::map<std::string, Stemmer, std::less<>> stemmers;
    if (const auto known = stemmers.find(language); known != stemmers.end()) return known->second.get();
    // Languages come from mails: a thousand invented ones must not stay in memory.
    if (language.size() > 3 || stemmers.size() > 64) return nullptr;
    const std::string name(language);
    return stemmers.emplace(name, sb_stemmer_new(name.c_str(), "UTF_8")).first->second.get();
}

} // namespace

std::string stem_of(std::string_view light, std::string_view language)
{
    auto* const stemmer = stemmer_of(language);
    if (stemmer == nullptr) return strongly_folded(light);
    const auto* const stem =
        sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(light.data()), static_cast<int>(light.size()));
    if (stem == nullptr) return strongly_folded(light);
    return strongly_folded({reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer))});
}

std::string_view persian_stem_of(std::string_view strong)
{
    // The longest first. Plural, with or without an owner; then the comparative and the superlative.
    constexpr std::array<std::string_view, 12> suffixes{"هایمان", "هایتان", "هایشان", "هایی", "هایم", "هایت",
                                                        "هایش",   "های",    "ها",     "ترین", "تری",  "تر"};
    // Three letters stay at least: "تنها" (alone) is no plural of "تن", nor "دختر" (daughter) a comparative.
    constexpr std::size_t shortest = 6;
    for (const auto suffix : suffixes)
        if (strong.ends_with(suffix) && strong.size() >= suffix.size() + shortest)
            return strong.substr(0, strong.size() - suffix.size());
    return strong;
}

} // namespace amends::text
