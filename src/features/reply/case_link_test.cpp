// SPDX-License-Identifier: Apache-2.0
#include "reply/reply_fixture_test.h"

using namespace amends;
using namespace amends::reply;
using namespace amends::reply::testing;
using amends::testing::on_each_engine;

TEST_CASE("a link opens the case that it was made for, and no letter of it can be changed")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto of = desk.at(*desk.hears().case_id);
        const auto path = link_path(desk.links, the_brand, of, of.person_id);
        REQUIRE(path.starts_with("/c/"));
        const auto text = path.substr(3);

        CHECK(open_link(desk.links, desk.cases, the_brand, text) == CaseLink{the_brand, of.id, of.person_id});
        CHECK_FALSE(open_link(desk.links, desk.cases, BrandId{2}, text));
        for (std::size_t at = 0; at < text.size(); ++at) {
            auto changed = text;
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            CHECK_FALSE(open_link(desk.links, desk.cases, the_brand, changed));
        }
        for (const auto& wrong :
             {std::string(), text + "A", text.substr(1), text + "=", std::string(5000, 'A'), std::string("\0\xff", 2)})
            CHECK_FALSE(open_link(desk.links, desk.cases, the_brand, wrong));
    });
}

TEST_CASE("a revoked link opens nothing, and neither does one of another installation")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        auto of = desk.at(*desk.hears().case_id);
        const auto old = link_path(desk.links, the_brand, of, of.person_id).substr(3);
        auto revoked = of;
        revoked.link_revocations = 1;
        REQUIRE(desk.cases.change(of, revoked));
        CHECK_FALSE(open_link(desk.links, desk.cases, the_brand, old));
        const auto fresh = link_path(desk.links, the_brand, revoked, of.person_id).substr(3);
        CHECK(open_link(desk.links, desk.cases, the_brand, fresh));

        const crypto::Keys others(crypto::Secret(std::string(32, 'x')));
        const CaseLinkKeys other_links(others);
        CHECK_FALSE(open_link(other_links, desk.cases, the_brand, fresh));
    });
}

TEST_CASE("the same link again is the same link, and another person's is another")
{
    on_each_engine([](sql::Session& session) {
        Desk desk(session);
        const auto of = desk.at(*desk.hears().case_id);
        CHECK(link_path(desk.links, the_brand, of, of.person_id) == link_path(desk.links, the_brand, of, of.person_id));
        CHECK(link_path(desk.links, the_brand, of, of.person_id) != link_path(desk.links, the_brand, of, PersonId{3}));
    });
}
