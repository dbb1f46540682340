// SPDX-License-Identifier: Apache-2.0
#include "platform/http/message.h"

#include <algorithm>

namespace amends::http {
namespace {

std::string_view trimmed(std::string_view text)
{
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

bool controls(char letter)
{
    const auto code = static_cast<unsigned char>(letter);
    return code < 0x20 || code == 0x7f;
}

} // namespace

const std::string& Request::header(const std::string& name) const
{
    static const std::string none;
    const auto found = headers.find(name);
    return found == headers.end() ? none : found->second;
}

std::optional<std::string> Request::cookie(std::string_view name) const
{
    std::optional<std::string> value;
    for (std::string_view rest = header("cookie"); !rest.empty();) {
        const auto pair = trimmed(rest.substr(0, rest.find(';')));
        rest.remove_prefix(std::min(rest.size(), rest.find(';') == rest.npos ? rest.size() : rest.find(';') + 1));
        const auto equals = pair.find('=');
        if (equals == pair.npos || pair.substr(0, equals) != name) continue;
        if (value) return std::nullopt; // Twice the same name: somebody has planted one of them.
        value = pair.substr(equals + 1);
    }
    return value;
}

std::optional<std::string> Request::parameter(const std::string& name) const
{
    const auto found = in_query.find(name);
    return found == in_query.end() ? std::nullopt : std::optional(found->second);
}

Header::Header(std::string_view its_name, std::string its_value) : name(its_name), value(std::move(its_value))
{
    if (std::ranges::any_of(name, controls) || std::ranges::any_of(value, controls))
        throw Failure("a control character in the header " + name);
}

Response refused(const Refusal& refusal)
{
    const auto status = [&] {
        switch (refusal.kind) {
        case Refusal::invalid: return 422;
        case Refusal::not_found: return 404;
        case Refusal::forbidden: return 403;
        case Refusal::conflict: return 409;
        case Refusal::rate_limited: return 429;
        case Refusal::unavailable: return 503;
        case Refusal::unauthenticated: return 401;
        }
        std::unreachable();
    };
    return refused(status(), refusal);
}

Response refused(int status, const Refusal& refusal) { return {.status = status, .refusal = refusal}; }

} // namespace amends::http
