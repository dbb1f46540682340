// SPDX-License-Identifier: Apache-2.0
// From an empty database to a desk that works: its name, its mail line, opening hours, a first team and its first
// admin. The first page of the browser and `amends init` both come here.
#pragma once

#include "app/gate.h"

namespace amends {

struct SetUp {
    std::optional<std::string> token{}; // Of the link that the start printed; see SetUpDoor.
    std::string desk_name{};
    std::string address{}; // The desk's public mail address.
    std::string language{};
    std::string zone{};
    std::string name{};  // Of the first admin.
    std::string email{}; // Of the first admin, to sign in with.
    std::string password{};
};
BOOST_DESCRIBE_STRUCT(SetUp, (), (token, desk_name, address, language, zone, name, email, password))

// Refuses what set_up_desk() would refuse of the wish alone, before there is a house.
[[nodiscard]] Result<void> acceptable(const SetUp& wish);

// Refuses setup.done when there is a user already; of two at the same time the second is refused.
[[nodiscard]] Result<UserId> set_up_desk(House& house, const SetUp& wish);

// Who may set the desk up. Where others can reach it, only who has seen what the start printed, within an hour.
class SetUpDoor {
public:
    explicit SetUpDoor(House& house);
    [[nodiscard]] bool needed() const;
    [[nodiscard]] bool token_needed() const { return !fingerprint_.empty(); }
    [[nodiscard]] Result<void> open(const SetUp& wish) const;
    // The path of the page, with the token where one is needed.
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    House& house_;
    Instant opened_at_;
    std::string path_ = "/setup";
    std::string fingerprint_;
};

} // namespace amends
