// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reply/phrases.h"

namespace amends::reply {

// From locales/mail, with dates as people of that language write them.
class SpokenPhrases final : public Phrases {
public:
    [[nodiscard]] bool speaks(std::string_view language) const override;
    [[nodiscard]] std::string acknowledgement_subject(std::string_view language) const override;
    [[nodiscard]] std::string acknowledgement(std::string_view language, std::string_view ref) const override;
    [[nodiscard]] std::string new_link_subject(std::string_view language) const override;
    [[nodiscard]] std::string new_link(std::string_view language, std::string_view ref) const override;
    [[nodiscard]] std::string next_update(std::string_view language, std::string_view zone, Instant at) const override;
    [[nodiscard]] std::string call(std::string_view language, std::string_view phone) const override;
    [[nodiscard]] std::string late_news(const Words& words) const override;
    [[nodiscard]] std::string late_result(const Words& words) const override;
    [[nodiscard]] std::string missed_call(const Words& words) const override;
    [[nodiscard]] std::string new_owner(std::string_view language, std::string_view name) const override;
    [[nodiscard]] std::string link(std::string_view language) const override;
};

} // namespace amends::reply
