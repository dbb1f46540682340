// SPDX-License-Identifier: Apache-2.0
#include "platform/assets/assets.h"

#include <algorithm>

namespace amends {

const Asset* find_asset(std::string_view path)
{
    const auto all = assets();
    const auto at = std::ranges::lower_bound(all, path, {}, &Asset::path);
    return at != all.end() && at->path == path ? &*at : nullptr;
}

} // namespace amends
