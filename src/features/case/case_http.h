// SPDX-License-Identifier: Apache-2.0
// Cases over HTTP, for the people of the desk. Every write answers the case as it is now.
#pragma once

#include "case/case_store.h"
#include "case/case_view.h"
#include "platform/http/message.h"
#include "platform/json/schema.h"

namespace amends::cases {

// Who asks, and what is needed to answer.
struct Reader {
    const Ports& ports;
    const CaseViews& views;
    const CustomerPages& pages;
    UserId viewer{};
};

// The case with what is not stored: the customer's page and the next update that we suggest.
[[nodiscard]] Result<CaseView> case_page(const Reader& reader, CaseId id);

[[nodiscard]] http::Response get_cases(const CaseViews& views, UserId viewer, const http::Request& request);
[[nodiscard]] http::Response get_views(const CaseViews& views, UserId viewer);
[[nodiscard]] http::Response get_case(const Reader& reader, const http::Request& request);
[[nodiscard]] http::Response get_case_messages(const CaseViews& views, const http::Request& request);
[[nodiscard]] http::Response get_person(const CaseViews& views, const http::Request& request);

[[nodiscard]] http::Response post_note(const Reader& reader, const http::Request& request);
[[nodiscard]] http::Response post_take(const Reader& reader, const http::Request& request);
[[nodiscard]] http::Response post_seen(const Reader& reader, const http::Request& request);
[[nodiscard]] http::Response post_release(const Reader& reader, const http::Request& request);
[[nodiscard]] http::Response post_wait(const Reader& reader, const http::Request& request);
[[nodiscard]] http::Response post_wait_end(const Reader& reader, const http::Request& request);
[[nodiscard]] http::Response patch_case(const Reader& reader, const http::Request& request);
[[nodiscard]] http::Response post_spam(const Reader& reader, const http::Request& request);
[[nodiscard]] http::Response delete_spam(const Reader& reader, const http::Request& request);
[[nodiscard]] http::Response post_merge(const Reader& reader, const http::Request& request);
[[nodiscard]] http::Response delete_merge(const Reader& reader, const http::Request& request);
[[nodiscard]] http::Response post_move(const Reader& reader, const http::Request& request);

// What each of these addresses takes and gives.
[[nodiscard]] json::Shapes shapes();

} // namespace amends::cases
