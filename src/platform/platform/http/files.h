// SPDX-License-Identifier: Apache-2.0
// Files as answers. Of the pages inside the program, what has its content's hash in its name may be kept for ever; the
// others are asked for again each time, and answered with 304 when they are still the same.
#pragma once

#include "platform/assets/assets.h"
#include "platform/http/message.h"

namespace amends::http {

[[nodiscard]] Response asset_reply(const Asset& asset, const Request& request);

// "attachment" with a name in every language, RFC 6266: the name can neither end the header nor become a path.
[[nodiscard]] Header download_as(std::string_view file_name);

} // namespace amends::http
