// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "brand/brand_store.h"
#include "platform/sql/session.h"
#include "silence/silence_watch.h"

#include <array>

namespace amends::silence {

// A case as it is asked for.
struct SilentLine;

class SilenceSql final : public SilenceWatch {
public:
    SilenceSql(sql::Session& session, const brand::BrandStore& brand, const Clock& clock)
        : session_(session), brand_(brand), clock_(clock)
    {
    }
    [[nodiscard]] Watch watch(Whose whose, UserId viewer) const override;

    // One statement for each way to be forgotten, for the test that looks at their plans: each answers ids of cases,
    // with $brand, $now and $silent_before as far as it needs them.
    [[nodiscard]] static std::array<std::string, 9> ways();

private:
    struct Asked;
    [[nodiscard]] std::int64_t count(const Asked& asked) const;
    [[nodiscard]] std::vector<SilentRow> rows(const Asked& asked) const;
    [[nodiscard]] SilentRow row_from(SilentLine line, const LookedAt& moment) const;

    sql::Session& session_;
    const brand::BrandStore& brand_;
    const Clock& clock_;
};

} // namespace amends::silence
