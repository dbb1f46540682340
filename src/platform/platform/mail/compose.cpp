// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/compose.h"

#include "base/result.h"
#include "platform/mail/ascii.h"
#include "platform/mail/encoded.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace amends::mail {
namespace {

// So many bytes of the letter at the front; 0 when it is broken.
std::size_t letter_size(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    const std::size_t size = first < 0x80   ? 1
                             : first < 0xc2 ? 0
                             : first < 0xe0 ? 2
                             : first < 0xf0 ? 3
                             : first < 0xf5 ? 4
                                            : 0;
    if (size > text.size()) return 0;
    for (std::size_t at = 1; at < size; ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xc0U) != 0x80U) return 0;
    return size;
}

// Also U+0080 to U+009F and the separators of lines and paragraphs, which some programs take for line ends.
bool control(std::string_view letter)
{
    const auto first = static_cast<unsigned char>(letter.front());
    if (letter.size() == 1) return first < 0x20 || first == 0x7f;
    return (first == 0xc2 && static_cast<unsigned char>(letter[1]) < 0xa0) || letter == "\u2028" || letter == "\u2029";
}

void add(std::string& out, std::string_view name, std::string_view value)
{
    if (!value.empty()) out.append(name).append(": ").append(value).append("\r\n");
}

std::string written(const Mailbox& box)
{
    const auto& address = box.address.text();
    if (address.empty() || address.find_first_of(" <>,;\"") != std::string::npos)
        throw Failure("this is no address for a mail");
    if (box.name.empty()) return address;
    return encoded_phrase(box.name.text()) + "\r\n <" + address + ">";
}

std::string written(const std::vector<Mailbox>& boxes)
{
    std::string out;
    for (const auto& box : boxes) out += (out.empty() ? "" : ",\r\n ") + written(box);
    return out;
}

std::string in_brackets(const HeaderText& id) { return id.empty() ? std::string() : "<" + id.text() + ">"; }

std::string written(const std::vector<HeaderText>& ids)
{
    std::string out;
    for (const auto& id : ids) out += (out.empty() ? "" : "\r\n ") + in_brackets(id);
    return out;
}

std::string written(Instant at)
{
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(at - day));
    return fmt::format("{}, {} {} {} {:02}:{:02}:{:02} +0000", days.at(std::chrono::weekday(day).c_encoding()),
                       static_cast<unsigned>(date.day()), months.at(static_cast<unsigned>(date.month()) - 1),
                       static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                       time.seconds().count());
}

// Text of mostly other letters than ASCII is shorter in base64.
std::string text_part(std::string_view type, std::string_view text)
{
    const auto others =
        std::ranges::count_if(text, [](char letter) { return static_cast<unsigned char>(letter) > 0x7f; });
    const bool dense = static_cast<std::size_t>(others) * 6 > text.size();
    return fmt::format("Content-Type: {}; charset=utf-8\r\nContent-Transfer-Encoding: {}\r\n\r\n{}", type,
                       dense ? "base64" : "quoted-printable", dense ? base64_lines(text) : quoted_printable(text));
}

// What may not be encoded (mails, parts of parts) is called what any file may be called.
std::string_view sound_type(std::string_view type)
{
    const auto token = [](char letter) { return is_alnum(letter) || letter == '.' || letter == '+' || letter == '-'; };
    const auto slash = type.find('/');
    const bool sound = slash != std::string_view::npos && slash > 0 && slash + 1 < type.size() && type.size() < 100 &&
                       std::ranges::all_of(type.substr(0, slash), token) &&
                       std::ranges::all_of(type.substr(slash + 1), token);
    if (!sound || starts_as(type, "message/") || starts_as(type, "multipart/")) return "application/octet-stream";
    return type;
}

std::string file_part(const Enclosure& file)
{
    return fmt::format(
        "Content-Type: {}\r\nContent-Disposition: attachment{}\r\nContent-Transfer-Encoding: base64\r\n\r\n{}",
        sound_type(file.type.text()), encoded_parameter("filename", file.name.empty() ? "file" : file.name.text()),
        base64_lines(file.bytes));
}

// "=_" stands in no encoded body, so that no text can end a part.
std::string boundary(const Composition& mail, char level)
{
    std::string mark;
    for (const char letter : mail.message_id.text())
        if (is_alnum(letter) && mark.size() < 40) mark += letter;
    return fmt::format("=_{}_{}", level, mark);
}

std::string multipart(std::string_view type, const std::string& boundary, const std::vector<std::string>& parts)
{
    auto out = fmt::format("Content-Type: multipart/{};\r\n boundary=\"{}\"\r\n\r\n", type, boundary);
    for (const auto& part : parts) out += "--" + boundary + "\r\n" + part;
    return out + "--" + boundary + "--\r\n";
}

std::string body(const Composition& mail)
{
    auto words = text_part("text/plain", mail.text);
    if (!mail.html.empty())
        words = multipart("alternative", boundary(mail, 'a'), {words, text_part("text/html", mail.html)});
    if (mail.files.empty()) return words;
    std::vector<std::string> parts{std::move(words)};
    for (const auto& file : mail.files) parts.push_back(file_part(file));
    return multipart("mixed", boundary(mail, 'm'), parts);
}

} // namespace

std::optional<HeaderText> HeaderText::strict(std::string_view text)
{
    auto clean = cleaned(text);
    if (clean.text_ != text) return std::nullopt;
    return clean;
}

HeaderText HeaderText::cleaned(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const auto size = letter_size(text);
        const auto letter = text.substr(0, std::max<std::size_t>(size, 1));
        out += size == 0 ? std::string_view("\uFFFD") : control(letter) ? std::string_view(" ") : letter;
        text.remove_prefix(letter.size());
    }
    return HeaderText(std::move(out));
}

std::string compose(const Composition& mail)
{
    std::string out;
    add(out, "From", written(mail.from));
    add(out, "To", written(mail.to));
    add(out, "Cc", written(mail.cc));
    add(out, "Reply-To", mail.reply_to.text());
    add(out, "Subject", encoded_words(mail.subject.text()));
    add(out, "Date", written(mail.date));
    add(out, "Message-ID", in_brackets(mail.message_id));
    add(out, "In-Reply-To", in_brackets(mail.in_reply_to));
    add(out, "References", written(mail.references));
    add(out, "Content-Language", mail.language.text());
    add(out, "Auto-Submitted", mail.automatic ? "auto-replied" : "");
    add(out, "X-Auto-Response-Suppress", mail.automatic ? "All" : "");
    add(out, "MIME-Version", "1.0");
    return out + body(mail);
}

} // namespace amends::mail
