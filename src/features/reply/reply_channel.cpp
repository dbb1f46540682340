// SPDX-License-Identifier: Apache-2.0
#include "reply/reply_channel.h"

#include "platform/mail/compose.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace amends::reply {
namespace {

using mail::HeaderText;

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char letter : text) {
        if (letter == '&') out += "&amp;";
        else if (letter == '<') out += "&lt;";
        else if (letter == '>') out += "&gt;";
        else if (letter == '"') out += "&quot;";
        else if (static_cast<unsigned char>(letter) >= 0x20 || letter == '\t') out += letter;
    }
    return out;
}

std::string_view direction(bool right) { return right ? "rtl" : "ltr"; }

std::vector<std::string_view> lines_of(std::string_view text)
{
    std::vector<std::string_view> lines;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        auto line = text.substr(at, end - at);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        lines.push_back(line);
        at = end + 1;
    }
    return lines;
}

// A line that runs the other way begins a paragraph of its own; one without words goes with what stands before it.
class Paragraphs {
public:
    explicit Paragraphs(bool right) : right_(right) {}

    void add(std::string_view text)
    {
        for (const auto line : lines_of(text)) {
            if (trimmed(line).empty()) {
                close();
                continue;
            }
            const bool right = from_the_right(line).value_or(right_);
            if (right != right_) close();
            right_ = right;
            lines_ += (lines_.empty() ? "" : "<br>\n") + escaped(line);
        }
        close();
    }

    void add_link(std::string_view words, std::string_view link)
    {
        right_ = from_the_right(words).value_or(right_);
        const auto address = escaped(link);
        lines_ = fmt::format(R"({}<br>{}<a href="{}" dir="ltr">{}</a>)", escaped(words), "\n", address, address);
        close();
    }

    [[nodiscard]] std::string done() && { return std::move(out_); }

private:
    void close()
    {
        if (lines_.empty()) return;
        out_ += fmt::format("<p dir=\"{}\" style=\"text-align:{}\">{}</p>\n", direction(right_),
                            right_ ? "right" : "left", lines_);
        lines_.clear();
    }

    bool right_;
    std::string lines_{};
    std::string out_{};
};

std::string text_of(const Letter& letter)
{
    std::string text = letter.text;
    if (!letter.next_update.empty()) text += "\n\n" + letter.next_update;
    if (!letter.link.empty()) text += "\n\n" + letter.link_words + "\n" + letter.link;
    if (!letter.signature.empty()) text += "\n\n-- \n" + letter.signature;
    return text + "\n";
}

std::vector<mail::Mailbox> boxes(const std::vector<Named>& list)
{
    std::vector<mail::Mailbox> boxes;
    for (const auto& [name, address] : list) boxes.push_back({HeaderText::cleaned(name), HeaderText::cleaned(address)});
    return boxes;
}

std::vector<HeaderText> cleaned(const std::vector<std::string>& list)
{
    std::vector<HeaderText> out;
    std::ranges::transform(list, std::back_inserter(out), [](const auto& text) { return HeaderText::cleaned(text); });
    return out;
}

Handed heard(mail::Handed said)
{
    // When it is we who are refused, nothing is wrong with the mail: it waits until we are let in again.
    const auto kind = said.authentication ? mail::Handed::later : said.kind;
    switch (kind) {
    case mail::Handed::accepted: return {Handed::accepted, std::move(said.provider_ref), said.after};
    case mail::Handed::later: return {Handed::later, std::move(said.reason), said.after};
    case mail::Handed::failed: return {Handed::failed, std::move(said.reason), said.after};
    case mail::Handed::unconfirmed: return {Handed::unconfirmed, std::move(said.reason), said.after};
    }
    return {};
}

} // namespace

std::string html_of(const Letter& letter)
{
    Paragraphs paragraphs(letter.right_to_left);
    paragraphs.add(letter.text);
    if (!letter.next_update.empty()) paragraphs.add(letter.next_update);
    if (!letter.link.empty()) paragraphs.add_link(letter.link_words, letter.link);
    if (!letter.signature.empty()) paragraphs.add(letter.signature);
    return fmt::format("<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\"><head><meta charset=\"utf-8\"></head><body>\n{}"
                       "</body></html>\n",
                       escaped(letter.language), direction(letter.right_to_left), std::move(paragraphs).done());
}

std::string mail_of(const Letter& letter, const Files& files)
{
    mail::Composition mail{.from = {HeaderText::cleaned(letter.from.name), HeaderText::cleaned(letter.from.address)},
                           .to = boxes(letter.to),
                           .cc = boxes(letter.cc),
                           .reply_to = HeaderText::cleaned(letter.reply_to),
                           .subject = HeaderText::cleaned(letter.subject),
                           .message_id = HeaderText::cleaned(letter.message_id_line),
                           .in_reply_to = HeaderText::cleaned(letter.in_reply_to),
                           .references = cleaned(letter.references),
                           .date = letter.date,
                           .language = HeaderText::cleaned(letter.language),
                           .automatic = letter.automatic,
                           .text = text_of(letter),
                           .html = html_of(letter)};
    for (const auto& file : letter.files)
        mail.files.push_back({HeaderText::cleaned(file.name), HeaderText::cleaned(file.mime), files.read(file.blob)});
    return mail::compose(mail);
}

Handed hand_over(const Letter& letter, std::string bytes, Line& line)
{
    return heard(line.send({.from = letter.envelope_from,
                            .to = letter.to_address,
                            .envelope_id = letter.envelope_id,
                            .bytes = std::move(bytes)}));
}

} // namespace amends::reply
