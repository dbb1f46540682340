// SPDX-License-Identifier: Apache-2.0
#include "conversation/message.h"
#include "conversation/receive_message.h"

#include <doctest/doctest.h>

#include <array>

using namespace amends;
using namespace amends::conversation;

namespace {

std::vector<Recipient> with(std::initializer_list<Reach> reaches)
{
    std::vector<Recipient> list;
    for (const auto reach : reaches) list.push_back({.reach = reach});
    return list;
}

State outbound(std::initializer_list<Reach> reaches) { return state_of(Direction::outbound, with(reaches)); }

constexpr std::array all{Reach::pending, Reach::sending,     Reach::sent,    Reach::delivered, Reach::read,
                         Reach::failed,  Reach::unconfirmed, Reach::bounced, Reach::skipped};

} // namespace

TEST_CASE("the state of a message follows from its recipients")
{
    CHECK(outbound({Reach::pending}) == State::queued);
    CHECK(outbound({Reach::sent, Reach::pending}) == State::queued);
    CHECK(outbound({Reach::sent, Reach::unconfirmed, Reach::pending}) == State::unconfirmed);
    CHECK(outbound({Reach::sent, Reach::bounced}) == State::sent);
    CHECK(outbound({Reach::bounced, Reach::failed}) == State::failed);
    CHECK(outbound({Reach::read}) == State::sent);
    CHECK(state_of(Direction::inbound, with({Reach::delivered})) == State::received);
    auto taken_back = with({Reach::skipped});
    taken_back[0].detail = withdrawn_detail;
    CHECK(state_of(Direction::outbound, taken_back) == State::withdrawn);
}

TEST_CASE("a report that comes late never undoes what is known better, but a bounce wins")
{
    CHECK(may_become(Reach::sent, Reach::delivered));
    CHECK(may_become(Reach::delivered, Reach::read));
    CHECK(may_become(Reach::sent, Reach::bounced));
    CHECK(may_become(Reach::delivered, Reach::bounced));
    CHECK(may_become(Reach::unconfirmed, Reach::sent));
    CHECK(may_become(Reach::unconfirmed, Reach::failed));
    CHECK_FALSE(may_become(Reach::delivered, Reach::sent));
    CHECK_FALSE(may_become(Reach::read, Reach::delivered));
    CHECK_FALSE(may_become(Reach::bounced, Reach::delivered));
    CHECK_FALSE(may_become(Reach::sent, Reach::failed));
}

TEST_CASE("no report sends a message again, and none touches what was never sent")
{
    for (const auto from : all) {
        CHECK_FALSE(may_become(from, Reach::pending));
        CHECK_FALSE(may_become(from, Reach::sending));
        for (const auto unsent : {Reach::pending, Reach::failed, Reach::skipped}) CHECK_FALSE(may_become(unsent, from));
    }
}

TEST_CASE("the same Message-ID with another body is another message, and a missing one is no loss")
{
    const std::string body = "0123456789abcdef0123456789abcdef";
    const std::string other = "fedcba9876543210fedcba9876543210";

    CHECK(provider_id_of("a@b", body, std::nullopt) == "a@b");
    CHECK(provider_id_of("a@b", body, Message{.body_hash = body}) == "a@b");
    CHECK(provider_id_of("a@b", other, Message{.body_hash = body}) == "a@b#fedcba9876543210");
    CHECK(provider_id_of("", body, std::nullopt) == "none-0123456789abcdef");
}
