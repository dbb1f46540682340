// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "platform/http/message.h"
#include "platform/json/schema.h"
#include "silence/silence_watch.h"

namespace amends::silence {

[[nodiscard]] http::Response get_silence(const SilenceWatch& watch, UserId viewer, const http::Request& request);

[[nodiscard]] json::Shapes shapes();

} // namespace amends::silence
