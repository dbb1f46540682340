// SPDX-License-Identifier: Apache-2.0
// Folds what a reply repeats: the mail it answers, and the signature. Folding, not deleting: the whole text is kept
// beside it, and when nothing of the writer's own would be left, nothing is folded. The writer's first line always
// stays.
#pragma once

#include "platform/mail/html_text.h"

#include <span>
#include <string>

namespace amends::mail {

[[nodiscard]] std::string visible_part(std::span<const Line> lines);

} // namespace amends::mail
