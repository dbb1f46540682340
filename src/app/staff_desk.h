// SPDX-License-Identifier: Apache-2.0
// The staff feature's stores on one session. Users belong to the installation, and so do the events about them: brand
// 0.
#pragma once

#include "app/house.h"
#include "app/staff_secrets.h"
#include "brand/brand_sql.h"
#include "staff/session_sql.h"
#include "staff/team_sql.h"
#include "staff/user_sql.h"
#include "timeline/event_log_sql.h"

namespace amends {

class StaffDesk {
public:
    StaffDesk(House& house, sql::Session& session, BrandId brand_id, timeline::Actor actor, bool reachable)
        : brand(session, brand_id),
          users(session, brand_id),
          sessions(session),
          invitations(session),
          tokens(session),
          teams(session, brand_id),
          attempts(session, house.ids),
          events(session, BrandId{0}, house.clock, actor),
          secrets(house.keys),
          ports{users,   sessions, invitations, tokens,      teams,    attempts,
                secrets, events,   house.ids,   house.clock, reachable}
    {
    }
    StaffDesk(const StaffDesk&) = delete;
    StaffDesk& operator=(const StaffDesk&) = delete;

    brand::BrandSqlStore brand;
    staff::UserSqlStore users;
    staff::SessionSqlStore sessions;
    staff::InvitationSqlStore invitations;
    staff::TokenSqlStore tokens;
    staff::TeamSqlStore teams;
    staff::AttemptSqlStore attempts;
    timeline::EventSqlLog events;
    StaffSecrets secrets;
    staff::Ports ports; // After what it points to.
};

} // namespace amends
