// SPDX-License-Identifier: Apache-2.0
// Users, sessions, tokens and teams on both databases, and the use cases on top of them, as somebody tries them who
// wants to come in.
#include "app/staff_secrets.h"
#include "platform/crypto/totp.h"
#include "staff/api_token.h"
#include "staff/change_password.h"
#include "staff/change_team.h"
#include "staff/change_user.h"
#include "staff/invitation.h"
#include "staff/second_factor.h"
#include "staff/session_sql.h"
#include "staff/sign_in.h"
#include "staff/team_sql.h"
#include "staff/user_sql.h"
#include "testing/database.h"
#include "timeline/event_log_sql.h"

#include <set>

using namespace amends;
using namespace amends::staff;
using namespace std::chrono_literals;

namespace {

constexpr Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 3 / 2} + 12h};
constexpr BrandId brand{1};
const std::string good_password = "neljä sanaa peräkkäin";

struct Fixture {
    explicit Fixture(sql::Session& session_)
        : session(session_),
          users(session_, brand),
          sessions(session_),
          invitations(session_),
          tokens(session_),
          teams(session_, brand),
          attempts(session_, ids),
          events(session_, BrandId{0}, clock, {})
    {
    }

    // A user with a password; hashing it is what takes time.
    [[nodiscard]] UserId joined(const std::string& email, Role role)
    {
        const auto invited = invite_user(ports(), {"Aino", email, role, "fi", {}});
        const auto token = invited.value().invitation.substr(std::string_view("/invitation/").size());
        static const auto hash = secrets.password_hash(good_password).value();
        REQUIRE(accept_invitation(ports(), token, hash, {"192.0.2.1", "test", {}}));
        return invited->user.id;
    }

    Result<Entered> sign_in(const SignIn& wish, const std::string& address = "192.0.2.1")
    {
        const Visitor visitor{address, "test", {}};
        if (auto open = knock(ports(), wish, visitor); !open) return std::unexpected(open.error());
        auto user = recognise(ports(), wish);
        if (!user) return std::unexpected(user.error());
        return let_in(ports(), *user, wish, visitor);
    }

    // What his authenticator app shows now.
    [[nodiscard]] std::string code_of(UserId id, std::int64_t steps_on = 0) const
    {
        const crypto::Secret secret(secrets.totp_text(users.find(id)->totp_secret));
        return crypto::totp_code(secret, clock.now().time_since_epoch() / 30s + steps_on);
    }

    std::vector<std::string> with_second_factor(UserId id)
    {
        const auto entered = sign_in({users.find(id)->email, good_password, {}});
        REQUIRE(begin_second_factor(ports(), id));
        const auto session_id = sessions.recognise(secrets.fingerprint(entered->key))->session_id;
        auto codes = confirm_second_factor(ports(), *session_id, code_of(id)).value().codes.recovery_codes;
        clock.advance(2min);
        return codes;
    }

    Ports ports()
    {
        return {users, sessions, invitations, tokens, teams, attempts, secrets, events, ids, clock, reachable};
    }

    sql::Session& session;
    FixedClock clock{noon};
    Ids ids{clock, 0};
    crypto::Keys keys{crypto::Secret(std::string(32, 'k'))};
    StaffSecrets secrets{keys};
    UserSqlStore users;
    SessionSqlStore sessions;
    InvitationSqlStore invitations;
    TokenSqlStore tokens;
    TeamSqlStore teams;
    AttemptSqlStore attempts;
    timeline::EventSqlLog events;
    bool reachable = false;
};

} // namespace

TEST_CASE("who is invited chooses a password once, within three days, and is in")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto invited = invite_user(given.ports(), {"Ελένη", "Eleni@Example.ORG", Role::agent, "el", {}});
        REQUIRE(invited);
        const auto token = invited->invitation.substr(12);

        CHECK(invited->user.email == "eleni@example.org");
        CHECK(invited_user(given.ports(), token)->name == "Ελένη");
        CHECK_FALSE(invited_user(given.ports(), token + "x"));
        CHECK_FALSE(invited_user(given.ports(), token.substr(1)));
        CHECK_FALSE(invited_user(given.ports(), ""));
        const auto hash = invited_password_hash(given.ports(), token, good_password).value();
        CHECK(invited_password_hash(given.ports(), token, "short").error().code == "password.too_short");
        const auto entered = accept_invitation(given.ports(), token, hash, {"::1", "Firefox", {}});
        REQUIRE(entered);
        CHECK(entered->entry == Entry::setup_needed);
        CHECK(accept_invitation(given.ports(), token, hash, {"::1", "", {}}).error().code == "invitation.gone");

        const auto late = invite_again(given.ports(), invited->user.id, InvitationKind::invite).value().substr(12);
        given.clock.advance(72h);
        CHECK(invited_user(given.ports(), late).error().code == "invitation.gone");
        CHECK_FALSE(given.invitations.use(given.secrets.fingerprint(late), given.clock.now()));
    });
}

TEST_CASE("a new invitation makes the old ones worthless")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto invited = invite_user(given.ports(), {"Aino", "aino@example.org", Role::agent, "fi", {}});
        REQUIRE(invite_again(given.ports(), invited->user.id, InvitationKind::reset));

        CHECK_FALSE(invited_user(given.ports(), invited->invitation.substr(12)));
    });
}

TEST_CASE("an address that no mail could reach, and one that is taken, is not invited")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto code_for = [&](const std::string& email) {
            const auto invited = invite_user(given.ports(), {"A", email, Role::agent, "en", {}});
            return invited ? std::string() : invited.error().code;
        };
        for (const auto* const odd : {"", "@", "a@", "@b", "a@b@c", "a b@c", "a\r\nb@c", "<a@b>", "a,b@c"})
            CHECK(code_for(odd) == "user.email_invalid");
        CHECK(code_for("a@b.example").empty());
        CHECK(code_for("A@B.example") == "user.email_taken");
        CHECK(invite_user(given.ports(), {" ", "x@y", Role::agent, "en", {}}).error().code == "user.name_missing");
        CHECK(invite_user(given.ports(), {"X", "x@y", Role::agent, "sv", {}}).error().code == "user.language_unknown");
    });
}

TEST_CASE("wrong password, unknown address and disabled user get one answer")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto id = given.joined("aino@example.org", Role::agent);
        CHECK(given.joined("admin@example.org", Role::admin) != id);

        const auto wrong = given.sign_in({"aino@example.org", "not the password", {}}).error();
        const auto unknown = given.sign_in({"nobody@example.org", good_password, {}}).error();
        const auto nonsense = given.sign_in({"%", good_password, {}}).error();
        REQUIRE(change_user(given.ports(), id, {.disabled = true}));
        const auto disabled = given.sign_in({"aino@example.org", good_password, {}}).error();

        for (const auto& refusal : {wrong, unknown, nonsense, disabled}) {
            CHECK(refusal.kind == Refusal::unauthenticated);
            CHECK(refusal.code == "sign_in.wrong");
            CHECK(refusal.field.empty());
        }
    });
}

TEST_CASE("after ten tries from one place it waits, and the owner elsewhere does not")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        (void)given.joined("aino@example.org", Role::agent);
        const SignIn wrong{"Aino@example.org", "wrong wrong wrong", {}};
        const Visitor thief{"2001:db8:1:2::66", "", {}};

        for (int tries = 0; tries < 10; ++tries) CHECK(knock(given.ports(), wrong, thief));
        CHECK(knock(given.ports(), wrong, thief).error().code == "sign_in.too_many");
        CHECK(knock(given.ports(), {"aino@EXAMPLE.org", "", {}}, {"2001:db8:1:2:ffff::1", "", {}}).error().kind ==
              Refusal::rate_limited);
        CHECK(given.sign_in({"aino@example.org", good_password, {}}, "192.0.2.1"));
        given.clock.advance(15min + 1s);
        CHECK(knock(given.ports(), wrong, thief));
    });
}

TEST_CASE("a thousand thieves do not lock the owner out where he is known, and do not get a try each")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        (void)given.joined("aino@example.org", Role::agent); // From 192.0.2.1.
        const SignIn wish{"aino@example.org", good_password, {}};
        int let_through = 0;
        for (int thief = 0; thief < 300; ++thief)
            if (knock(given.ports(), wish, {"198.51.100." + std::to_string(thief), "", {}})) ++let_through;

        CHECK(let_through == 100);
        CHECK(given.sign_in(wish, "192.0.2.1"));
        CHECK(given.sign_in(wish, "203.0.113.1").error().code == "sign_in.too_many");
    });
}

TEST_CASE("one place may not try one password on everybody")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        int let_through = 0;
        for (int account = 0; account < 150; ++account)
            if (knock(given.ports(), {"u" + std::to_string(account) + "@example.org", "x", {}}, {"192.0.2.66", "", {}}))
                ++let_through;
        CHECK(let_through == 100);
    });
}

TEST_CASE("a code opens once, in its time, and beside the password only")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto id = given.joined("aino@example.org", Role::agent);
        const auto recovery = given.with_second_factor(id);
        const std::string email = "aino@example.org";

        CHECK(given.sign_in({email, good_password, {}})->entry == Entry::code_needed);
        CHECK(given.sign_in({email, good_password, {}})->key.empty());
        CHECK_FALSE(given.sign_in({email, "wrong wrong wrong", given.code_of(id)}));
        CHECK_FALSE(given.sign_in({email, good_password, ""}));
        CHECK_FALSE(given.sign_in({email, good_password, "000000"}));
        CHECK_FALSE(given.sign_in({email, good_password, given.code_of(id, 2)}));
        const auto code = given.code_of(id);
        CHECK(given.sign_in({email, good_password, code})->entry == Entry::done);
        CHECK_FALSE(given.sign_in({email, good_password, code}));
        CHECK_FALSE(given.sign_in({email, good_password, given.code_of(id, -1)}));
        CHECK(given.sign_in({email, good_password, given.code_of(id, 1)}));

        CHECK(recovery.size() == 10);
        CHECK(std::set<std::string>(recovery.begin(), recovery.end()).size() == 10);
        CHECK(given.sign_in({email, good_password, recovery[3]}));
        CHECK_FALSE(given.sign_in({email, good_password, recovery[3]}));
    });
}

TEST_CASE("confirming the second factor ends the other sessions and gives this one a new key")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto id = given.joined("aino@example.org", Role::agent);
        const auto other = given.sign_in({"aino@example.org", good_password, {}});
        const auto mine = given.sign_in({"aino@example.org", good_password, {}});
        const auto my_session = given.sessions.recognise(given.secrets.fingerprint(mine->key));
        CHECK(confirm_second_factor(given.ports(), *my_session->session_id, "123456").error().code ==
              "second_factor.not_begun");
        const auto secret = begin_second_factor(given.ports(), id);
        REQUIRE(secret);
        CHECK(secret->uri.starts_with("otpauth://totp/"));
        CHECK(given.users.find(id)->totp_secret.find(secret->secret) == std::string::npos);
        CHECK(confirm_second_factor(given.ports(), *my_session->session_id, "1").error().code == "second_factor.wrong");

        const auto confirmed = confirm_second_factor(given.ports(), *my_session->session_id, given.code_of(id));

        REQUIRE(confirmed);
        CHECK_FALSE(given.sessions.recognise(given.secrets.fingerprint(other->key)));
        CHECK_FALSE(given.sessions.recognise(given.secrets.fingerprint(mine->key)));
        CHECK(given.sessions.recognise(given.secrets.fingerprint(confirmed->key))->second_factor == SecondFactor::done);
        CHECK(begin_second_factor(given.ports(), id).error().code == "second_factor.already_on");
    });
}

TEST_CASE("the second factor can be put off on a desk of one machine, and not when others reach it")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        (void)given.joined("aino@example.org", Role::agent);
        const auto enter = [&] { return given.sign_in({"aino@example.org", good_password, {}}); };
        const auto id = [&](const Entered& entered) {
            return *given.sessions.recognise(given.secrets.fingerprint(entered.key))->session_id;
        };
        const auto first = enter();
        CHECK(first->entry == Entry::setup_needed);
        given.reachable = true;
        CHECK(put_off_second_factor(given.ports(), id(*first)).error().code == "second_factor.required");
        given.reachable = false;
        CHECK(put_off_second_factor(given.ports(), id(*first)));
        CHECK(enter()->entry == Entry::put_off);
        given.reachable = true;
        CHECK(enter()->entry == Entry::setup_needed);
    });
}

TEST_CASE("a changed password ends the other sessions")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto id = given.joined("aino@example.org", Role::agent);
        const auto thief = given.sign_in({"aino@example.org", good_password, {}});
        const auto mine = given.sign_in({"aino@example.org", good_password, {}});
        const auto kept = given.sessions.recognise(given.secrets.fingerprint(mine->key))->session_id;

        CHECK(new_password_hash(given.ports(), id, {"wrong wrong wrong", "viisi sanaa peräkkäin"}).error().code ==
              "password.wrong");
        CHECK(new_password_hash(given.ports(), id, {good_password, "aino@example.org"}).error().code ==
              "password.known");
        const auto hash = new_password_hash(given.ports(), id, {good_password, "viisi sanaa peräkkäin"});
        const auto key = change_password(given.ports(), id, kept, hash.value());

        CHECK_FALSE(given.sessions.recognise(given.secrets.fingerprint(thief->key)));
        CHECK_FALSE(given.sessions.recognise(given.secrets.fingerprint(mine->key)));
        CHECK(given.sessions.recognise(given.secrets.fingerprint(key.value()))->session_id == kept);
        CHECK_FALSE(given.sign_in({"aino@example.org", good_password, {}}));
        CHECK(given.sign_in({"aino@example.org", "viisi sanaa peräkkäin", {}}));
    });
}

TEST_CASE("nobody has more than ten browsers, and the oldest goes first")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto id = given.joined("aino@example.org", Role::agent);
        std::vector<std::string> keys;
        for (int count = 0; count < 12; ++count)
            keys.push_back(given.sign_in({"aino@example.org", good_password, {}})->key);

        CHECK(given.sessions.of_user(id).size() == 10);
        CHECK_FALSE(given.sessions.recognise(given.secrets.fingerprint(keys[1])));
        CHECK(given.sessions.recognise(given.secrets.fingerprint(keys[2])));
    });
}

TEST_CASE("a change of rights takes the sessions with it, and the last admin cannot leave")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto admin = given.joined("admin@example.org", Role::admin);
        const auto agent = given.joined("aino@example.org", Role::agent);
        const auto entered = given.sign_in({"aino@example.org", good_password, {}});
        const auto token = make_token(given.ports(), agent, {"script", Scope::write});

        CHECK(change_user(given.ports(), admin, {.role = Role::agent}).error().code == "user.last_admin");
        CHECK(change_user(given.ports(), admin, {.disabled = true}).error().code == "user.last_admin");
        CHECK(change_user(given.ports(), agent, {.role = Role::admin})->role == Role::admin);
        CHECK_FALSE(given.sessions.recognise(given.secrets.fingerprint(entered->key)));
        CHECK(given.tokens.recognise(given.secrets.fingerprint(token->token))->role == Role::admin);
        CHECK(change_user(given.ports(), admin, {.role = Role::light_agent}));
        CHECK(change_user(given.ports(), agent, {.disabled = true}).error().code == "user.last_admin");
        CHECK(change_user(given.ports(), admin, {.role = Role::admin}));
        CHECK(change_user(given.ports(), agent, {.disabled = true}));
        CHECK_FALSE(given.tokens.recognise(given.secrets.fingerprint(token->token)));
        CHECK(change_user(given.ports(), UserId{7}, {.disabled = true}).error().code == "user.not_found");
    });
}

TEST_CASE("a token opens until it is revoked, and only its owner revokes it")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto aino = given.joined("aino@example.org", Role::agent);
        const auto other = given.joined("other@example.org", Role::admin);
        const auto token = make_token(given.ports(), aino, {"import", Scope::read});
        const auto found = [&] { return given.tokens.recognise(given.secrets.fingerprint(token->token)); };

        CHECK(token->token.starts_with("amends_"));
        CHECK(found()->scope == Scope::read);
        CHECK(found()->role == Role::agent);
        CHECK(given.tokens.of_user(aino).size() == 1);
        CHECK(revoke_token(given.ports(), other, token->id).error().code == "token.not_found");
        CHECK(found());
        CHECK(revoke_token(given.ports(), aino, token->id));
        CHECK_FALSE(found());
        CHECK(make_token(given.ports(), aino, {" ", Scope::read}).error().code == "token.name_missing");
    });
}

TEST_CASE("a reset takes the second factor off and lets in by the link alone")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto id = given.joined("aino@example.org", Role::agent);
        const auto recovery = given.with_second_factor(id);

        const auto link = reset_user(given.ports(), id).value().substr(12);

        CHECK(given.sessions.of_user(id).empty());
        CHECK_FALSE(given.sign_in({"aino@example.org", good_password, recovery[0]}));
        CHECK_FALSE(given.sign_in({"aino@example.org", "", {}}));
        given.clock.advance(31min);
        CHECK_FALSE(invited_user(given.ports(), link));
    });
}

TEST_CASE("an invitation does not go round the second factor")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto id = given.joined("aino@example.org", Role::agent);
        (void)given.with_second_factor(id);
        const auto link = invite_again(given.ports(), id, InvitationKind::invite).value().substr(12);

        const auto entered = accept_invitation(given.ports(), link, "$hash", {"::1", "", {}});

        CHECK(entered->entry == Entry::code_needed);
        CHECK(entered->key.empty());
    });
}

TEST_CASE("a team has each member once, and only people of the brand")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto aino = given.joined("aino@example.org", Role::agent);
        const auto team = make_team(given.ports(), {"Tuki", std::vector{aino, aino}});
        REQUIRE(team);

        CHECK(given.teams.find(team->id)->members == std::vector{aino});
        CHECK(given.teams.of_user(aino).at(0).name == "Tuki");
        CHECK(change_team(given.ports(), team->id, {.members = std::vector{UserId{9}}}).error().code ==
              "user.not_found");
        CHECK(change_team(given.ports(), team->id, {.name = "Apu", .members = std::vector<UserId>{}}));
        CHECK(given.teams.all().at(0).name == "Apu");
        CHECK(given.teams.all().at(0).members.empty());
        CHECK(change_team(given.ports(), TeamId{9}, {}).error().code == "team.not_found");
        CHECK_FALSE(TeamSqlStore(session, BrandId{0}).find(team->id));
        CHECK_FALSE(UserSqlStore(session, BrandId{0}).role(aino));
    });
}

TEST_CASE("of two who change a user at the same time the second is refused")
{
    testing::on_each_engine([](sql::Session& session) {
        Fixture given(session);
        const auto before = *given.users.find(given.joined("aino@example.org", Role::agent));
        auto after = before;
        after.name = "Other";

        CHECK(given.users.change(before, after));
        CHECK_FALSE(given.users.change(before, after));
    });
}
