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

std::string said(const Words& words_, std::string_view key)
{
    const calendar::Zone clock(calendar::known_zone(words_.zone) ? words_.zone : "UTC");
    const auto when = calendar::date_and_time_in_words(words_.language, clock, words_.due_at);
    return words().say(words_.language, key, std::array{text::Blank{"when", when}, text::Blank{"text", words_.text}});
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

std::string SpokenPhrases::call(std::string_view language, std::string_view phone) const
{
    return words().say(speaks(language) ? language : "en", "call.text", std::array{text::Blank{"phone", phone}});
}

std::string SpokenPhrases::late_news(const Words& words) const { return said(words, "late.news"); }
std::string SpokenPhrases::late_result(const Words& words) const { return said(words, "late.result"); }
std::string SpokenPhrases::missed_call(const Words& words) const { return said(words, "missed.call"); }

std::string SpokenPhrases::new_owner(std::string_view language, std::string_view name) const
{
    return words().say(language, "owner.new", std::array{text::Blank{"who", name}});
}

std::string SpokenPhrases::link(std::string_view language) const { return words().say(language, "footer.link"); }

} // namespace amends::reply
