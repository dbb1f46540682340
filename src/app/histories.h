// SPDX-License-Identifier: Apache-2.0
// What each brand's past says of a case, kept for a while: to read fifteen hundred cases takes longer than a writer
// waits between two keys. Any thread may ask.
#pragma once

#include "base/ids.h"
#include "brand/brand_store.h"
#include "brand/calendar_store.h"
#include "case/case.h"
#include "estimate/calibration.h"
#include "platform/sql/session.h"
#include "promise/basis.h"

#include <map>
#include <memory>
#include <mutex>

namespace amends {

// "Cases like this: half by Tuesday, eight in ten by Friday, n = 214." Without dates history supports none.
struct HonestView {
    std::int64_t n{};
    std::string topic{}; // Of the cases that were looked at; empty: all topics of the type.
    std::string type{};
    std::optional<Instant> half_at{};
    std::optional<Instant> eight_in_ten_at{};
    std::optional<Instant> nine_in_ten_at{};
};
BOOST_DESCRIBE_STRUCT(HonestView, (), (n, topic, type, half_at, eight_in_ten_at, nine_in_ten_at))

class Histories {
public:
    struct Brand {
        sql::Session& session;
        BrandId id;
        const brand::BrandStore& store;
        const brand::CalendarStore& calendar;
        const Clock& clock;
    };

    [[nodiscard]] HonestView of(const Brand& brand, const cases::Case& of_case);

private:
    struct Known;

    [[nodiscard]] std::shared_ptr<const Known> known(const Brand& brand);

    std::mutex guard_; // Of the map.
    std::map<BrandId, std::shared_ptr<const Known>> known_;
};

// The port that promises ask.
class DeskHonestDates final : public promise::HonestDates {
public:
    DeskHonestDates(Histories& histories, Histories::Brand brand) : histories_(histories), brand_(brand) {}
    [[nodiscard]] promise::Support support(const cases::Case& of) const override;

private:
    Histories& histories_;
    Histories::Brand brand_;
};

} // namespace amends
