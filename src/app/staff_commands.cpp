// SPDX-License-Identifier: Apache-2.0
#include "app/staff_commands.h"

#include "app/desk_clock.h"
#include "app/refusal_sentences.h"
#include "app/set_up_desk.h"
#include "app/staff_desk.h"
#include "app/where_served.h"
#include "platform/calendar/zone.h"
#include "staff/api_token.h"
#include "staff/change_user.h"
#include "staff/invitation.h"

#include <fmt/format.h>

#include <functional>
#include <istream>

namespace amends {
namespace {

constexpr BrandId first_brand{1};

int refused(const Refusal& refusal)
{
    const auto sentence = refusal_sentence(refusal.code, "en");
    fmt::print(stderr, "amends: {}{}{} ({})\n", refusal.field, refusal.field.empty() ? "" : ": ",
               sentence.empty() ? "refused" : sentence, refusal.code);
    return 1;
}

// "/usr/share/zoneinfo/Europe/Helsinki" tells where this machine stands.
std::string zone_of_this_machine()
{
    std::error_code none;
    const auto target = std::filesystem::read_symlink("/etc/localtime", none).string();
    constexpr std::string_view folder = "zoneinfo/";
    const auto at = target.find(folder);
    if (at == std::string::npos) return "UTC";
    const auto zone = target.substr(at + folder.size());
    return calendar::known_zone(zone) ? zone : "UTC";
}

// Prints the link of a path at the desk's public address.
using PrintLink = std::function<void(const std::string& path)>;

// Told no address, a link leads to where the desk was served last.
PrintLink link_printer(House& house, sql::Session& session, bool told)
{
    const auto last = told ? std::nullopt : where_served(session);
    if (last) house.config.public_address = *last;
    return [address = house.config.public_address, sure = told || last](const std::string& path) {
        fmt::print("{}{}\n", address, path);
        if (!sure)
            fmt::print(stderr,
                       "amends: nobody has served this desk yet; the link assumes {}, --public-address names another\n",
                       address);
    };
}

// On the desk's staff, in one transaction.
int with_staff(const Config& config, const std::function<int(StaffDesk&, const PrintLink&)>& act)
{
    const Clock& clock = desk_clock();
    House house(config, clock);
    house.open();
    const auto session = house.pool.take();
    sql::Transaction transaction(*session);
    const auto print_link = link_printer(house, *session, !config.public_address.empty());
    StaffDesk desk(house, *session, first_brand, {}, reachable_by_others(house.config));
    const int status = act(desk, print_link);
    if (status != 0) return status;
    desk.events.write();
    transaction.commit();
    return 0;
}

int with_user(const Config& config, const std::string& email,
              const std::function<int(StaffDesk&, const staff::User&, const PrintLink&)>& act)
{
    return with_staff(config, [&](StaffDesk& desk, const PrintLink& print_link) {
        const auto address = staff::sign_in_address(email);
        const auto user = address ? desk.users.with_email(*address) : std::nullopt;
        if (!user) return refused({Refusal::not_found, "user.not_found", email});
        return act(desk, *user, print_link);
    });
}

} // namespace

int init_desk(const Config& config, const InitWish& wish, std::istream& input)
{
    std::string password;
    std::getline(input, password);
    if (password.ends_with('\r')) password.pop_back();
    const SetUp desk{.desk_name = wish.name,
                     .address = wish.address,
                     .language = wish.language,
                     .zone = wish.zone.empty() ? zone_of_this_machine() : wish.zone,
                     .name = wish.person.empty() ? wish.email.substr(0, wish.email.find('@')) : wish.person,
                     .email = wish.email,
                     .password = password};
    // Before a house is built: after a refusal the next try is the first one again.
    if (const auto fine = acceptable(desk); !fine) return refused(fine.error());

    const Clock& clock = desk_clock();
    House house(config, clock);
    house.open();
    const auto admin = set_up_desk(house, desk);
    if (!admin) return refused(admin.error());
    fmt::print("The desk \"{}\" is ready: mail to {}, sign in as {}.\n", wish.name, wish.address, wish.email);
    return 0;
}

int add_user(const Config& config, const AddUser& wish)
{
    return with_staff(config, [&](StaffDesk& desk, const PrintLink& print_link) {
        const auto invited =
            staff::invite_user(desk.ports, {wish.name, wish.email, wish.role, wish.language, desk.brand.brand().zone});
        if (!invited) return refused(invited.error());
        print_link(invited->invitation);
        return 0;
    });
}

int list_users(const Config& config)
{
    return with_staff(config, [](StaffDesk& desk, const PrintLink&) {
        for (const auto& member : desk.users.members())
            fmt::print("{}\t{}\t{}\t{}\t{}\n", member.email, name_of(member.role), member.name,
                       member.disabled ? "disabled" : "active",
                       member.second_factor ? "second factor" : "password only");
        return 0;
    });
}

int disable_user(const Config& config, const std::string& email)
{
    return with_user(config, email, [](StaffDesk& desk, const staff::User& user, const PrintLink&) {
        const auto changed = staff::change_user(desk.ports, user.id, {.disabled = true});
        return changed ? 0 : refused(changed.error());
    });
}

int reset_user(const Config& config, const std::string& email)
{
    return with_user(config, email, [&](StaffDesk& desk, const staff::User& user, const PrintLink& print_link) {
        const auto link = staff::reset_user(desk.ports, user.id);
        if (!link) return refused(link.error());
        print_link(*link);
        return 0;
    });
}

int make_token(const Config& config, const std::string& email, staff::Scope scope)
{
    return with_user(config, email, [&](StaffDesk& desk, const staff::User& user, const PrintLink&) {
        if (user.disabled_at) return refused({Refusal::not_found, "user.not_found", email});
        const auto token = staff::make_token(desk.ports, user.id, {"command line", scope});
        if (!token) return refused(token.error());
        fmt::print("{}\n", token->token);
        return 0;
    });
}

} // namespace amends
