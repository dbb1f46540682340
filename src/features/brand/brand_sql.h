// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "brand/brand_store.h"
#include "platform/sql/session.h"

#include <memory>

namespace amends::brand {

class BrandSqlStore final : public BrandStore {
public:
    BrandSqlStore(sql::Session& session, BrandId brand) : session_(session), id_(brand) {}
    [[nodiscard]] const Brand& brand() const override;
    void change(const Brand& brand) override;
    [[nodiscard]] std::vector<OpeningHours> opening_hours() const override;
    [[nodiscard]] std::vector<ClosedDay> closed_days() const override;
    void open_at(const std::vector<OpeningHours>& hours) override;
    void close_on(const std::vector<ClosedDay>& days) override;
    [[nodiscard]] const OpeningTimes& times() const override;

private:
    sql::Session& session_;
    BrandId id_;
    mutable std::optional<Brand> brand_{}; // Read once a request.
    mutable std::unique_ptr<OpeningTimes> times_{};
};

} // namespace amends::brand
