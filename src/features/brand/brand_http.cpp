// SPDX-License-Identifier: Apache-2.0
#include "brand/brand_http.h"

#include "platform/calendar/zone.h"
#include "platform/json/read.h"

namespace amends::brand {

http::Response get_desk(const BrandStore& brands, const std::string& public_address)
{
    const auto& brand = brands.brand();
    return {200, json::text_of(DeskView{.name = brand.name,
                                        .prefix = brand.prefix,
                                        .language = brand.language,
                                        .zone = brand.zone,
                                        .sender_name = brand.sender_name,
                                        .signature = brand.signature,
                                        .public_address = public_address,
                                        .opening_hours = brands.opening_hours(),
                                        .closed_days = brands.closed_days(),
                                        .reopen_days = brand.reopen_days,
                                        .undo_seconds = brand.undo_seconds,
                                        .first_update = std::to_string(brand.first_update_days) + "d",
                                        .pull_by_minutes = brand.pull_by_minutes,
                                        .away_minutes = brand.away_minutes})};
}

http::Response patch_desk(BrandStore& brands, timeline::EventLog& events, const http::Request& request,
                          const std::string& public_address)
{
    const auto wish = json::parse<ChangeBrand>(request.body);
    if (!wish) return http::refused(wish.error());
    if (const auto& zone = wish->zone; zone && !calendar::known_zone(*zone))
        return http::refused({Refusal::invalid, "user.zone_unknown", "zone"});
    if (wish->public_address.value_or(public_address) != public_address)
        return http::refused({Refusal::invalid, "desk.public_address_configured", "public_address"});

    if (const auto changed = change_brand(brands, events, *wish); !changed) return http::refused(changed.error());
    return get_desk(brands, public_address);
}

json::Shapes shapes()
{
    using namespace json;
    return {
        shape<Nothing, DeskView>("GET /api/v1/desk"),
        shape<ChangeBrand, DeskView>("PATCH /api/v1/desk"),
    };
}

} // namespace amends::brand
