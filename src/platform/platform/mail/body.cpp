// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/body.h"

#include "platform/mail/addresses.h"
#include "platform/mail/ascii.h"
#include "platform/mail/charset.h"
#include "platform/mail/flowed.h"
#include "platform/mail/html_nesting.h"
#include "platform/mail/part_name.h"
#include "platform/mail/uuencoded.h"

#include <iterator>
#include <utility>

namespace amends::mail {

namespace {

// A stretch of the text: one text part, or the two forms of one alternative.
struct Stretch {
    std::string plain{};
    std::string html{};
    std::size_t plain_form = 0, html_form = 0; // Which of the alternatives each is.
};

bool is_attachment(const Piece& piece) { return piece.disposition.value == "attachment"; }

std::string name_in(const Piece& piece)
{
    auto name = piece.disposition.parameter("filename");
    return name.empty() ? piece.type.parameter("name") : name;
}

// It is sent on as a header of our own some day: letters, digits and a few signs only.
bool is_media_type(std::string_view type)
{
    const auto plain = [](char letter) {
        return is_alnum(letter) || holds("/!#$&^_.+-", std::string_view(&letter, 1));
    };
    return type.size() <= 100 && std::ranges::count(type, '/') == 1 && type.front() != '/' && type.back() != '/' &&
           std::ranges::all_of(type, plain);
}

std::string without_brackets(std::string_view id)
{
    id = trim(id);
    if (id.starts_with('<')) id.remove_prefix(1);
    if (id.ends_with('>')) id.remove_suffix(1);
    return decoded(id.substr(0, 500));
}

class Sorting {
public:
    Sorting(Body& body, const Limits& limits) : body_(body), limits_(limits) {}

    void piece(Piece& piece, Stretch* alternative)
    {
        const auto& type = piece.type.value;
        if (type == "multipart/alternative") return choose(piece, alternative);
        if (type == "multipart/related") return with_pictures(piece, alternative);
        if (!piece.children.empty()) {
            for (auto& child : piece.children) this->piece(child, alternative);
            return;
        }
        if (type.starts_with("multipart/")) return;
        // The same text once more, for watches and in Google's own HTML.
        if (alternative && (type == "text/x-amp-html" || type == "text/watch-html")) return;
        if (is_body(piece, alternative)) text(piece, alternative);
        else attach(piece);
    }

    std::vector<Stretch> stretches{};

private:
    // The forms of one text; each kind counts once, the rest are attachments (an invitation, for example).
    void choose(Piece& piece, Stretch* outer)
    {
        Stretch stretch;
        for (auto& child : piece.children) {
            ++form_;
            this->piece(child, outer ? outer : &stretch);
        }
        if (!outer) stretches.push_back(std::move(stretch));
    }

    // The first part is the text, the others are what it refers to, pages of HTML among them.
    void with_pictures(Piece& piece, Stretch* alternative)
    {
        bool first = true;
        for (auto& child : piece.children) {
            if (std::exchange(first, false) || child.type.value.starts_with("multipart/"))
                this->piece(child, alternative);
            else attach(child);
        }
    }

    [[nodiscard]] bool is_body(const Piece& piece, const Stretch* alternative) const
    {
        const auto& type = piece.type.value;
        const bool html = type == "text/html" || type == "application/xhtml+xml";
        const bool text =
            html || type == "text/plain" || type == "text" || type == "text/enriched" || type == "text/richtext";
        if (!text || is_attachment(piece)) return false;
        // A form may go on behind a picture or a file (Apple Mail): text of the same form is joined.
        if (alternative && (html ? alternative->html : alternative->plain).empty()) return true;
        if (alternative)
            return name_in(piece).empty() && (html ? alternative->html_form : alternative->plain_form) == form_;
        // A named text is a file, unless it is the only text there is.
        if (!name_in(piece).empty()) return stretches.empty() && piece.disposition.value != "inline";
        return true;
    }

    void text(Piece& piece, Stretch* alternative)
    {
        const bool html = holds(piece.type.value, "html");
        auto words = to_utf8(html ? looked_at(piece.bytes) : shortened(piece.bytes), piece.type.parameter("charset"));
        if (same(piece.type.parameter("format"), "flowed"))
            words = unflowed(words, same(piece.type.parameter("delsp"), "yes"));
        if (!html) {
            words = take_uuencoded(std::move(words), body_.parts);
            if (text_bytes_ > limits_.text_bytes) attach(piece, "text.txt");
        }
        if (alternative) {
            auto& form = html ? alternative->html : alternative->plain;
            form += words;
            (html ? alternative->html_form : alternative->plain_form) = form_;
            return;
        }
        stretches.emplace_back();
        (html ? stretches.back().html : stretches.back().plain) = std::move(words);
    }

    // Nobody reads a text of a megabyte in a conversation; it would only make everything behind it slow. It is all
    // there, as a file.
    std::string_view shortened(std::string_view words)
    {
        const auto left = limits_.text_bytes - std::min(text_bytes_, limits_.text_bytes);
        text_bytes_ += words.size();
        if (words.size() <= left) return words;
        words = words.substr(0, left);
        return words.substr(0, words.rfind('\n')); // Of one endless line, what there is room for.
    }

    // What is far too large is only looked at to say so.
    [[nodiscard]] std::string_view looked_at(std::string_view html) const
    {
        return html.substr(0, 4 * (limits_.html_bytes + 1));
    }

    void attach(Piece& piece, std::string_view nameless = {})
    {
        Part part{.mime = piece.type.value, .content_id = without_brackets(piece.fields.first("Content-ID"))};
        if (!is_media_type(part.mime)) part.mime = "application/octet-stream";
        const auto given = name_in(piece);
        part.name = part_name(
            {.given = given.empty() ? std::string(nameless) : given,
             .location = decoded(piece.fields.first("Content-Location")),
             .mime = part.mime,
             .content_id = part.content_id,
             .message_subject = part.mime == "message/rfc822" ? decoded(fields_of(piece.bytes).first("Subject")) : ""},
            body_.parts);
        // Reports of delivery are read once more, by bounce.h.
        if (part.mime.starts_with("message/") || part.mime == "text/rfc822-headers") part.bytes = piece.bytes;
        else part.bytes = std::exchange(piece.bytes, {});
        body_.parts.push_back(std::move(part));
    }

    Body& body_;
    const Limits& limits_;
    std::size_t form_ = 0;
    std::size_t text_bytes_ = 0; // Of all plain texts so far.
};

std::string escaped(std::string_view text)
{
    std::string out = "<div style=\"white-space:pre-wrap\">";
    for (const char letter : text) {
        if (letter == '&') out += "&amp;";
        else if (letter == '<') out += "&lt;";
        else if (letter == '>') out += "&gt;";
        else out += letter;
    }
    return out + "</div>";
}

bool is_blank_text(std::string_view text) { return std::ranges::all_of(text, is_blank) || trim(text) == "\xC2\xA0"; }

std::vector<Line> lines_from(const Stretch& stretch, const Limits& limits, const Spent& spent, Body& body)
{
    body.tree.reset();
    if (spent.too_much()) {
        body.refused = "mail.too_slow";
        return {};
    }
    if (!is_blank_text(stretch.plain)) return plain_lines(stretch.plain);
    if (stretch.html.empty()) return {};
    const bool large = stretch.html.size() > limits.html_bytes;
    if (large || !shallow(stretch.html, limits.html_depth)) {
        body.refused = large ? "mail.html_too_large" : "mail.html_too_deep";
        return plain_lines(stripped_of_tags(std::string_view(stretch.html).substr(0, limits.text_bytes)));
    }
    body.tree = std::make_shared<const HtmlTree>(stretch.html);
    return html_lines(*body.tree);
}

} // namespace

Body body_of(Piece& root, const Limits& limits, const Spent& spent)
{
    Body body;
    Sorting sorting(body, limits);
    sorting.piece(root, nullptr);
    const bool any_html = std::ranges::any_of(sorting.stretches, [](const Stretch& one) { return !one.html.empty(); });
    for (const auto& stretch : sorting.stretches) {
        auto lines = lines_from(stretch, limits, spent, body);
        if (!body.lines.empty() && !lines.empty()) body.lines.emplace_back();
        if (body.lines.empty()) body.lines = std::move(lines);
        else std::ranges::move(lines, std::back_inserter(body.lines));
        if (any_html) body.html += stretch.html.empty() ? escaped(stretch.plain) : stretch.html;
    }
    if (sorting.stretches.size() != 1) body.tree.reset();
    return body;
}

} // namespace amends::mail
