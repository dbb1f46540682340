// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "brand/change_brand.h"
#include "platform/http/message.h"
#include "platform/json/schema.h"

namespace amends::brand {

struct DeskView {
    std::string name{};
    std::string prefix{};
    std::string language{};
    std::string zone{};
    std::string sender_name{};
    std::string signature{};
    std::string public_address{};
    std::vector<OpeningHours> opening_hours{};
    std::vector<ClosedDay> closed_days{};
    std::int64_t reopen_days{};
    std::int64_t undo_seconds{};
    std::string first_update{};
    std::int64_t pull_by_minutes{};
    std::int64_t away_minutes{};
};
BOOST_DESCRIBE_STRUCT(DeskView, (),
                      (name, prefix, language, zone, sender_name, signature, public_address, opening_hours, closed_days,
                       reopen_days, undo_seconds, first_update, pull_by_minutes, away_minutes))

[[nodiscard]] http::Response get_desk(const BrandStore& brands, const std::string& public_address);
[[nodiscard]] http::Response patch_desk(BrandStore& brands, timeline::EventLog& events, const http::Request& request,
                                        const std::string& public_address);

// What each of these addresses takes and gives.
[[nodiscard]] json::Shapes shapes();

} // namespace amends::brand
