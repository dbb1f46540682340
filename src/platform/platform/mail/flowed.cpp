// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/flowed.h"

#include "platform/mail/ascii.h"

namespace amends::mail {

namespace {

struct FlowedLine {
    std::size_t quotes = 0;
    std::string_view text{};
    bool goes_on = false;
};

FlowedLine read(std::string_view line)
{
    FlowedLine out;
    while (out.quotes < line.size() && line[out.quotes] == '>') ++out.quotes;
    out.text = line.substr(out.quotes);
    if (out.text.starts_with(' ')) out.text.remove_prefix(1); // It was put there to protect what follows.
    // "-- " is the sign of a signature, not a broken line.
    out.goes_on = out.text.ends_with(' ') && out.text != "-- ";
    return out;
}

} // namespace

std::string unflowed(std::string_view text, bool delete_space)
{
    std::string out;
    FlowedLine before;
    for (const auto line : lines_of(text)) {
        const auto now = read(line);
        const bool joined = before.goes_on && before.quotes == now.quotes && now.text != "-- ";
        if (!joined) {
            if (!out.empty() || before.quotes > 0 || !before.text.empty()) out += '\n';
            out.append(now.quotes, '>');
            if (now.quotes > 0 && !now.text.empty()) out += ' ';
        }
        out += now.text;
        if (now.goes_on && delete_space) out.pop_back();
        before = now;
    }
    return out;
}

} // namespace amends::mail
