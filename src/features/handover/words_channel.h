// SPDX-License-Identifier: Apache-2.0
// The sentences of hand-overs, from locales/handover, with dates as people of that language write them.
#pragma once

#include "handover/hand_over.h"
#include "platform/calendar/zone.h"

#include <functional>

namespace amends::handover {

class SpokenDraft final : public DraftWords {
public:
    SpokenDraft(std::string language, std::string_view zone);
    [[nodiscard]] std::string day(Instant at) const override;
    [[nodiscard]] std::string moment(Instant at) const override;
    [[nodiscard]] std::string say(std::string_view key, std::initializer_list<Filling> fillings) const override;

private:
    std::string language_;
    calendar::Zone zone_;
};

class SpokenContact final : public ContactWords {
public:
    using NameOf = std::function<std::string(UserId)>;
    SpokenContact(NameOf name_of, std::string brand_language)
        : name_of_(std::move(name_of)), brand_language_(std::move(brand_language))
    {
    }
    [[nodiscard]] std::string contact_by(std::string_view language, UserId who) const override;

private:
    NameOf name_of_;
    std::string brand_language_;
};

} // namespace amends::handover
