// SPDX-License-Identifier: Apache-2.0
#include "staff/api_token.h"

namespace amends::staff {

Result<MadeToken> make_token(const Ports& ports, UserId owner, const MakeToken& wish)
{
    auto name = shown_name(wish.name);
    if (!name) return refuse(Refusal::invalid, "token.name_missing", "name");
    MadeToken made{ports.ids.next<TokenId>(), std::string(token_prefix) + ports.secrets.token()};
    ports.tokens.add({.id = made.id,
                      .hash = ports.secrets.fingerprint(made.token),
                      .user_id = owner,
                      .name = *std::move(name),
                      .scope = wish.scope,
                      .created_at = ports.clock.now()});
    ports.events.append("token.made", timeline::about("user", owner));
    return made;
}

Result<void> revoke_token(const Ports& ports, UserId owner, TokenId id)
{
    if (!ports.tokens.revoke(owner, id, ports.clock.now())) return refuse(Refusal::not_found, "token.not_found");
    ports.events.append("token.revoked", timeline::about("user", owner));
    return {};
}

} // namespace amends::staff
