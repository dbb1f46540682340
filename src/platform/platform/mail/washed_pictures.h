// SPDX-License-Identifier: Apache-2.0
// Puts addresses of our own into washed HTML: where a part of the mail lies, and where the image proxy fetches what is
// elsewhere. Done each time the mail is shown, because both addresses are signed for the reader and run out.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace amends::mail {

struct PictureAddresses {
    // "p1@x" to "/files/..."; empty when there is no such part: then the picture stays empty.
    std::function<std::string(std::string_view content_id)> part{};
    // "https://..." to "/image-proxy/..."; empty when it may not be fetched.
    std::function<std::string(std::string_view address)> remote{};
};

// Only for the outcome of wash(): it relies on how that is written.
[[nodiscard]] std::string with_pictures(std::string_view washed, const PictureAddresses& addresses);

} // namespace amends::mail
