// SPDX-License-Identifier: Apache-2.0
#include "platform/text/query.h"

#include "platform/text/tokens.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <sstream>

using namespace amends::text;

namespace {

// What a database does with a question, in the simplest way there is.
bool finds(const std::string& question, const std::string& text, const std::string& language,
           const std::string& asked_in = "")
{
    std::set<std::string> tokens;
    std::istringstream all(search_tokens(text, language));
    for (std::string token; all >> token;) tokens.insert(token);
    const auto query = parse_query(question, asked_in);
    const auto held = [&](const Wanted& wanted) {
        if (!wanted.beginning) return tokens.contains(wanted.text);
        const auto next = tokens.lower_bound(wanted.text);
        return next != tokens.end() && next->starts_with(wanted.text);
    };
    return !query.empty() && std::ranges::all_of(query.terms, [&](const Term& term) {
        return std::ranges::any_of(term.ways, [&](const Way& way) { return std::ranges::all_of(way, held); });
    });
}

} // namespace

TEST_CASE("a question finds other forms of its words, in whichever language it is asked")
{
    CHECK(finds("lasku ", "Laskussani on virhe", "fi"));
    CHECK(finds("laskut ", "Laskussani on virhe", "fi", "fi"));
    CHECK(finds("laskut ", "Laskussani on virhe", "fi", "el"));
    CHECK(finds("parcels ", "My parcel is late", "en", "fi"));
    CHECK(finds("λογαριασμοι ", "Ο λογαριασμός μου", "el", "en"));
    CHECK(finds("سفارش ", "سفارش‌های من نرسید", "fa"));
    CHECK(finds("كتاب‌ها ", "کتاب من", "fa"));
    CHECK_FALSE(finds("invoice ", "My parcel is late", "en"));
    CHECK_FALSE(finds("parcel invoice", "My parcel is late", "en"));
}

TEST_CASE("what is typed without accents finds what is written with them, and the other way round")
{
    CHECK(finds("pyynto ", "Pyyntö hylättiin", "fi"));
    CHECK(finds("pyyntö ", "PYYNTO", "fi"));
    CHECK(finds("ΠΑΡΑΓΓΕΛΙΑ", "η παραγγελία μου", "el"));
    CHECK(finds("می خواهم", "می‌خواهم", "fa"));
    CHECK(finds("می‌خواهم", "می خواهم", "fa"));
    CHECK(finds("میخواهم", "می‌خواهم", "fa"));
}

TEST_CASE("the last word may be unfinished unless a space follows it")
{
    CHECK(finds("par", "My parcel is late", "en"));
    CHECK_FALSE(finds("par ", "My parcel is late", "en"));
    CHECK_FALSE(finds("par late", "My parcel is late", "en"));
    CHECK_FALSE(finds("pa", "My parcel is late", "en")); // Two letters begin too much.
    CHECK(finds("maria@exam", "from maria@example.com", "en"));
    CHECK(finds("AM-248", "about AM-24817", "en"));
}

TEST_CASE("references, addresses and numbers are found as people write them")
{
    for (const auto* question : {"AM-24817", "am24817", "AM 24817", "24817", "۲۴۸۱۷"})
        for (const auto* text : {"About AM-24817.", "AM24817", "[am-24817]"}) CHECK(finds(question, text, "en"));
    CHECK(finds("maria.virtanen@example.com", "<Maria.Virtanen@example.com>", "en"));
    CHECK(finds("example.com", "maria@example.com", "en"));
    CHECK_FALSE(finds("AM-24817", "AM-24818", "en"));
    for (const auto* question : {"0401234567", "040 123 4567", "+358 40 1234567", "358401234567", "4567"})
        CHECK(finds(question, "Soita +358 40 123 4567", "fi"));
    CHECK(finds("+358401234567", "numero on 040-123 4567", "fi"));
    CHECK_FALSE(finds("040 123 4568", "Soita +358 40 123 4567", "fi"));
}

TEST_CASE("a question of nothing asks for nothing, and one without end is cut")
{
    for (const auto* question : {"", " ", "\"", "*", "()", "🎉", "\xff\xfe"})
        CHECK(parse_query(question, "en").empty());
    std::string endless;
    for (int word = 0; word < 5000; ++word) endless += "word" + std::to_string(word) + " ";
    CHECK(parse_query(endless, "en").terms.size() <= 16);
}

TEST_CASE("every term can be found in some way")
{
    for (const auto* question :
         {"a-b-c", "AM24817 x", "می‌خواهم", "don't", "x@y", "10.5-3", "o'", "+1 234 567 890", "漢字"})
        for (const auto& term : parse_query(question, "en").terms) {
            CHECK_FALSE(term.ways.empty());
            for (const auto& way : term.ways) {
                CHECK_FALSE(way.empty());
                for (const auto& wanted : way) CHECK_FALSE(wanted.text.empty());
            }
        }
}

TEST_CASE("a snippet shows what was found between brackets, on one line")
{
    const auto query = parse_query("parcel", "en");

    CHECK(snippet_of("Hello,\n\nmy  parcels\tare late.", query) == "Hello, my ⟦parcels⟧ are late.");
    CHECK(snippet_of("PARCEL-24", parse_query("parcel-24", "en")) == "⟦PARCEL-24⟧");
    CHECK(snippet_of("Nothing here", query) == "Nothing here");
    CHECK(snippet_of("", query).empty());
    CHECK(snippet_of("⟦parcel⟧ trick ⟧⟦", query) == "⟦parcel⟧ trick");
    CHECK(snippet_of("Laskussani on virhe", parse_query("laskut ", "fi")) == "⟦Laskussani⟧ on virhe");
    CHECK(snippet_of("سفارش‌های من", parse_query("سفارش ", "fa")) == "⟦سفارش‌های⟧ من");
}

TEST_CASE("a snippet of a long text begins near the first find and is short")
{
    std::string text;
    for (int word = 0; word < 500; ++word) text += "täyte" + std::to_string(word) + " ";
    const auto snippet = snippet_of(text + "parcel " + text, parse_query("parcel", "en"));

    CHECK(snippet.find("⟦parcel⟧") != std::string::npos);
    CHECK(snippet.starts_with("…täyte"));
    CHECK(snippet.ends_with("…"));
    CHECK(snippet.size() < 230);
}
