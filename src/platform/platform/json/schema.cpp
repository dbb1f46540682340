// SPDX-License-Identifier: Apache-2.0
#include "platform/json/schema.h"

#include <boost/core/demangle.hpp>

namespace amends::json {

std::string short_name(const std::type_info& type)
{
    auto name = boost::core::demangle(type.name());
    for (const std::string_view left_out : {"amends::", "(anonymous namespace)::"})
        for (auto at = name.find(left_out); at != std::string::npos; at = name.find(left_out))
            name.erase(at, left_out.size());
    for (auto at = name.find("::"); at != std::string::npos; at = name.find("::")) name.replace(at, 2, ".");
    return name;
}

} // namespace amends::json
