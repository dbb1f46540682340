// SPDX-License-Identifier: Apache-2.0
#include "signal/signal.h"

namespace amends::signal {

Result<Signal> own(Signal signal, UserId by)
{
    if (signal.state == State::explained) return refuse(Refusal::conflict, "signal.explained_already");
    signal.state = State::owned;
    signal.owner_id = by;
    return signal;
}

Result<Signal> explain(Signal signal, std::optional<TextId> explanation, Instant now)
{
    if (signal.state == State::explained) return refuse(Refusal::conflict, "signal.explained_already");
    signal.state = State::explained;
    signal.explanation = explanation;
    signal.ended_at = now;
    return signal;
}

} // namespace amends::signal
