// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/lmtp_data.h"

#include <algorithm>

namespace amends::mail {

bool LmtpData::take(std::string_view& wire, std::string& mail)
{
    while (!wire.empty()) {
        if (at_ == At::text) {
            const auto plain = std::min(wire.find('\r'), wire.size());
            mail.append(wire.substr(0, plain));
            wire.remove_prefix(plain);
            if (wire.empty()) return false;
        }
        const char letter = wire.front();
        wire.remove_prefix(1);
        if (step(letter, mail)) return true;
    }
    return false;
}

bool LmtpData::step(char letter, std::string& mail)
{
    const bool line_ends = letter == '\n';
    if (at_ == At::dot_cr && line_ends) return true;
    if (at_ == At::line_start && letter == '.') {
        at_ = At::dot;
        return false;
    }
    if (at_ == At::dot && letter == '\r') {
        at_ = At::dot_cr;
        return false;
    }
    if (at_ == At::dot_cr) mail += '\r'; // The dot before it was a doubled one, after all.
    const bool after_cr = at_ == At::cr || at_ == At::dot_cr;
    mail += letter;
    if (letter == '\r') at_ = At::cr;
    else at_ = after_cr && line_ends ? At::line_start : At::text;
    return false;
}

} // namespace amends::mail
