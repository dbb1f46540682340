// SPDX-License-Identifier: Apache-2.0
#include "reply/phrases_channel.h"

#include "mail_words.gen.h"
#include "platform/calendar/dates_in_words.h"

#include <array>

namespace amends::reply {
namespace {

const text::Sentences& words()
{
    static const text::Sentences said(mail_sentences);
    return said;
}

} // namespace

bool SpokenPhrases::speaks(std::string_view language) const
{
    return language == "en" || language == "fi" || language == "el" || language == "fa";
}

std::string SpokenPhrases::acknowledgement_subject(std::string_view language) const
{
    return words().say(language, "acknowledgement.subject");
}

std::string SpokenPhrases::acknowledgement(std::string_view language, std::string_view ref) const
{
    return words().say(language, "acknowledgement.body", std::array{text::Blank{"ref", ref}});
}

std::string SpokenPhrases::new_link_subject(std::string_view language) const
{
    return words().say(language, "new_link.subject");
}

std::string SpokenPhrases::new_link(std::string_view language, std::string_view ref) const
{
    return words().say(language, "new_link.body", std::array{text::Blank{"ref", ref}});
}

std::string SpokenPhrases::next_update(std::string_view language, std::string_view zone, Instant at) const
{
    const calendar::Zone clock(calendar::known_zone(zone) ? zone : "UTC");
    const auto when = calendar::date_and_time_in_words(language, clock, at);
    return words().say(language, "footer.next_update", std::array{text::Blank{"when", when}});
}

std::string SpokenPhrases::link(std::string_view language) const { return words().say(language, "footer.link"); }

} // namespace amends::reply
