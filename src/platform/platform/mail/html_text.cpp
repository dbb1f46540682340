// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/html_text.h"

#include "platform/mail/ascii.h"

#include <gumbo.h>

#include <array>
#include <optional>
#include <utility>

namespace amends::mail {

namespace {

std::string_view attribute(const GumboElement& element, const char* name)
{
    const auto* found = gumbo_get_attribute(&element.attributes, name);
    return found ? found->value : "";
}

bool has_class(std::string_view classes, std::string_view name)
{
    for (std::size_t at = 0; at < classes.size();) {
        const auto end = std::min(classes.find_first_of(" \t\r\n", at), classes.size());
        auto one = classes.substr(at, end - at);
        // Outlook puts "x_" before the names of what it quotes.
        while (one.starts_with("x_")) one.remove_prefix(2);
        if (one == name) return true;
        at = end + 1;
    }
    return false;
}

std::string_view without_x(std::string_view id)
{
    while (id.starts_with("x_")) id.remove_prefix(2);
    return id;
}

constexpr auto quoting_classes = std::to_array<std::string_view>({
    "gmail_quote",
    "gmail_quote_container",
    "yahoo_quoted",
    "protonmail_quote",
    "zmail_extra",
    "tutanota_quote",
    "moz-cite-prefix",
    "gmail_extra_quote",
    "mailbird_quote",
});
constexpr auto tail_ids = std::to_array<std::string_view>({
    "divRplyFwdMsg",
    "appendonsend",
    "mail-editor-reference-message-container",
    "reply-intro",
    "OLK_SRC_BODY_SECTION",
    "isForwardContent",
    "replySplit",
    "stopSpelling",
    "zwchr",
});
constexpr auto signature_names = std::to_array<std::string_view>({
    "gmail_signature",
    "moz-signature",
    "protonmail_signature_block",
    "Signature",
    "ms-outlook-mobile-signature",
    "AppleMailSignature",
    "signature",
    "lineBreakAtBeginningOfSignature",
});

// "border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm": Outlook's line above the mail it quotes.
bool is_outlook_rule(std::string_view style)
{
    std::string plain;
    for (const char letter : style.substr(0, 300))
        if (!is_blank(letter)) plain += lower(letter);
    return plain.starts_with("border:none;border-top:solid") &&
           (holds(plain, "padding:3.0pt0") || holds(plain, "padding:3pt0"));
}

// In lower case, without blanks.
std::string plain_style(std::string_view style)
{
    std::string plain;
    for (const char letter : style.substr(0, 2'000))
        if (!is_blank(letter)) plain += lower(letter);
    return plain;
}

// "margin:0 0 0 40px;border:none;padding:0px": a paragraph that Gmail moved to the right quotes nobody.
bool is_indent(std::string_view style)
{
    const auto plain = plain_style(style);
    return holds(plain, "border:none") || holds(plain, "border:0");
}

// Shown as nothing.
bool is_hidden(std::string_view style)
{
    const auto plain = plain_style(style);
    return holds(plain, "display:none") || holds(plain, "mso-hide:all");
}

Mark mark_of(const GumboElement& element)
{
    const auto id = without_x(attribute(element, "id"));
    const auto classes = attribute(element, "class");
    if (std::ranges::find(tail_ids, id) != tail_ids.end()) return Mark::tail;
    if (has_class(classes, "OutlookMessageHeader") || is_outlook_rule(attribute(element, "style"))) return Mark::tail;
    for (const auto name : quoting_classes)
        if (has_class(classes, name)) return Mark::quoted;
    for (const auto name : signature_names)
        if (id == name || has_class(classes, name)) return Mark::signature;
    return Mark::none;
}

enum class Flow : std::uint8_t { within, line, paragraph, skipped };

Flow flow_of(GumboTag tag)
{
    switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_NOSCRIPT: return Flow::skipped;
    case GUMBO_TAG_P:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_HR: return Flow::paragraph;
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET: return Flow::line;
    default: return Flow::within;
    }
}

class Writer {
public:
    void children(const GumboVector& nodes)
    {
        for (unsigned i = 0; i < nodes.length; ++i) node(*static_cast<const GumboNode*>(nodes.data[i]));
    }

    std::vector<Line> finish()
    {
        end_line();
        while (!lines_.empty() && lines_.back().text.empty()) lines_.pop_back();
        return std::move(lines_);
    }

private:
    void node(const GumboNode& node)
    {
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA)
            words(node.v.text.text);
        else if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) element(node.v.element);
    }

    void element(const GumboElement& element)
    {
        const auto flow = flow_of(element.tag);
        if (flow == Flow::skipped || is_hidden(attribute(element, "style"))) return;
        if (element.tag == GUMBO_TAG_BR) return new_line();
        if (element.tag == GUMBO_TAG_TD || element.tag == GUMBO_TAG_TH) pending_ = !text_.empty();
        if (flow != Flow::within) end_line();
        if (flow == Flow::paragraph) gap();

        const auto before = mark_;
        const auto own = mark_of(element);
        const bool quote = element.tag == GUMBO_TAG_BLOCKQUOTE && !is_indent(attribute(element, "style"));
        if (own != Mark::none && mark_ != Mark::tail) {
            end_line();
            mark_ = own;
        }
        quotes_ += quote ? 1U : 0U;
        preformatted_ += element.tag == GUMBO_TAG_PRE ? 1U : 0U;
        if (element.tag == GUMBO_TAG_LI) text_ = "- ";
        children(element.children);
        if (flow != Flow::within || own != Mark::none) end_line();
        preformatted_ -= element.tag == GUMBO_TAG_PRE ? 1U : 0U;
        quotes_ -= quote ? 1U : 0U;
        if (flow == Flow::paragraph) gap();
        if (mark_ != Mark::tail) mark_ = before;
    }

    // Blanks collapse into one, except in preformatted text; a no-break space is a blank.
    void words(std::string_view text)
    {
        for (std::size_t at = 0; at < text.size(); ++at) {
            const bool hard = text.substr(at, 2) == "\xC2\xA0";
            if (preformatted_ > 0 && text[at] == '\n') {
                new_line();
            } else if (preformatted_ > 0 && text[at] == '\r') {
                continue;
            } else if (hard || is_blank(text[at])) {
                if (preformatted_ > 0) text_ += ' ';
                else pending_ = true;
                at += hard ? 1 : 0;
            } else if (text.substr(at, 3) == "\xE2\x80\x8B" || text.substr(at, 3) == "\xEF\xBB\xBF") {
                at += 2; // Zero-width: nothing to read.
            } else {
                if (pending_ && !text_.empty() && text_.back() != ' ') text_ += ' ';
                pending_ = false;
                text_ += text[at];
            }
        }
    }

    void new_line()
    {
        const bool full = !trim(text_).empty();
        end_line();
        if (!full) push({});
    }

    void end_line()
    {
        pending_ = false;
        while (text_.ends_with(' ')) text_.pop_back();
        if (!text_.empty()) push(std::exchange(text_, {}));
    }

    void gap()
    {
        if (!lines_.empty() && !lines_.back().text.empty() && !trim_quotes(lines_.back().text).empty()) push({});
    }

    static std::string_view trim_quotes(std::string_view text)
    {
        while (text.starts_with('>') || text.starts_with(' ')) text.remove_prefix(1);
        return text;
    }

    void push(std::string text)
    {
        std::string prefix;
        for (std::size_t i = 0; i < std::min<std::size_t>(quotes_, 20); ++i) prefix += "> ";
        auto mark = mark_;
        if (quotes_ > 0 && mark == Mark::none) mark = Mark::quoted;
        while (text.empty() && prefix.ends_with(' ')) prefix.pop_back();
        lines_.push_back({prefix + text, mark});
    }

    std::vector<Line> lines_{};
    std::string text_{};
    bool pending_ = false;
    std::size_t quotes_ = 0, preformatted_ = 0;
    Mark mark_ = Mark::none;
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> entities = {
    {{"&nbsp;", " "}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&#39;", "'"}, {"&amp;", "&"}}};

} // namespace

std::vector<Line> html_lines(const HtmlTree& html)
{
    Writer writer;
    writer.children(html.root().document->v.document.children);
    return writer.finish();
}

std::string stripped_of_tags(std::string_view html)
{
    std::string out;
    bool inside = false;
    for (std::size_t at = 0; at < html.size(); ++at) {
        const char letter = html[at];
        if (letter == '<') inside = true;
        else if (letter == '>' && inside) {
            inside = false;
            if (!out.empty() && !is_blank(out.back())) out += ' ';
        } else if (!inside && letter == '&') {
            const auto found = std::ranges::find_if(
                entities, [&](const auto& e) { return html.substr(at, e.first.size()) == e.first; });
            out += found == entities.end() ? std::string_view("&") : found->second;
            if (found != entities.end()) at += found->first.size() - 1;
        } else if (!inside) out += letter;
    }
    return out;
}

std::vector<Line> plain_lines(std::string_view text)
{
    std::vector<Line> lines;
    const auto parts = lines_of(text);
    lines.reserve(parts.size());
    for (const auto line : parts) lines.push_back({std::string(line), Mark::none});
    return lines;
}

std::string text_of(std::span<const Line> lines)
{
    std::string out;
    for (const auto& line : lines) out.append(line.text).append("\n");
    while (out.ends_with('\n')) out.pop_back();
    return out;
}

} // namespace amends::mail
