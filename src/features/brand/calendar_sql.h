// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "brand/calendar_store.h"
#include "platform/calendar/opening.h"
#include "platform/sql/session.h"

namespace amends::brand {

class CalendarSqlStore final : public CalendarStore {
public:
    CalendarSqlStore(sql::Session& session, BrandId brand) : session_(session), brand_(brand) {}
    [[nodiscard]] std::vector<std::string> holiday_sets() const override;
    [[nodiscard]] std::vector<ClosedDay> worked_days() const override;
    [[nodiscard]] QuietHours quiet_hours() const override;
    void keep_holidays_of(const std::vector<std::string>& sets) override;
    void work_on(const std::vector<ClosedDay>& days) override;
    void be_quiet(const QuietHours& hours) override;

private:
    sql::Session& session_;
    BrandId brand_;
};

// All days on which the brand is closed: its own and those of its sets, without those on which it works.
[[nodiscard]] calendar::ClosedDays days_off(const std::vector<std::string>& own, const std::vector<std::string>& sets,
                                            const std::vector<std::string>& worked);

} // namespace amends::brand
