// SPDX-License-Identifier: Apache-2.0
// Where requests become a viewer's, or are turned away. Looks at the database each time: a right that was lost a moment
// ago, here or by a command in another process, is lost.
#pragma once

#include "app/house.h"
#include "app/route_table.h"

namespace amends {

// Other machines can reach the desk: then nobody does without a second factor.
[[nodiscard]] bool reachable_by_others(const Config& config);

// Those configured. A desk that listens on this machine only and has a public address stands behind a proxy on it.
[[nodiscard]] std::vector<std::string> trusted_proxies(const Config& config);

// Without TLS the desk serves this machine only: why this configuration is not served, or nothing.
[[nodiscard]] std::string objection_to_serving(const Config& config);

class Gate {
public:
    explicit Gate(House& house);

    // The route's answer, for whom it may answer.
    [[nodiscard]] http::Response pass(const Route& route, const http::Request& request);

    // Who asks, by token or cookie; refuses with session.missing when nobody is known.
    [[nodiscard]] Result<Viewer> viewer(const http::Request& request, sql::Session& session) const;

    // For the live connection.
    [[nodiscard]] Result<Viewer> admit(const http::Request& request);
    // Whether a viewer of before still has what he had. Who has lost anything is sent away and comes again.
    [[nodiscard]] bool still(sql::Session& session, const Viewer& viewer) const;

    // Called after the commit that changed somebody's rights or ended one of his sessions.
    void when_rights_change(std::function<void(UserId)> listener) { listener_ = std::move(listener); }
    void rights_changed(UserId user) const;

    // The cookie in which a browser keeps its key.
    [[nodiscard]] http::Header cookie(std::string_view key) const;
    [[nodiscard]] http::Header no_cookie() const;
    [[nodiscard]] const std::string& cookie_name() const { return cookie_name_; }
    [[nodiscard]] bool reachable() const { return reachable_; }

private:
    [[nodiscard]] Result<Viewer> allowed_viewer(const Route& route, const http::Request& request, bool writes);
    [[nodiscard]] bool own_page(const http::Request& request) const;
    void seen(sql::Session& session, const http::Request& request, const staff::Recognised& known) const;

    House& house_;
    bool reachable_;
    bool encrypted_;
    std::string cookie_name_;
    std::function<void(UserId)> listener_;
};

} // namespace amends
