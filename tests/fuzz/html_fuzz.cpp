// SPDX-License-Identifier: Apache-2.0
// sources: mail/charset mail/html_nesting mail/html_text mail/html_tree mail/quoted mail/reply_header
// sources: mail/wash mail/wash_style mail/washed_pictures
// libraries: -lfmt
// packages: gumbo icu-uc icu-i18n
// What the look before the parser lets through is not deep; what the washer writes are tags of its list and no others.
#include "fuzz/attack.h"
#include "platform/mail/html_nesting.h"
#include "platform/mail/quoted.h"
#include "platform/mail/wash.h"
#include "platform/mail/washed_pictures.h"

#include <gumbo.h>

#include <algorithm>

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

void only_our_tags(const std::string& html)
{
    const auto known = " " + std::string(mail::washed_elements()) + " ";
    for (std::size_t at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        auto tag = std::string_view(html).substr(at + 1);
        if (tag.starts_with('/')) tag.remove_prefix(1);
        const auto name = std::string(tag.substr(0, tag.find_first_of(" >")));
        must(known.find(" " + name + " ") != std::string::npos);
        must(tag.find('>') < tag.find('<'));
    }
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
    only_our_tags(washed.html);
    only_our_tags(mail::wash(mail::HtmlTree(washed.html)).html);
    only_our_tags(mail::with_pictures(washed.html, {[](auto id) { return "/files/" + std::string(id); },
                                                    [](auto address) { return std::string(address); }}));
    static_cast<void>(mail::visible_part(mail::html_lines(tree)));
}
