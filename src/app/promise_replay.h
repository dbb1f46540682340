// SPDX-License-Identifier: Apache-2.0
// `amends promise replay --calendar 24x7|weekday_9_17_helsinki FILE.jsonl`: what the desk's dates would have been worth
// in a history of anybody's. Needs no desk.
//
// A line is {"id","started_at","ended_at" or null,"topic","type"}, times as RFC 3339 or milliseconds of UTC, in order
// of start. The answer is {"n","promised","kept_80","kept_90","median_80_hours","refused"}; hours are those of the
// calendar.
#pragma once

#include "base/result.h"

#include <istream>
#include <string>
#include <string_view>

namespace amends {

// One JSON object for a history. A refusal names the line and its field: "12.started_at".
[[nodiscard]] Result<std::string> replayed(std::string_view calendar, std::istream& history);

int replay_promises(const std::string& calendar, const std::string& path);

} // namespace amends
