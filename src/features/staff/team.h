// SPDX-License-Identifier: Apache-2.0
// A team holds cases that nobody has taken yet.
#pragma once

#include "base/describe.h"
#include "base/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace amends::staff {

struct Team {
    TeamId id{};
    std::string name{};
    std::vector<UserId> members{};
};
BOOST_DESCRIBE_STRUCT(Team, (), (id, name, members))

struct MakeTeam {
    std::string name{};
    std::optional<std::vector<UserId>> members{};
};
BOOST_DESCRIBE_STRUCT(MakeTeam, (), (name, members))

struct ChangeTeam {
    std::optional<std::string> name{};
    std::optional<std::vector<UserId>> members{};
};
BOOST_DESCRIBE_STRUCT(ChangeTeam, (), (name, members))

} // namespace amends::staff
