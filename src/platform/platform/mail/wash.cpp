// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/wash.h"

#include "platform/mail/ascii.h"
#include "platform/mail/charset.h"
#include "platform/mail/header_text.h"
#include "platform/mail/raster.h"
#include "platform/mail/wash_style.h"

#include <gumbo.h>

#include <optional>

namespace amends::mail {

namespace {

constexpr std::string_view elements =
    "a abbr address b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em "
    "font "
    "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strike strong sub summary sup "
    "table tbody td tfoot th thead tr tt u ul var wbr";
constexpr std::string_view attributes =
    "abbr align alt axis bgcolor border cellpadding cellspacing color cols colspan data-remote dir face height href "
    "lang rowspan rules scope size span src start style summary title type valign width";
// Dropped with all that is in them; of every other unknown element the content stays.
constexpr std::string_view dropped =
    "script style svg math object embed applet iframe frame frameset noframes noembed noscript template input button "
    "select option optgroup textarea datalist output meter progress title head base link meta audio video source track "
    "canvas map area param portal dialog slot xmp plaintext listing marquee bgsound keygen image";
constexpr std::string_view hollow = "br col hr img wbr";

bool lists(std::string_view list, std::string_view name)
{
    for (std::size_t at = list.find(name); at != std::string_view::npos && !name.empty();
         at = list.find(name, at + 1)) {
        const bool begins = at == 0 || list[at - 1] == ' ';
        const auto end = at + name.size();
        if (begins && (end == list.size() || list[end] == ' ')) return true;
    }
    return false;
}

// The address without what browsers ignore in it: blanks around, tabs and line ends within.
std::string bare_address(std::string_view address)
{
    std::string out;
    for (const char letter : whole_letters(address, 4'000))
        if (static_cast<unsigned char>(letter) > 0x20 || letter == ' ') out += letter;
    return std::string(trim(out));
}

bool is_link(std::string_view address)
{
    return starts_as(address, "https:") || starts_as(address, "http:") || starts_as(address, "mailto:") ||
           starts_as(address, "tel:");
}

bool is_web(std::string_view address) { return starts_as(address, "https://") || starts_as(address, "http://"); }

// "data:image/png;base64,...": a picture within; SVG is none, because it can run, and a bomb is none either.
bool is_own_picture(std::string_view address)
{
    for (const std::string_view start :
         {"data:image/png;base64,", "data:image/jpeg;base64,", "data:image/gif;base64,", "data:image/webp;base64,"})
        if (starts_as(address, start)) {
            const auto bytes = address.substr(start.size());
            return bytes.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=") ==
                       std::string_view::npos &&
                   showable(from_base64(bytes));
        }
    return false;
}

// The host of "https://user@host:port/path", in lower case, without "www.".
std::string host_of(std::string_view address)
{
    const auto start = address.find("//");
    if (start == std::string_view::npos) return {};
    auto host = address.substr(start + 2);
    host = host.substr(0, host.find_first_of("/?#\\"));
    if (const auto at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
    auto small = lower(host.substr(0, host.find(':')));
    if (small.starts_with("www.")) small.erase(0, 4);
    return small;
}

// The host that a link's text claims to lead to; empty when it claims none.
std::string claimed_host(std::string_view text)
{
    const auto small = lower(text.substr(0, 2'000));
    auto at = small.find("://");
    if (at != std::string::npos) return host_of(small.substr(at + 1));
    at = small.find("www.");
    if (at != std::string::npos)
        return host_of("//" + small.substr(at, small.find_first_of(" \t\r\n<>()\"'", at) - at));
    // "bank.example" alone is a claim as well.
    const auto word = trim(small);
    const auto host = word.substr(0, word.find('/'));
    const auto dot = host.rfind('.');
    const bool plain = std::ranges::all_of(host, [](char letter) {
        return is_alnum(letter) || letter == '.' || letter == '-' || static_cast<unsigned char>(letter) >= 0x80;
    });
    if (!plain || dot == std::string_view::npos || dot == 0 || host.size() - dot < 3 || is_digit(host.back()))
        return {};
    return std::string(host);
}

class Washer {
public:
    Washed wash(const GumboNode& node)
    {
        children(node.v.document.children);
        return std::move(out_);
    }

private:
    void children(const GumboVector& nodes)
    {
        for (unsigned i = 0; i < nodes.length; ++i) node(*static_cast<const GumboNode*>(nodes.data[i]));
    }

    void node(const GumboNode& node)
    {
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA)
            text(node.v.text.text, out_.html);
        else if (node.type == GUMBO_NODE_ELEMENT) element(node.v.element);
    }

    void element(const GumboElement& element)
    {
        // Names come from our own list, never from the mail: what the parser does not know by number is unknown.
        const std::string_view name = element.tag == GUMBO_TAG_UNKNOWN ? "" : gumbo_normalized_tagname(element.tag);
        if (element.tag_namespace != GUMBO_NAMESPACE_HTML || lists(dropped, name)) return;
        if (!lists(elements, name)) return children(element.children);
        if (name == "img") return picture(element);
        out_.html.append("<").append(name);
        plain_attributes(element);
        if (name == "a") return link(element);
        out_.html += '>';
        if (lists(hollow, name)) return;
        children(element.children);
        out_.html.append("</").append(name).append(">");
    }

    void link(const GumboElement& element)
    {
        const auto address = bare_address(value_of(element, "href"));
        const bool leads = is_link(address);
        if (leads) {
            attribute("href", address);
            attribute("rel", "noopener noreferrer nofollow");
            attribute("target", "_blank");
        }
        out_.html += '>';
        const auto before = out_.html.size();
        children(element.children);
        const auto claimed =
            leads && is_web(address) ? claimed_host(words_in(std::string_view(out_.html).substr(before))) : "";
        out_.html += "</a>";
        const auto host = host_of(address);
        const bool lies = !claimed.empty() && claimed != host && !("." + host).ends_with("." + claimed);
        if (!lies) return;
        out_.html += " [";
        text(host, out_.html);
        out_.html += "] ";
    }

    // Text between tags of what was written already.
    static std::string words_in(std::string_view html)
    {
        std::string words;
        bool inside = false;
        for (const char letter : html.substr(0, 20'000)) {
            if (letter == '<') inside = true;
            else if (letter == '>') inside = false;
            else if (!inside) words += letter;
        }
        return words;
    }

    void picture(const GumboElement& element)
    {
        out_.html += "<img";
        plain_attributes(element);
        const auto address = bare_address(value_of(element, "src"));
        if (starts_as(address, "cid:")) {
            auto id = content_id(address.substr(4));
            attribute("data-cid", id);
            out_.content_ids.push_back(std::move(id));
        } else if (is_own_picture(bare_data(element))) {
            attribute("src", bare_data(element));
        } else if (is_web(address) || address.starts_with("//")) {
            attribute("data-remote", is_web(address) ? address : "https:" + address);
            ++out_.remote;
        }
        out_.html += '>';
    }

    // A picture as data may be longer than any address.
    static std::string_view bare_data(const GumboElement& element) { return trim(value_of(element, "src")); }

    static std::string content_id(std::string_view escaped)
    {
        std::string id;
        for (std::size_t at = 0; at < escaped.size() && id.size() < 500; ++at) {
            const auto hex = [&](std::size_t i) {
                const char digit = i < escaped.size() ? lower(escaped[i]) : 'x';
                if (is_digit(digit)) return digit - '0';
                return digit >= 'a' && digit <= 'f' ? digit - 'a' + 10 : -1;
            };
            if (escaped[at] == '%' && hex(at + 1) >= 0 && hex(at + 2) >= 0) {
                id += static_cast<char>(hex(at + 1) * 16 + hex(at + 2));
                at += 2;
            } else id += escaped[at];
        }
        return mended(id);
    }

    void plain_attributes(const GumboElement& element)
    {
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto& one = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
            const std::string_view name = one.name;
            if (name == "href" || name == "src" || name == "data-remote" || !lists(attributes, name)) continue;
            if (name == "style") {
                if (const auto style = washed_style(one.value); !style.empty()) attribute("style", style);
            } else if (std::string_view(one.value).size() <= 2'000) attribute(name, one.value);
        }
    }

    void attribute(std::string_view name, std::string_view value)
    {
        out_.html.append(" ").append(name).append("=\"");
        text(value, out_.html);
        out_.html += '"';
    }

    static std::string_view value_of(const GumboElement& element, const char* name)
    {
        const auto* found = gumbo_get_attribute(&element.attributes, name);
        return found ? found->value : "";
    }

    // Quotes and the grave accent too, so that the same is safe between tags and within an attribute of any browser.
    static void text(std::string_view words, std::string& out)
    {
        for (const char letter : words) {
            if (letter == '&') out += "&amp;";
            else if (letter == '<') out += "&lt;";
            else if (letter == '>') out += "&gt;";
            else if (letter == '"') out += "&quot;";
            else if (letter == '\'') out += "&#39;";
            else if (letter == '`') out += "&#96;";
            else if (letter != '\0') out += letter;
        }
    }

    Washed out_{};
};

} // namespace

Washed wash(const HtmlTree& html) { return Washer().wash(*html.root().document); }

std::string_view washed_elements() { return elements; }

std::string_view washed_attributes() { return attributes; }

} // namespace amends::mail
