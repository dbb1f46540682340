// SPDX-License-Identifier: Apache-2.0
// Files: what agents attach, and what came with messages. A file is opened by its random handle together with the right
// to read cases, and is always a download: nothing of a stranger's runs in our pages.
#pragma once

#include "app/requests.h"
#include "platform/json/schema.h"

namespace amends {

void add_file_routes(RouteTable& table, House& house);

// The bytes of an attachment as an answer.
[[nodiscard]] http::Response file_reply(Desk& desk, const conversation::Attachment& attachment);

struct NewFile {
    std::string name{};
    std::string mime{};
    std::string bytes{};
    std::optional<UserId> uploaded_by{};
    std::optional<PersonId> uploaded_link{};
    std::optional<CaseId> case_id{};
};
// Keeps a file until a message takes it; answers how it is shown.
[[nodiscard]] Result<conversation::Attachment> keep_upload(Desk& desk, const NewFile& file);

// What each of these addresses takes and gives.
[[nodiscard]] json::Shapes file_shapes();

} // namespace amends
