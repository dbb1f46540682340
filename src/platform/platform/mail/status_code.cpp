// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/status_code.h"

#include "platform/mail/addresses.h"
#include "platform/mail/ascii.h"

namespace amends::mail {

namespace {

bool is_letter_of_address(char letter)
{
    return is_alnum(letter) || holds(".!#$%&*+-/=?^_`{|}~'", std::string_view(&letter, 1)) ||
           static_cast<unsigned char>(letter) >= 0x80;
}

} // namespace

std::string status_at(std::string_view text, std::size_t at)
{
    if (at >= text.size() || !holds("245", text.substr(at, 1))) return {};
    if (at > 0 && (is_alnum(text[at - 1]) || text[at - 1] == '.')) return {};
    std::size_t end = at + 1, dots = 0, digits = 0;
    for (; end < text.size() && (is_digit(text[end]) || text[end] == '.'); ++end) {
        if (text[end] == '.') {
            if (digits == 0 && dots > 0) return {};
            ++dots;
            digits = 0;
        } else if (++digits > 3) return {};
    }
    if (end < text.size() && (is_alnum(text[end]) || text[end] == '-')) return {};
    if (dots == 3 && text[end - 1] == '.') { // The full stop of a sentence.
        --end;
        --dots;
        digits = 1;
    }
    return dots == 2 && digits > 0 ? std::string(text.substr(at, end - at)) : std::string();
}

std::string status_in(std::string_view text)
{
    std::string vague;
    for (std::size_t at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
        if (at == 0 || !holds("245", text.substr(at - 1, 1))) continue;
        auto status = status_at(text, at - 1);
        if (status.empty()) continue;
        if (!status.ends_with(".0.0")) return status;
        if (vague.empty()) vague = std::move(status);
    }
    return vague;
}

std::string reply_in(std::string_view text)
{
    for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
        if (text[at] != '4' && text[at] != '5') continue;
        const bool alone = (at == 0 || (!is_alnum(text[at - 1]) && text[at - 1] != '.')) &&
                           (at + 3 == text.size() || (!is_alnum(text[at + 3]) && text[at + 3] != '.'));
        if (alone && is_digit(text[at + 1]) && text[at + 1] < '6' && is_digit(text[at + 2]))
            return std::string(text.substr(at, 3));
    }
    return {};
}

std::string address_in(std::string_view text)
{
    for (std::size_t at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
        std::size_t from = at, to = at + 1;
        while (from > 0 && at - from < 64 && is_letter_of_address(text[from - 1])) --from;
        while (from < at && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) ++from; // The rest of a letter.
        while (to < text.size() && to - at < 255 && (is_alnum(text[to]) || text[to] == '.' || text[to] == '-')) ++to;
        while (to > at + 1 && (text[to - 1] == '.' || text[to - 1] == '-')) --to;
        if (from < at && to > at + 1) return tidy_address(text.substr(from, to - from));
    }
    return {};
}

} // namespace amends::mail
