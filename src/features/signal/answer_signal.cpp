// SPDX-License-Identifier: Apache-2.0
#include "signal/answer_signal.h"

namespace amends::signal {
namespace {

Result<Signal> write(const Ports& ports, const Signal& before, const Signal& after, std::string event)
{
    if (!ports.signals.change(before, after)) return refuse(Refusal::conflict, "signal.changed_meanwhile");
    ports.events.append(std::move(event), timeline::about("signal", after.id, after.case_id));
    return after;
}

} // namespace

Result<Signal> own_signal(const Ports& ports, SignalId id, UserId by)
{
    const auto found = ports.signals.find(id);
    if (!found) return refuse(Refusal::not_found, "signal.not_found");
    AMENDS_TRY(const auto owned, own(*found, by));
    return write(ports, *found, owned, "signal.owned");
}

Result<Signal> explain_signal(const Ports& ports, const ExplainSignal& wish)
{
    if (wish.text.find_first_not_of(" \t\r\n") == std::string::npos)
        return refuse(Refusal::invalid, "signal.explanation_missing", "text");
    const auto found = ports.signals.find(wish.id);
    if (!found) return refuse(Refusal::not_found, "signal.not_found");
    const auto words = ports.ids.next<TextId>();
    AMENDS_TRY(const auto explained, explain(*found, words, ports.clock.now()));
    ports.texts.add(words, wish.language, wish.text);
    return write(ports, *found, explained, "signal.explained");
}

} // namespace amends::signal
