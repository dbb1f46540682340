// SPDX-License-Identifier: Apache-2.0
#include "app/set_up_desk.h"

#include "app/staff_desk.h"
#include "app/transact.h"
#include "person/person.h"
#include "platform/calendar/zone.h"
#include "platform/crypto/hash.h"
#include "staff/password.h"

#include <algorithm>

namespace amends {
namespace {

constexpr BrandId first_brand{1};
constexpr std::size_t longest_name = 200;
constexpr std::chrono::hours link_life{1};

std::unexpected<Refusal> done() { return refuse(Refusal::conflict, "setup.done"); }

Result<std::string> desk_address(const std::string& text)
{
    const auto address = person::email_address(text, "address");
    // Mail to desk+anything@ is the desk's too, so a "+" in its own name would never be found.
    if (!address || address->find('+') != std::string::npos)
        return refuse(Refusal::invalid, "desk.address_invalid", "address");
    return *address;
}

Result<std::string> desk_name(const std::string& text)
{
    if (text.find_first_not_of(' ') == std::string::npos)
        return refuse(Refusal::invalid, "desk.name_missing", "desk_name");
    if (text.size() > longest_name) return refuse(Refusal::invalid, "request.field_too_long", "desk_name");
    if (std::ranges::any_of(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x20; }))
        return refuse(Refusal::invalid, "request.field_has_null", "desk_name");
    return text;
}

// What can be said no to before the slow work on the password.
Result<staff::User> first_admin(const SetUp& wish)
{
    AMENDS_TRY(auto email, staff::sign_in_address(wish.email));
    AMENDS_TRY(auto name, staff::shown_name(wish.name));
    AMENDS_TRY(auto language, staff::spoken_language(wish.language));
    if (!calendar::known_zone(wish.zone)) return refuse(Refusal::invalid, "user.zone_unknown", "zone");
    if (const auto fine = staff::acceptable_password(wish.password, email, name); !fine)
        return std::unexpected(fine.error());
    return staff::User{.email = std::move(email),
                       .name = std::move(name),
                       .language = std::move(language),
                       .zone = wish.zone,
                       .version = 1};
}

std::vector<OpeningHours> office_hours()
{
    std::vector<OpeningHours> hours;
    hours.reserve(5);
    for (int weekday = 0; weekday < 5; ++weekday) hours.push_back({weekday, 9 * 60, 17 * 60});
    return hours;
}

void add_channel(Desk& desk, channel::Kind kind, const std::string& name, const std::string& address)
{
    desk.channels.add({.id = desk.house.ids.next<ChannelId>(),
                       .kind = kind,
                       .name = name,
                       .address = address,
                       .config = kind == channel::Kind::mail ? json::text_of(channel::MailConfig{}) : "{}",
                       .state = channel::State::up,
                       .listens_since = desk.house.clock.now()});
}

void furnish(Desk& desk, const std::string& name, const std::string& address, const SetUp& wish)
{
    auto brand = desk.brand.brand();
    brand.name = name;
    brand.sender_name = name;
    brand.language = wish.language;
    brand.zone = wish.zone;
    brand.default_team = desk.house.ids.next<TeamId>();
    desk.brand.change(brand);
    desk.brand.open_at(office_hours());
    add_channel(desk, channel::Kind::mail, address, address);
    add_channel(desk, channel::Kind::form, "form", "");
    add_channel(desk, channel::Kind::api, "api", "");
    add_channel(desk, channel::Kind::entered, "entered", "");
}

} // namespace

Result<void> acceptable(const SetUp& wish)
{
    AMENDS_TRY(const auto name, desk_name(wish.desk_name));
    AMENDS_TRY(const auto address, desk_address(wish.address));
    AMENDS_TRY(const auto admin, first_admin(wish));
    return {};
}

Result<UserId> set_up_desk(House& house, const SetUp& wish)
{
    AMENDS_TRY(const auto name, desk_name(wish.desk_name));
    AMENDS_TRY(const auto address, desk_address(wish.address));
    AMENDS_TRY(auto admin, first_admin(wish));
    AMENDS_TRY(admin.password_hash, StaffSecrets(house.keys).password_hash(wish.password));
    admin.created_at = house.clock.now();
    admin.id = house.ids.next<UserId>();

    const auto session = house.pool.take();
    return transact(house, *session, first_brand, {}, [&](Desk& desk) -> Result<UserId> {
        StaffDesk staff(house, *session, first_brand, {}, false);
        staff.users.keep_roles_still(); // Whoever sets it up at the same time waits here.
        if (staff.users.any()) return done();
        furnish(desk, name, address, wish);
        staff.users.add(admin, staff::Role::admin);
        staff.teams.add({*desk.brand.brand().default_team, name, {admin.id}});
        desk.events.append("desk.set_up", timeline::about("user", admin.id));
        return admin.id;
    });
}

SetUpDoor::SetUpDoor(House& house) : house_(house), opened_at_(house.clock.now())
{
    if (!reachable_by_others(house.config) || !needed()) return;
    const auto token = StaffSecrets(house.keys).token();
    fingerprint_ = crypto::sha256_hex(token);
    path_ += "?token=" + token;
}

bool SetUpDoor::needed() const
{
    const auto session = house_.pool.take();
    return !staff::UserSqlStore(*session, first_brand).any();
}

Result<void> SetUpDoor::open(const SetUp& wish) const
{
    if (!needed()) return done();
    if (!token_needed()) return {};
    const bool late = house_.clock.now() >= opened_at_ + link_life;
    if (late || !crypto::equal(crypto::sha256_hex(wish.token.value_or("")), fingerprint_))
        return refuse(Refusal::forbidden, "setup.token_wrong", "token");
    return {};
}

} // namespace amends
