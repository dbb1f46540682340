// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/quoted.h"

#include <doctest/doctest.h>

using namespace amends::mail;

namespace {

std::string left_of(const std::string& text) { return visible_part(plain_lines(text)); }

std::string left_of_html(const std::string& html) { return visible_part(html_lines(HtmlTree(html))); }

} // namespace

TEST_CASE("the mail that is answered is folded, in many languages")
{
    for (const auto* introduction : {
             "On Wed, Nov 25, 2026 at 12:01 PM Desk <desk@shop.example> wrote:",
             "On Wed, Nov 25, 2026 at 12:01 PM Desk <\ndesk@shop.example> wrote:",
             "On 25 Nov 2026, at 12:01, Desk <desk@shop.example> wrote:",
             "ke 25. marrask. 2026 klo 12.01 Desk (desk@shop.example) kirjoitti:",
             "Desk <desk@shop.example> kirjoitti 25.11.2026 kello 12.01:",
             "Desk kirjoitti 25.11.2026 klo 12.01:",
             "Στις Τετ 25 Νοε 2026 στις 12:01 μ.μ., ο χρήστης Desk <desk@shop.example>\nέγραψε:",
             "Στις 25/11/2026 12:01, ο/η Desk έγραψε:",
             "در تاریخ چهارشنبه ۲۵ نوامبر ۲۰۲۶ ساعت ۱۲:۰۱ Desk <desk@shop.example> نوشت:",
             "Am 25.11.2026 um 12:01 schrieb Desk:",
             "Am Mi., 25. Nov. 2026 um 12:01 Uhr schrieb Desk <desk@shop.example>:",
             "Le mer. 25 nov. 2026 à 12:01, Desk <desk@shop.example> a écrit :",
             "El mié, 25 nov 2026 a las 12:01, Desk (<desk@shop.example>) escribió:",
             "Il giorno mer 25 nov 2026 alle ore 12:01 Desk <desk@shop.example> ha scritto:",
             "Em qua., 25 de nov. de 2026 às 12:01, Desk <desk@shop.example> escreveu:",
             "Op wo 25 nov. 2026 om 12:01 schreef Desk <desk@shop.example>:",
             "Den ons 25 nov. 2026 kl 12:01 skrev Desk <desk@shop.example>:",
             "ons. 25. nov. 2026 kl. 12:01 skrev Desk <desk@shop.example>:",
             "śr., 25 lis 2026 o 12:01 Desk <desk@shop.example> napisał(a):",
             "ср, 25 нояб. 2026 г. в 12:01, Desk <desk@shop.example>:",
             "25.11.2026, 12:01, \"Desk\" <desk@shop.example>:",
             "25 Kas 2026 Çar 12:01 tarihinde Desk <desk@shop.example> şunu yazdı:",
             "在 2026年11月25日，12:01，Desk <desk@shop.example> 写道：",
             "2026年11月25日(水) 12:01 Desk <desk@shop.example>:",
             "Desk <desk@shop.example> wrote:",
         }) {
        CAPTURE(std::string(introduction));
        CHECK(left_of(std::string("My answer.\n\n") + introduction + "\n\n> Your lamp\n> is here.\n") == "My answer.");
        CHECK(left_of(std::string("My answer.\n\n") + introduction + "\n\nYour lamp is here.\n") == "My answer.");
    }
}

TEST_CASE("what Outlook and others put above a quoted mail folds it, in many languages")
{
    for (const auto* header : {
             "From: Desk <desk@shop.example>\nSent: Wednesday, November 25, 2026 12:01 PM\nTo: Ann\nSubject: Lamp",
             "________________________________\nFrom: Desk <desk@shop.example>\nSent: today\nTo: Ann\nCc: "
             "Bob\nSubject: Lamp",
             "*From:* Desk\n*Sent:* today\n*To:* Ann\n*Subject:* Lamp",
             "-----Original Message-----\nFrom: Desk",
             "---------- Forwarded message ---------\nFrom: Desk",
             "Begin forwarded message:\n\nFrom: Desk",
             "Lähettäjä: Desk <desk@shop.example>\nLähetetty: keskiviikko 25. marraskuuta 2026 12.01\nVastaanottaja: "
             "Ann\nAihe: Lamppu",
             "-----Alkuperäinen viesti-----\nLähettäjä: Desk",
             "Από: Desk <desk@shop.example>\nΣτάλθηκε: Τετάρτη, 25 Νοεμβρίου 2026\nΠρος: Ann\nΘέμα: Λάμπα",
             "-----Αρχικό μήνυμα-----\nΑπό: Desk",
             "از: Desk <desk@shop.example>\nتاریخ: چهارشنبه\nبه: Ann\nموضوع: چراغ",
             "----- پیام اصلی -----\nاز: Desk",
             "Von: Desk <desk@shop.example>\nGesendet: Mittwoch, 25. November 2026 12:01\nAn: Ann\nBetreff: Lampe",
             "De : Desk <desk@shop.example>\nEnvoyé : mercredi 25 novembre 2026 12:01\nÀ : Ann\nObjet : Lampe",
             "De: Desk <desk@shop.example>\nEnviado: miércoles\nPara: Ann\nAsunto: Lámpara",
             "Da: Desk <desk@shop.example>\nInviato: mercoledì\nA: Ann\nOggetto: Lampada",
             "Van: Desk <desk@shop.example>\nVerzonden: woensdag\nAan: Ann\nOnderwerp: Lamp",
             "Från: Desk <desk@shop.example>\nSkickat: den 25 november 2026\nTill: Ann\nÄmne: Lampa",
             "От: Desk <desk@shop.example>\nОтправлено: среда\nКому: Ann\nТема: Лампа",
         }) {
        CAPTURE(std::string(header));
        CHECK(left_of(std::string("My answer.\n\n") + header + "\n\nYour lamp is here.\n") == "My answer.");
    }
}

TEST_CASE("what mobile programs add is folded, in many languages")
{
    for (const auto* line : {"Sent from my iPhone",
                             "Get Outlook for iOS<https://aka.ms/o0ukef>",
                             "Lähetetty iPhonesta",
                             "Hanki Outlook for Android",
                             "Στάλθηκε από το iPhone μου",
                             "ارسال شده از iPhone من",
                             "از آیفون من ارسال شد",
                             "Von meinem iPhone gesendet",
                             "Envoyé de mon iPhone",
                             "Enviado desde mi iPhone",
                             "Inviato da iPhone",
                             "Verstuurd vanaf mijn iPhone",
                             "Skickat från min iPhone",
                             "Sendt fra min iPhone",
                             "Enviado do meu iPhone",
                             "Wysłane z iPhone'a",
                             "Отправлено с iPhone",
                             "发自我的 iPhone",
                             "Sent from Yahoo Mail on Android",
                             "iPhone'umdan gönderildi"}) {
        CAPTURE(std::string(line));
        CHECK(left_of(std::string("My answer.\n\n") + line) == "My answer.");
    }
}

TEST_CASE("a signature behind its sign is folded")
{
    CHECK(left_of("My answer.\n-- \nAnn Virtanen\nLamps Ltd\n+358 40 1234567") == "My answer.");
    CHECK(left_of("My answer.\n\n--\nAnn") == "My answer.");
    CHECK(left_of("My answer.\n\n____________________\nAnn Virtanen") == "My answer.");
    CHECK(left_of("My answer.\n\n-- \nAnn\n\nOn 25 Nov 2026, Desk <desk@shop.example> wrote:\n> x") == "My answer.");
}

TEST_CASE("a line of signs in the midst of a text folds nothing")
{
    const std::string list =
        "Two orders:\n-----\nThe first one has a broken lamp, the shade has come off and the cord is torn.\n"
        "The second one has not come at all, though it was promised for last week already.\n"
        "Both were paid on the same day with the same card, as you can see in my account.\n"
        "I want the money back for the second, and a new lamp for the first, please.\n"
        "Nobody has answered my call.";

    CHECK(left_of(list) == list);
    CHECK(left_of("a -- b\nc") == "a -- b\nc");
}

TEST_CASE("the first line of the writer's is never lost")
{
    for (const auto* text : {"Thanks\nDesk <desk@shop.example> wrote:\n> x",
                             "On it\nDesk <desk@shop.example> wrote:\n> x", "Sent from the warehouse, it never came.",
                             "-- \nHello", "From: Helsinki\nTo: Oulu\nDate: 5 May\nI want a ticket.", "> quoted only",
                             "Sent from my iPhone", "On 5 May you wrote:\nit would come.",
                             "Original message: where is it?", "Von: mir\nAn: euch", "________\nHello"}) {
        CAPTURE(std::string(text));
        const std::string whole = text;
        CHECK_FALSE(left_of(whole).empty());
    }
    CHECK(left_of("Thanks\nDesk <desk@shop.example> wrote:\n> x") == "Thanks");
    CHECK(left_of("On it\nDesk <desk@shop.example> wrote:\n> x") == "On it");
    CHECK(left_of("From: Helsinki\nTo: Oulu\nDate: 5 May\nI want a ticket.").starts_with("From: Helsinki"));
}

TEST_CASE("what only looks like another mail stays")
{
    for (const auto* text :
         {"I need help with:\n\n1. lamp\n2. cord\n\nYou wrote on 5.11.2026 that it comes:\nwhere is it?",
          "Hi\n\nOn 5.11.2026 at 12:01 you wrote that the lamp comes:\nwhere is it?",
          "Hi\n\nOrder details:\nFrom: my house, Oulu 90100\nTo: ann@example.com\nDate: 5.11.2026\n\nPlease check.",
          "Hi\n\nDate: 5.11.2026\nOrder: 4711\nTo: ann@example.com\n\nPlease check.",
          "Moi,\n\nOstin lampun 5.11.2026 ja se kirjoitti laskuun 50 e:\nei pidä paikkaansa.",
          "I did this:\n\n> cat file\n> foo\n\nand it failed. Please help.",
          "Kiitos.\n\nYstävällisin terveisin\nAnn"}) {
        CAPTURE(std::string(text));
        CHECK(left_of(text) == text);
    }
}

TEST_CASE("a text of very many lines is folded at its head, and kept behind it")
{
    std::string many;
    for (int i = 0; i < 20'000; ++i) many += "line\n";

    CHECK(left_of("My answer.\n\nDesk <desk@shop.example> wrote:\n\n" + many) == "My answer.");
    CHECK(left_of(many + "the end").ends_with("the end"));
}

TEST_CASE("a forwarded mail without a word is shown as it is")
{
    const std::string forwarded =
        "---------- Forwarded message ---------\nFrom: Bob <bob@example.com>\nSubject: Lamp\n\nIt is broken.";

    CHECK(left_of(forwarded) == forwarded);
}

TEST_CASE("answers between quoted lines are shown with what they answer")
{
    CHECK(left_of("On 25 Nov 2026, Desk <desk@shop.example> wrote:\n> Did it come?\nYes.\n> And the bill?\nNo.") ==
          "> Did it come?\nYes.\n> And the bill?\nNo.");
}

TEST_CASE("an answer below the quoted mail is what is left")
{
    CHECK(left_of("On 25 Nov 2026, Desk <desk@shop.example> wrote:\n> Did it come?\n\nYes, thank you.") ==
          "Yes, thank you.");
    CHECK(left_of("Dear desk,\n\nOn 25 Nov 2026, Desk <desk@shop.example> wrote:\n> x\n\nBest regards\nAnn") ==
          "Dear desk,\n\nBest regards\nAnn");
}

TEST_CASE("the marks of mail programs in HTML fold what they quote")
{
    CHECK(left_of_html("<div>My answer.</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Wed, Nov 25, 2026 "
                       "at 12:01 Desk &lt;<a href=x>d@s.example</a>&gt; wrote:<br></div>"
                       "<blockquote class=\"gmail_quote\">Your lamp</blockquote></div>") == "My answer.");
    CHECK(left_of_html("<p>My answer.</p><div id=\"divRplyFwdMsg\"><b>From:</b> Desk</div><div>Your lamp</div>") ==
          "My answer.");
    CHECK(left_of_html("<p>My answer.</p><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm "
                       "0cm'><p><b>Ktl:</b> Desk</p></div><p>Your lamp</p>") == "My answer.");
    CHECK(left_of_html("My answer.<br><br><div class=\"moz-cite-prefix\">Wed Desk dixit</div><blockquote "
                       "type=\"cite\">Your lamp</blockquote>") == "My answer.");
    CHECK(left_of_html("My answer.<br><div class=\"yahoo_quoted\">Your lamp</div>") == "My answer.");
    CHECK(left_of_html("My answer.<br><div class=\"gmail_signature\">Ann<br>Lamps Ltd</div>") == "My answer.");
    CHECK(left_of_html("<div id=\"ms-outlook-mobile-body\">My answer.</div><div id=\"ms-outlook-mobile-signature\">Get "
                       "it</div>") == "My answer.");
}

TEST_CASE("answers within Gmail's quotation are not lost")
{
    const auto left =
        left_of_html("<div class=\"gmail_quote\"><div class=\"gmail_attr\">On Wed, Nov 25, 2026 Desk "
                     "&lt;d@s.example&gt; wrote:</div>"
                     "<blockquote class=\"gmail_quote\">Did it come?</blockquote><div>Yes.</div><blockquote "
                     "class=\"gmail_quote\">And the bill?</blockquote><div>No.</div></div>");

    CHECK(left.find("Yes.") != std::string::npos);
    CHECK(left.find("No.") != std::string::npos);
}

TEST_CASE("an indented paragraph is no quotation")
{
    CHECK(left_of_html("<blockquote style=\"margin:0 0 0 40px;border:none;padding:0px\">My answer.</blockquote>") ==
          "My answer.");
}

TEST_CASE("HTML becomes lines as a reader sees them")
{
    const auto text = [](const std::string& html) { return text_of(html_lines(HtmlTree(html))); };

    CHECK(text("<p>One</p><p>Two<br>three</p>") == "One\n\nTwo\nthree");
    CHECK(text("<div>One</div><div>Two</div><div><br></div><div>Three</div>") == "One\nTwo\n\nThree");
    CHECK(text("<ul><li>a</li><li>b</li></ul>") == "- a\n- b");
    CHECK(text("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>") == "a b\nc");
    CHECK(text("a\n  b&nbsp;c<script>x</script><style>y</style><!-- z --><span style='display:none'>q</span>") ==
          "a b c");
    CHECK(text("<pre>a\n  b</pre>") == "a\n  b");
    CHECK(text("<blockquote>a<br>b</blockquote>c") == "> a\n> b\n\nc");
    CHECK(text("").empty());
}
