// SPDX-License-Identifier: Apache-2.0
// The customer's page, opened by a link and without an account.
#pragma once

#include "channel/channel_store.h"
#include "closure/resolve_case.h"
#include "conversation/receive_message.h"
#include "portal/customer_view.h"
#include "promise/basis.h"
#include "reply/case_link.h"
#include "reply/phrases.h"

namespace amends::portal {

// Port: names as customers may read them.
struct Names {
    virtual ~Names() = default;
    [[nodiscard]] virtual std::string user(UserId id) const = 0;
    [[nodiscard]] virtual std::string team(TeamId id) const = 0;
};

struct Ports {
    closure::Ports ending; // With all that cases need.
    conversation::Ports talk;
    channel::ChannelStore& channels;
    const Names& names;
    const reply::Phrases& phrases;
    const promise::HonestDates& dates;

    [[nodiscard]] const cases::Ports& desk() const { return ending.desk; }
};

// Who stands before the page.
struct Visitor {
    reply::CaseLink opened{};
    std::string link{};     // As it was given; repeated in the addresses of files.
    bool says_mine = false; // Has just said "I wrote this", or written.
    // The link that a form shows to whoever filled it in. It was never in the mailbox that the form names: it opens
    // what was written on the page, never what we answer to that mailbox.
    bool by_form = false;
};

} // namespace amends::portal
