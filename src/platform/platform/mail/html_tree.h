// SPDX-License-Identifier: Apache-2.0
// HTML as a browser's parser sees it, parsed once for its words and for its wash.
#pragma once

#include <memory>
#include <string_view>

struct GumboInternalOutput;

namespace amends::mail {

class HtmlTree {
public:
    // Expects HTML that was found shallow.
    explicit HtmlTree(std::string_view html);

    [[nodiscard]] const GumboInternalOutput& root() const { return *parsed_; }

private:
    struct Destroy {
        void operator()(GumboInternalOutput* parsed) const;
    };
    std::unique_ptr<GumboInternalOutput, Destroy> parsed_;
};

} // namespace amends::mail
