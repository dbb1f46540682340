// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace amends {

// A text that is JSON already and is put into an answer as it stands: the payload of an event.
struct JsonText {
    std::string text = "{}";
};

} // namespace amends
