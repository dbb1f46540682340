// SPDX-License-Identifier: Apache-2.0
// Finds the end of a mail after DATA and takes the doubled dots out. Only CR LF . CR LF ends it: a server that takes a
// bare LF for the end of a line lets a sender smuggle a second mail, with any sender he likes, inside the first.
#pragma once

#include <string>
#include <string_view>

namespace amends::mail {

class LmtpData {
public:
    // Eats from the front of `wire` and appends to `mail`; true when the mail has ended.
    bool take(std::string_view& wire, std::string& mail);

private:
    enum class At : unsigned char { line_start, text, cr, dot, dot_cr };

    bool step(char letter, std::string& mail);

    At at_ = At::line_start;
};

} // namespace amends::mail
