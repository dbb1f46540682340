// SPDX-License-Identifier: Apache-2.0
#include "reply/reading_channel.h"

#include "platform/speech/promises.h"
#include "platform/text/language.h"

namespace amends::reply {
namespace {

promise::Kind kind_of(speech::PromiseKind kind)
{
    switch (kind) {
    case speech::PromiseKind::update: return promise::Kind::update;
    case speech::PromiseKind::appointment: return promise::Kind::appointment;
    case speech::PromiseKind::outcome: break;
    }
    return promise::Kind::outcome;
}

} // namespace

std::optional<SaidPromise> SpokenReading::promise_in(std::string_view text, std::string_view zone, Instant now) const
{
    const calendar::Zone clock(calendar::known_zone(zone) ? zone : "UTC");
    const auto found = speech::promise_in(text, text::language_of(text).code, clock, now);
    if (!found) return std::nullopt;
    SaidPromise said{.kind = kind_of(found->kind), .begin = found->begin, .end = found->end};
    if (found->due) said.due_at = clock.instant(*found->due);
    return said;
}

} // namespace amends::reply
