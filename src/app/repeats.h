// SPDX-License-Identifier: Apache-2.0
// A write that is sent twice is done once: the answer is kept under the caller's key for a day, in the transaction of
// the write itself. Answers hold people's words and sometimes secrets, so they are sealed.
#pragma once

#include "app/access.h"
#include "app/house.h"
#include "platform/http/message.h"

namespace amends {

class Repeats {
public:
    Repeats(House& house, sql::Session& session, const Viewer& viewer, const http::Request& request)
        : house_(house), session_(session), viewer_(viewer), request_(request)
    {
    }

    // The answer of before, when there is one. The same key with another request is refused. From here on until the
    // commit, others with the same key wait.
    [[nodiscard]] Result<std::optional<http::Response>> before();
    // Right before the commit. What was refused is not kept: it may be tried again.
    void keep(const http::Response& response);

private:
    [[nodiscard]] std::string request_hash() const;
    [[nodiscard]] std::string actor() const;

    House& house_;
    sql::Session& session_;
    const Viewer& viewer_;
    const http::Request& request_;
};

} // namespace amends
