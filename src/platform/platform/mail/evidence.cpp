// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/evidence.h"

#include "platform/mail/ascii.h"

namespace amends::mail {

namespace {

constexpr std::size_t tag_length = 26; // 128 bits in base32.

bool is_base32(std::string_view text)
{
    return std::ranges::all_of(
        text, [](char letter) { return (letter >= 'a' && letter <= 'z') || (letter >= '2' && letter <= '7'); });
}

// "desk+c.CASE.TAG" and "c.CASE.TAG": the token, or nothing.
std::string token_in(std::string_view local)
{
    const auto small = lower(local);
    std::string_view token = small;
    if (const auto plus = token.rfind('+'); plus != std::string_view::npos) token.remove_prefix(plus + 1);
    if (!token.starts_with("c.")) return {};
    const auto dot = token.rfind('.');
    if (dot < 3 || token.size() - dot - 1 != tag_length) return {};
    if (!is_base32(token.substr(2, dot - 2)) || !is_base32(token.substr(dot + 1))) return {};
    return std::string(token);
}

// "[#4711]", "#4711", "[Ticket#4711]", "(Case 4711)": a number that the subject calls a number.
bool has_number(std::string_view subject)
{
    for (std::size_t at = 0; at < subject.size(); ++at) {
        if (!is_digit(subject[at]) || (at > 0 && is_digit(subject[at - 1]))) continue;
        std::size_t end = at;
        while (end < subject.size() && (is_digit(subject[end]) || subject[end] == '-')) ++end;
        const auto before = trim(subject.substr(0, at));
        if (end - at >= 2 && (before.ends_with('#') || before.ends_with("\xE2\x84\x96") || before.ends_with("[") ||
                              before.ends_with("#:")))
            return true;
    }
    return false;
}

} // namespace

std::vector<std::string> tokens_of(const Inbound& mail)
{
    std::vector<std::string> tokens;
    const auto look = [&](std::string_view address) {
        auto token = token_in(address.substr(0, address.find('@')));
        if (!token.empty() && std::ranges::find(tokens, token) == tokens.end()) tokens.push_back(std::move(token));
    };
    for (const auto& address : mail.delivered_to) look(address);
    for (const auto* list : {&mail.to, &mail.cc})
        for (const auto& one : *list) look(one.address);
    for (const auto* ids : {&mail.in_reply_to, &mail.references})
        for (const auto& id : *ids) look(id);
    return tokens;
}

std::vector<std::string> placement_evidence(const Inbound& mail)
{
    std::vector<std::string> found;
    if (!tokens_of(mail).empty()) found.emplace_back("token");
    if (!mail.in_reply_to.empty() || !mail.references.empty()) found.emplace_back("references");
    if (has_number(mail.subject)) found.emplace_back("subject_number");
    return found;
}

} // namespace amends::mail
