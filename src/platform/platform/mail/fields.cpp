// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/fields.h"

#include "platform/mail/ascii.h"

namespace amends::mail {

namespace {

constexpr std::size_t longest_value = 1'000'000;

// One line of the header, without its end; the source is moved behind it.
std::string_view take_line(std::string_view bytes, std::size_t& at)
{
    const auto end = bytes.find_first_of("\r\n", at);
    const auto line = bytes.substr(at, end == std::string_view::npos ? end : end - at);
    if (end == std::string_view::npos) at = bytes.size();
    else at = bytes.substr(end, 2) == "\r\n" ? end + 2 : end + 1;
    return line;
}

// Length of the field name, 0 when the line is no field. Blanks before the colon are forgiven.
std::size_t name_length(std::string_view line)
{
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return 0;
    const auto name = trim(line.substr(0, colon));
    const bool plain = std::ranges::all_of(name, [](char letter) { return letter > ' ' && letter < 127; });
    return plain && !is_blank(line.front()) ? name.size() : 0;
}

bool opens_mailbox(std::string_view line) { return line.starts_with("From ") || line.starts_with(">From "); }

} // namespace

std::string_view Fields::first(std::string_view name) const
{
    const auto found = std::ranges::find_if(all, [&](const Field& field) { return same(field.name, name); });
    return found == all.end() ? std::string_view() : trim(found->value);
}

std::vector<std::string_view> Fields::every(std::string_view name) const
{
    std::vector<std::string_view> found;
    for (const auto& field : all)
        if (same(field.name, name)) found.push_back(trim(field.value));
    return found;
}

bool Fields::has(std::string_view name) const
{
    return std::ranges::any_of(all, [&](const Field& field) { return same(field.name, name); });
}

namespace {

// A line of some program above the header: the next one must be a field that every mail has.
bool precedes_header(std::string_view bytes, std::size_t at)
{
    const auto line = take_line(bytes, at);
    const auto name = line.substr(0, name_length(line));
    for (const std::string_view known :
         {"return-path", "received", "delivered-to", "from", "to", "date", "subject", "message-id", "mime-version"})
        if (same(name, known)) return true;
    return false;
}

} // namespace

Fields fields_of(std::string_view bytes, std::size_t limit, std::size_t most_bytes)
{
    Fields fields;
    std::size_t at = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0; // A byte order mark of an editor.
    while (at < bytes.size() && (bytes[at] == '\r' || bytes[at] == '\n')) take_line(bytes, at);
    const auto from = at;
    while (at < bytes.size()) {
        const auto line = take_line(bytes, at);
        if (line.empty()) break;
        fields.cut = fields.cut || at - from > most_bytes;
        if (const auto length = name_length(line)) {
            fields.cut = fields.cut || fields.all.size() >= limit;
            if (fields.cut) continue;
            fields.all.push_back(
                {std::string(line.substr(0, length)), std::string(trim(line.substr(line.find(':') + 1)))});
        } else if (is_blank(line.front()) && !fields.all.empty()) {
            if (!fields.cut && fields.all.back().value.size() < longest_value)
                fields.all.back().value.append(" ").append(trim(line));
        } else if (fields.all.empty() && !trim(line).empty() && !opens_mailbox(line) && !precedes_header(bytes, at)) {
            return {}; // No header at all: everything is body.
        } // A broken line in the midst of the header is passed over, as mail programs do.
    }
    fields.body = at;
    return fields;
}

} // namespace amends::mail
