// SPDX-License-Identifier: Apache-2.0
#include "app/requests.h"

#include "app/repeats.h"
#include "app/transact.h"

namespace amends {

Answer reads(House& house, DeskAnswer answer)
{
    return [&house, answer = std::move(answer)](const http::Request& request, const Viewer& viewer) {
        const auto session = house.pool.take();
        Desk desk(house, *session, viewer.brand, viewer.actor());
        return answer(desk, request, viewer);
    };
}

Answer writes(House& house, DeskAnswer answer)
{
    return [&house, answer = std::move(answer)](const http::Request& request, const Viewer& viewer) {
        const auto session = house.pool.take();
        house.numbers.top_up(*session, viewer.brand);
        sql::Transaction transaction(*session);
        Repeats repeats(house, *session, viewer, request);
        auto before = repeats.before();
        if (!before) return http::refused(before.error());
        if (auto kept = *std::move(before)) return *std::move(kept);

        Desk desk(house, *session, viewer.brand, viewer.actor());
        auto response = answer(desk, request, viewer);
        if (response.status >= 400) return response;
        repeats.keep(response);
        const auto last_event = conclude(desk);
        transaction.commit();
        announce(house, last_event, desk.agenda.written());
        return response;
    };
}

} // namespace amends
