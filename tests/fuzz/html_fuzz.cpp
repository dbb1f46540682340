// SPDX-License-Identifier: Apache-2.0
// sources: mail/charset mail/html_nesting mail/html_text mail/html_tree mail/quoted mail/reply_header
// sources: mail/header_text mail/raster mail/wash mail/wash_style mail/washed_pictures
// libraries: -lfmt
// packages: gumbo icu-uc icu-i18n
// What the look before the parser lets through is not deep. What the washer writes are tags and attributes of its lists
// and no others, told twice: from the letters, and from the tree that a parser makes of them as a browser does. Nothing
// in it runs, loads or covers: no handler, no address but of a page, a letter box, a telephone or a picture, no style
// but plain ones.
#include "fuzz/attack.h"
#include "platform/mail/ascii.h"
#include "platform/mail/charset.h"
#include "platform/mail/html_nesting.h"
#include "platform/mail/quoted.h"
#include "platform/mail/wash.h"
#include "platform/mail/washed_pictures.h"

#include <gumbo.h>

#include <algorithm>
#include <array>

namespace {

using namespace amends;
using fuzz::must;

std::size_t depth_of(const GumboNode& node)
{
    if (node.type != GUMBO_NODE_ELEMENT && node.type != GUMBO_NODE_TEMPLATE) return 0;
    std::size_t deepest = 0;
    for (unsigned i = 0; i < node.v.element.children.length; ++i)
        deepest = std::max(deepest, depth_of(*static_cast<const GumboNode*>(node.v.element.children.data[i])));
    return deepest + 1;
}

// Paragraphs and the like, which are not counted, may double what is counted; html and body come on top.
void look_holds(std::string_view html, std::size_t depth)
{
    auto* parsed = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
    must(depth_of(*parsed->root) <= 3 * depth + 8);
    gumbo_destroy_output(&kGumboDefaultOptions, parsed);
}

bool lists(std::string_view list, std::string_view name)
{
    return !name.empty() && mail::holds(" " + std::string(list) + " ", " " + std::string(name) + " ");
}

void only_our_tags(std::string_view html)
{
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        auto tag = html.substr(at + 1);
        if (tag.starts_with('/')) tag.remove_prefix(1);
        must(lists(mail::washed_elements(), tag.substr(0, tag.find_first_of(" >"))));
        must(tag.find('>') < tag.find('<'));
    }
}

// The ends of a declaration as CSS has them: a semicolon outside of quotes and of brackets of any kind.
std::size_t end_of_declaration(std::string_view style)
{
    char quote = 0;
    int depth = 0;
    for (std::size_t at = 0; at < style.size(); ++at) {
        const char letter = style[at];
        if (quote != 0) quote = letter == quote ? '\0' : quote;
        else if (letter == '"' || letter == '\'') quote = letter;
        else if (letter == '(' || letter == '[') ++depth;
        else if ((letter == ')' || letter == ']') && depth > 0) --depth;
        else if (letter == ';' && depth == 0) return at;
    }
    return style.size();
}

void plain_style(std::string_view style)
{
    constexpr std::array families{"font", "text", "border", "padding", "margin"};
    constexpr std::string_view others =
        "color background-color direction unicode-bidi width max-width min-width height max-height line-height "
        "letter-spacing word-spacing white-space vertical-align word-break word-wrap overflow-wrap display "
        "list-style-type table-layout caption-side empty-cells hyphens tab-size";
    const auto small = mail::lower(style);
    must(small.find_first_of("\\@<>{}&") == small.npos);
    for (const auto* const word : {"url(", "expression", "image-set", "javascript", "behavior", "-moz-binding", "/*"})
        must(!mail::holds(small, word));
    for (std::string_view left = small; !left.empty();) {
        const auto end = end_of_declaration(left);
        const auto property = left.substr(0, std::min(left.find(':'), end));
        must(lists(others, property) ||
             std::ranges::any_of(families, [&](std::string_view family) { return property.starts_with(family); }));
        must(!property.starts_with("border-image"));
        left.remove_prefix(std::min(end + 1, left.size()));
    }
}

bool starts_with_one_of(std::string_view address, std::initializer_list<std::string_view> starts)
{
    return std::ranges::any_of(starts, [&](auto start) { return mail::starts_as(address, start); });
}

void plain_attribute(std::string_view element, std::string_view name, std::string_view value)
{
    must(lists(mail::washed_attributes(), name) || lists("data-cid rel target", name));
    must(!name.starts_with("on"));
    if (name == "href") must(element == "a" && starts_with_one_of(value, {"http:", "https:", "mailto:", "tel:"}));
    if (name == "src")
        must(element == "img" &&
             starts_with_one_of(value, {"data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,",
                                        "data:image/webp;base64,", "/files/"}));
    if (name == "data-remote") must(element == "img" && starts_with_one_of(value, {"https://", "http://"}));
    if (name == "target") must(element == "a" && value == "_blank");
    if (name == "style") plain_style(value);
}

// What a browser makes of it: a document's own three elements are added by every parser.
void plain_tree(const GumboNode& node)
{
    must(node.type != GUMBO_NODE_TEMPLATE && node.type != GUMBO_NODE_COMMENT && node.type != GUMBO_NODE_CDATA);
    if (node.type != GUMBO_NODE_ELEMENT) return;
    const auto& element = node.v.element;
    const std::string_view name = gumbo_normalized_tagname(element.tag);
    const bool added = lists("html head body", name) && element.attributes.length == 0;
    must(element.tag_namespace == GUMBO_NAMESPACE_HTML && (added || lists(mail::washed_elements(), name)));
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
        plain_attribute(name, attribute.name, attribute.value);
    }
    for (unsigned i = 0; i < element.children.length; ++i)
        plain_tree(*static_cast<const GumboNode*>(element.children.data[i]));
}

void nothing_survives(const std::string& html)
{
    must(mail::is_utf8(html) && html.find('\0') == html.npos);
    only_our_tags(html);
    const mail::HtmlTree tree(html);
    plain_tree(*tree.root().root);
}

} // namespace

void amends::fuzz::attack(std::string_view html)
{
    constexpr std::size_t depth = 40;
    static_cast<void>(mail::stripped_of_tags(html));
    if (!mail::shallow(html, depth)) return;
    look_holds(html, depth);
    const mail::HtmlTree tree(html);
    const auto washed = mail::wash(tree);
    nothing_survives(washed.html);
    nothing_survives(mail::wash(mail::HtmlTree(washed.html)).html);
    nothing_survives(mail::with_pictures(washed.html, {[](auto id) { return "/files/" + std::string(id); },
                                                       [](auto address) { return std::string(address); }}));
    static_cast<void>(mail::visible_part(mail::html_lines(tree)));
}
