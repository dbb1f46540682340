// SPDX-License-Identifier: Apache-2.0
#include "reply/tell_of_delay.h"

#include "reply/unasked.h"

namespace amends::reply {
namespace {

using promise::Kind;
using promise::Promise;

Words words_of(const Ports& ports, const Promise& promise, const Unasked& to)
{
    return {.language = to.language,
            .zone = to.zone,
            .text = promise.text_id ? ports.desk.texts.text(*promise.text_id) : std::string(),
            .due_at = promise.due_at};
}

// When they hear from us next: as they were told already, or a new time where that is the one that is late.
std::optional<Instant> next_news(const Ports& ports, const cases::Case& of, const Promise& promise)
{
    const auto now = ports.desk.clock.now();
    const bool still_told = of.next_update_at && *of.next_update_at > promise.due_at;
    if (still_told) return std::nullopt;
    const auto days = static_cast<int>(ports.desk.brand.brand().first_update_days);
    return ports.desk.brand.times().after_open_days(std::max(now, promise.due_at), days);
}

std::optional<Promise> untold(const Ports& ports, PromiseId id)
{
    auto promise = ports.promising.promises.find(id);
    if (!promise || promise->side != promise::Side::us || promise->warned_at) return std::nullopt;
    return promise;
}

Result<bool> say(const Ports& ports, const Unasked& to, const Promise& promise, std::string text)
{
    AMENDS_TRY(const auto message, write_unasked(ports, to,
                                                 {.text = std::move(text),
                                                  .next_update_at = next_news(ports, to.of, promise),
                                                  .leaves_at = ports.desk.clock.now()}));
    ports.replies.warns(message, promise.id);
    return true;
}

} // namespace

Result<bool> tell_of_delay(const Ports& ports, PromiseId id)
{
    const auto promise = untold(ports, id);
    if (!promise || promise->state != promise::State::open) return false;
    const auto to = unasked(ports, promise->case_id);
    if (!to) return false;
    const auto words = words_of(ports, *promise, *to);
    return say(ports, *to, *promise,
               promise->kind == Kind::update ? ports.phrases.late_news(words) : ports.phrases.late_result(words));
}

Result<bool> tell_of_missed(const Ports& ports, PromiseId id)
{
    const auto promise = untold(ports, id);
    if (!promise || promise->kind != Kind::appointment || promise->state != promise::State::broken) return false;
    const auto to = unasked(ports, promise->case_id);
    if (!to) return false;
    return say(ports, *to, *promise, ports.phrases.missed_call(words_of(ports, *promise, *to)));
}

} // namespace amends::reply
