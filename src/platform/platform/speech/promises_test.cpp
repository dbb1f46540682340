// SPDX-License-Identifier: Apache-2.0
#include "platform/speech/promises.h"

#include "base/describe.h"

#include <doctest/doctest.h>

#include <string>

using namespace amends;
using namespace amends::speech;

namespace {

std::optional<SaidPromise> heard(std::string_view language, std::string_view text)
{
    const calendar::Zone zone("Europe/Helsinki");
    return promise_in(text, language, zone, zone.instant({.year = 2026, .month = 6, .day = 2, .hour = 10}));
}

std::string kind(std::string_view language, std::string_view text)
{
    const auto found = heard(language, text);
    return found ? std::string(name_of(found->kind)) : "none";
}

} // namespace

TEST_CASE("what we say that we will do is a promise")
{
    CHECK(kind("en", "We will refund you by Friday.") == "outcome");
    CHECK(kind("fi", "Palautamme rahat perjantaihin mennessä.") == "outcome");
    CHECK(kind("el", "Θα σας επιστρέψουμε τα χρήματα μέχρι την Παρασκευή.") == "outcome");
    CHECK(kind("fa", "تا جمعه پولتان را پس می‌دهیم.") == "outcome");
}

TEST_CASE("that the customer hears from us is an update, a call at a clock time an appointment")
{
    CHECK(kind("en", "I'll give you a call on Friday.") == "update");
    CHECK(kind("en", "I'll give you a call on Friday at 3.") == "appointment");
    CHECK(kind("fi", "Soitan sinulle huomenna.") == "update");
    CHECK(kind("fi", "Soitan sinulle huomenna klo 10.") == "appointment");
    CHECK(kind("el", "Θα σας τηλεφωνήσω αύριο στις 10.") == "appointment");
    CHECK(kind("fa", "فردا ساعت ۱۰ به شما زنگ می‌زنم.") == "appointment");
}

TEST_CASE("questions, conditions, wishes, rules, duties and the past promise nothing")
{
    for (const auto* const text :
         {"Shall we refund you by Friday?", "If you send the receipt, we will refund you.",
          "We hope to refund you by Friday.", "We usually reply within a day.", "Please send it by Friday.",
          "We sent it on Monday.", "We cannot refund you by Friday."})
        CHECK(kind("en", text) == "none");
    for (const auto* const text :
         {"Soitammeko huomenna?", "Jos lähetät kuitin, palautamme rahat.", "Toivomme voivamme palauttaa rahat.",
          "Lähetimme sen maanantaina.", "Lähettäkää kuitti perjantaihin mennessä.", "Emme palauta rahoja perjantaina."})
        CHECK(kind("fi", text) == "none");
    for (const auto* const text :
         {"Θα σας καλέσουμε αύριο;", "Αν στείλετε την απόδειξη, θα σας επιστρέψουμε τα χρήματα.",
          "Θα θέλαμε να σας βοηθήσουμε.", "Το στείλαμε τη Δευτέρα.", "Δεν θα σας καλέσουμε."})
        CHECK(kind("el", text) == "none");
    for (const auto* const text :
         {"فردا زنگ بزنیم؟", "اگر رسید را بفرستید، پولتان را پس می‌دهیم.",
          "امیدواریم فردا بفرستیم.", "دوشنبه فرستادیم.", "فردا نمی‌فرستیم."})
        CHECK(kind("fa", text) == "none");
}

TEST_CASE("what others said is not our promise")
{
    CHECK(kind("en", "You wrote: \"I will pay on Friday.\"") == "none");
    CHECK(kind("en", "He told us that he will come on Friday.") == "none");
    CHECK(kind("el", "Γράψατε: «Θα πληρώσω την Παρασκευή.»") == "none");
    CHECK(kind("fa", "نوشته بودید: «جمعه لغو می‌کنم.»") == "none");
}

TEST_CASE("a promise is found among other sentences, the dated one first")
{
    const auto found =
        heard("en", "Thank you for writing. We'll sort this out. You will hear from me on Monday. Sorry again!");

    REQUIRE(found);
    CHECK(found->kind == PromiseKind::update);
    CHECK(found->due->day == 8);
}

TEST_CASE("accents, half-spaces and Arabic letters make no difference")
{
    CHECK(kind("el", "ΘΑ ΣΑΣ ΕΠΙΣΤΡΕΨΟΥΜΕ ΤΑ ΧΡΗΜΑΤΑ ΑΥΡΙΟ.") == "outcome");
    CHECK(kind("fa", "تا جمعه پولتان را پس مي دهيم.") == "outcome");
    CHECK(kind("fa", "تا جمعه پولتان را پس میدهیم.") == "outcome");
}

TEST_CASE("in another language, and in nothing, nothing is found")
{
    CHECK(kind("sv", "Vi betalar tillbaka på fredag.") == "none");
    CHECK(kind("en", "") == "none");
    CHECK(kind("en", "...?!") == "none");
}

TEST_CASE("a megabyte of anything is read in passing")
{
    for (const auto* const piece : {"we will ", "\"", "10.10.", "if, ", "θα σας ", "می ", "within the next "}) {
        std::string text;
        while (text.size() < 300'000) text += piece;
        for (const auto* const language : {"en", "fi", "el", "fa"}) (void)heard(language, text);
    }
}
