// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/html_tree.h"

#include <gumbo.h>

namespace amends::mail {

namespace {

GumboOptions quiet()
{
    auto options = kGumboDefaultOptions;
    options.max_errors = 0; // Nobody reads them, and a hostile mail has millions.
    return options;
}

} // namespace

HtmlTree::HtmlTree(std::string_view html)
{
    const auto options = quiet();
    parsed_.reset(gumbo_parse_with_options(&options, html.data(), html.size()));
}

void HtmlTree::Destroy::operator()(GumboInternalOutput* parsed) const
{
    gumbo_destroy_output(&kGumboDefaultOptions, parsed);
}

} // namespace amends::mail
