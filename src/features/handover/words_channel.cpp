// SPDX-License-Identifier: Apache-2.0
#include "handover/words_channel.h"

#include "handover_words.gen.h"
#include "platform/calendar/dates_in_words.h"

#include <algorithm>
#include <array>

namespace amends::handover {
namespace {

using text::Blank;

const text::Sentences& sentences()
{
    static const text::Sentences said(handover_sentences);
    return said;
}

} // namespace

SpokenDraft::SpokenDraft(std::string language, std::string_view zone)
    : language_(std::move(language)), zone_(calendar::known_zone(zone) ? zone : "UTC")
{
}

std::string SpokenDraft::day(Instant at) const { return calendar::date_in_words(language_, zone_, at); }

std::string SpokenDraft::moment(Instant at) const { return calendar::date_and_time_in_words(language_, zone_, at); }

std::string SpokenDraft::say(std::string_view key, std::initializer_list<Filling> fillings) const
{
    std::vector<Blank> blanks;
    for (const auto& [blank, words] : fillings) blanks.push_back({blank, words});
    return sentences().say(language_, key, blanks);
}

std::string SpokenContact::contact_by(std::string_view language, UserId who) const
{
    constexpr std::array spoken{std::string_view("en"), std::string_view("fi"), std::string_view("el"),
                                std::string_view("fa")};
    const bool known = std::ranges::find(spoken, language) != spoken.end();
    return sentences().say(known ? language : std::string_view(brand_language_), "contact.text",
                           std::array{Blank{"who", name_of_(who)}});
}

} // namespace amends::handover
