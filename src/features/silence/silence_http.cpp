// SPDX-License-Identifier: Apache-2.0
#include "silence/silence_http.h"

namespace amends::silence {

http::Response get_silence(const SilenceWatch& watch, UserId viewer, const http::Request& request)
{
    const auto whose = from_name<Whose>(request.parameter("who").value_or("all"));
    if (!whose) return http::refused({Refusal::invalid, "silence.who_unknown", "who"});
    return {200, json::text_of(watch.watch(*whose, viewer))};
}

json::Shapes shapes() { return {json::shape<json::Nothing, Watch>("GET /api/v1/silence")}; }

} // namespace amends::silence
