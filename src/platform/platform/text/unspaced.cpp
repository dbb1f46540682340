// SPDX-License-Identifier: Apache-2.0
#include "platform/text/unspaced.h"

#include "base/result.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

namespace amends::text {
namespace {

struct Close {
    void operator()(UText* text) const { utext_close(text); }
};

icu::BreakIterator& cutter()
{
    thread_local const std::unique_ptr<icu::BreakIterator> own = [] {
        UErrorCode error = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), error));
        if (U_FAILURE(error)) throw Failure("icu cannot cut words");
        return made;
    }();
    return *own;
}

} // namespace

std::vector<std::pair<std::size_t, std::size_t>> cut_unspaced(std::string_view text)
{
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UText, Close> source(
        utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &error));
    auto& words = cutter();
    words.setText(source.get(), error);
    if (U_FAILURE(error)) return {};
    std::vector<std::pair<std::size_t, std::size_t>> cut;
    auto begin = words.first();
    for (auto end = words.next(); end != icu::BreakIterator::DONE; begin = end, end = words.next())
        cut.emplace_back(static_cast<std::size_t>(begin), static_cast<std::size_t>(end));
    return cut;
}

} // namespace amends::text
