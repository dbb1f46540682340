// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/washed_pictures.h"

#include "platform/mail/ascii.h"

#include <array>
#include <utility>

namespace amends::mail {

namespace {

constexpr std::array<std::pair<std::string_view, char>, 6> written = {
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&#96;", '`'}}};

std::string read_value(std::string_view value)
{
    std::string out;
    for (std::size_t at = 0; at < value.size(); ++at) {
        const auto found =
            std::ranges::find_if(written, [&](const auto& one) { return value.substr(at).starts_with(one.first); });
        out += found == written.end() ? value[at] : found->second;
        at += found == written.end() ? 0 : found->first.size() - 1;
    }
    return out;
}

void write_attribute(std::string& out, std::string_view name, std::string_view value)
{
    out.append(" ").append(name).append("=\"");
    for (const char letter : value) {
        const auto found = std::ranges::find(written, letter, &std::pair<std::string_view, char>::second);
        if (found == written.end()) out += letter;
        else out += found->first;
    }
    out += '"';
}

// <img a="..." b="...">: quotes within values are escaped, so the next quote always ends the value.
void write_picture(std::string& out, std::string_view tag, const PictureAddresses& addresses)
{
    out += "<img";
    for (std::size_t at = 4; at < tag.size();) {
        const auto equals = tag.find("=\"", at);
        if (equals == std::string_view::npos) break;
        const auto end = tag.find('"', equals + 2);
        const auto name = trim(tag.substr(at, equals - at));
        const auto value = read_value(tag.substr(equals + 2, end - equals - 2));
        at = end == std::string_view::npos ? tag.size() : end + 1;
        if (name == "data-cid") {
            if (const auto address = addresses.part ? addresses.part(value) : ""; !address.empty())
                write_attribute(out, "src", address);
        } else if (name == "data-remote") {
            if (const auto address = addresses.remote ? addresses.remote(value) : ""; !address.empty())
                write_attribute(out, "data-remote", address);
        } else write_attribute(out, name, value);
    }
    out += '>';
}

} // namespace

std::string with_pictures(std::string_view washed, const PictureAddresses& addresses)
{
    std::string out;
    while (!washed.empty()) {
        const auto open = washed.find("<img");
        out += washed.substr(0, open);
        if (open == std::string_view::npos) break;
        const auto close = std::min(washed.find('>', open), washed.size() - 1);
        write_picture(out, washed.substr(open, close - open), addresses);
        washed.remove_prefix(close + 1);
    }
    return out;
}

} // namespace amends::mail
