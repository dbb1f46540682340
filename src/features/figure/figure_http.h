// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "figure/figure_view.h"
#include "platform/http/message.h"
#include "platform/json/schema.h"

namespace amends::figure {

[[nodiscard]] http::Response get_figures(const FigureStore& figures, const http::Request& request);
// The cases behind one of them.
[[nodiscard]] http::Response get_behind(const FigureStore& figures, const http::Request& request);

[[nodiscard]] json::Shapes shapes();

} // namespace amends::figure
