// SPDX-License-Identifier: Apache-2.0
// The customer's page and the contact form over HTTP. The link is the only key; each answer is the page as it is now.
#pragma once

#include "platform/blobs/blobs.h"
#include "platform/crypto/keys.h"
#include "platform/http/message.h"
#include "platform/json/schema.h"
#include "portal/contact_form.h"
#include "portal/portal_ports.h"
#include "reply/renew_link.h"
#include "staffing/history.h"

namespace amends::portal {

// Port: how many write now, and how long they wait for a person's answer.
struct Crowd {
    virtual ~Crowd() = default;
    [[nodiscard]] virtual bool busy() const = 0;
    [[nodiscard]] virtual std::optional<staffing::AnswerWait> wait(Instant now) const = 0;
};

struct Door {
    const Ports& ports;
    const reply::Ports& replying;
    const reply::LinkKeys& links;
    staff::AttemptStore& attempts;
    const crypto::Keys& keys;
    const blobs::Blobs& blobs;
    sql::Session& session;
    BrandId brand{};
    const Crowd& crowd;
};

// The visitor behind the link of the request, so that what they do is theirs in the event log. Answers like for like:
// what we never made and what was revoked cannot be told apart.
[[nodiscard]] Result<Visitor> visitor_of(const reply::LinkKeys& links, const cases::CaseStore& cases, BrandId brand,
                                         const http::Request& request);

[[nodiscard]] http::Response get_customer(const Door& door, const http::Request& request);
[[nodiscard]] http::Response post_mine(const Door& door, const http::Request& request);
[[nodiscard]] http::Response post_not_mine(const Door& door, const http::Request& request);
[[nodiscard]] http::Response post_solved(const Door& door, const http::Request& request);
[[nodiscard]] http::Response post_unsolved(const Door& door, const http::Request& request);
[[nodiscard]] http::Response post_customer_message(const Door& door, const http::Request& request);
// From the time that is really free, in UTC: the page shows it by the clock of the customer.
[[nodiscard]] http::Response get_call_times(const Door& door, const http::Request& request);
[[nodiscard]] http::Response post_call(const Door& door, const http::Request& request);
[[nodiscard]] http::Response post_customer_upload(const Door& door, const http::Request& request);
// For the page of a case that ended long ago: a new link is on its way to the mailbox.
[[nodiscard]] http::Response post_new_link(const Door& door, const http::Request& request);

[[nodiscard]] http::Response get_contact(const Door& door);
[[nodiscard]] http::Response post_contact(const Door& door, const http::Request& request);

// Whether the link of the request opens the message of this file: "/api/v1/customer/{link}/files/{handle}".
[[nodiscard]] bool link_opens(const Door& door, const http::Request& request, const conversation::Attachment& file);

// What each of these addresses takes and gives.
[[nodiscard]] json::Shapes shapes();

} // namespace amends::portal
