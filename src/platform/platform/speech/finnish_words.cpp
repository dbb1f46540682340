// SPDX-License-Identifier: Apache-2.0
#include "platform/speech/finnish_words.h"

#include "platform/speech/clauses.h"

#include <array>

namespace amends::speech {
namespace {

using enum Mark;

// Verbs stand as the beginning of their first person: "palauta*" is palautan, palautamme and not palautin.
constexpr auto said = std::to_array<text::Meaning>({
    means(we, "me|minä|mä"),
    means(you, "sinä|te|olet|olette|sä"),
    means(
        ours,
        "asentaja*|huoltomie*|tekniko*|teknikko*|kollega*|työtoveri*|esimieh*|esimies|putkimies|sähkömies|"
        "neuvoja*|asiantuntija*|käsittelij*|korvauskäsittelij*|lukkosep*|eläinlääkäri*|hoitaja*|tiimi*|joku meistä|"
        "asiakaspalvelija*|myyjä*|huolto|huoltaja|korjaaja*|johtaja*|päällikkö*|verstaalta|edustaja*|lakimie*|"
        "kirjanpitäjä*|osastomme|hän kirjoittaa|yhteyshenkilö*|työntekijä*|henkilökunta*|kuljettajamme|remontti*|"
        "vastauksemme|meiltä|minulla on sinulle|minulla on teille|meillä on teille|meillä on sinulle|palvelupäällik*"),
    means(yours,
          "sinulle|sinua|sinut|sinun|sinulla|sinusta|luonasi|luoksesi|teille|teitä|teidät|teidän|teillä|luonanne|"
          "luoksenne|luonne|teihin|sinuun|hyvitys|korvaus|rahat|raha|maksu|uusi|uudet|puuttuvat|puuttuva|molemmat|"
          "oikea|tilaus|paketti|lähetys|vika|virhe|päivitys|lasku|kortti|tuote|lämmitys|vastaus|summa|hänen|"
          "korvaava|se|ne|toimitus|viesti|liput"),
    means(others,
          "posti|pankki|kuljetusliike|kuljetusliik*|valmistaja*|lentoyhtiö*|toimittaja*|viranomai*|tulli|juna|bussi|"
          "lautta|poliisi|museo|tie|laboratorio*|liike|naapuri*|sade|äiti*|vain omistaja|kampanja|tarjous|matkahuolto|"
          "takuu|liikkeemme|puhelinpalvelu*|myymälä on|hän miettii"),
    means(between, "ainoastaan|mitään|ketään|kuitenkaan|vastaan|kertaakaan|mihinkään|missään|ollenkaan|tunnissakaan|"
                   "lainkaan|enempään|kokonaan|uudestaan|takaisin|kohdaltaan|ehkä|aamupäivään|puoleenpäivään|"
                   "iltapäivään|iltaan|kuukauttaan|itseään|kuntoon|hetkeäkään"),
    means(no, "en|emme|ei|eivät|et|ette|älä|älkää|eikä|enkä|emmekä|tuskin|kukaan ei|ilman"),
    means(feels,
          "toivo*|usko*|luul*|tiedä*|ymmärrä*|arvosta*|kiitä*|pahoittele*|tarvits*|halua*|odota*|voi*|pyri*|yritä*|"
          "pyydä*|suosittele*|muista*|näe*|arvele*|epäile*|joudu*|harkits*|mieti*|tunne*|iloits*|myönnä*|osaa*|"
          "ehdi*|pysty*|palvele*|työskentele*|arvioi*|olemme pahoillamme|olen pahoillani|sanoit*|saamme|otaksu*|"
          "ehdota*|aio*|suunnittele*|ihmettele*|kuulemme|valita*|edellyt*|kysyn|kysymme|tarvitaan|suljetaan|"
          "veloitetaan|odotetaan|pyydetään|arvioidaan|hyväksytään|neuvo*"),
    means(feels, "olemme avoinna|olemme auki|olen samaa|olemme samaa|olemme iloisia|olen iloinen|olemme saaneet|"
                 "olen saanut|olemme jo|olen jo|olemme palauttaneet|olemme lähettäneet|olen lähettänyt|olemme ottaneet|"
                 "olemme tehneet|kehota*|toivota*|rakasta*|suositella*|käytä|mielellämme|puolestamme|jäämme|jään|"
                 "vaadi*|luota*|viittaa*|viitaten|pelkää*|ikävöi*"),
    means(
        acts,
        "palauta*|lähetä*|toimita*|soita*|soittele*|maksa*|korvaa*|hyvitä*|vaihda*|korjaa*|posti*|tuon|tuomme|"
        "noud*|hae*|järjestä*|hoida*|huolehdi*|selvitä*|tutki*|tarkista*|otan|otamme|vastaa*|kirjoita*|ilmoita*|"
        "kerron|kerromme|tiedota*|palaan|palaamme|raportoi*|välitä*|poista*|perun|perumme|peruuta*|mitätöi*|"
        "jatka*|pidennä*|pidän|pidämme|lisää*|avaan|avaamme|annan|annamme|teen|teemme|käyn|käymme|laitan|laitamme|"
        "asenna*|päivitä*|siirrä*|muuta*|varaa*|pyydän heitä|pyydän esimie*|pyydän kolleg*|pyydän asentaj*|pyydän varasto*|pyydän tiimi*|puhun|juttele*|päätä*|lopeta*|tapaa*|tulen|tulemme|"
        "nouda*|viestitän|viestitä*|kysele*"),
    means(acts,
          "aloita*|käynnistä*|kytke*|palautu*|luon|luomme|tarjoa*|alenna*|huomioi*|merkitse*|kirjaa*|liitä*|"
          "seuraa*|valvo*|varmista*|vahvista*|sovi*|esitä*|vien|viemme|kuljeta*|pakkaa*|tilaan|tilaamme|rakenna*|"
          "puhdista*|pesetä*|pesen|pesemme|poistata*|ratkaise*|käsittele*|katson|katsomme|etsi*|tekstaa*|tiedustele*|"
          "olen yhteydessä|olemme yhteydessä|olen langoilla|olen paikalla|olemme paikalla|olen luonasi|olen luonanne|"
          "olen teihin|olen sinuun|ohjaa*|nopeuta*|asetan|asetamme|suoritan|suoritamme|oikaise*|anna*|myönnän teille|"
          "myönnämme teille|myönnämme sinulle|takaan|takaamme|täytä*|jaan|jaamme|saatan|saatamme|kutsu*|skannaa*|"
          "haemme|kertoil*|lupaan|lupaamme|olemme teihin|olemme sinuun|kontakto*|meilaan|saamme sen kuntoon|"
          "saan sen kuntoon|ratkon|eskaloi*|informoi*|julkaise*|estä*|vapauta*|palkitse*|tulosta*|vastaanota*"),
    means(gets, "saat|saatte|kuulet|kuulette|pääset|pääsette|näet|näette|löydät|löydätte"),
    means(going, "näet|näette|löydät|löydätte|pääset|pääsette"),
    means(comes,
          "tulee|tulevat|saapuu|saapuvat|lähtee|lähtevät|on|ovat|käy|käyvät|palautuu|palautuvat|poistuu|siirtyy|"
          "valmistuu|valmistuvat|näkyy|näkyvät|toimii|toimivat|katsoo|soittaa|soittavat|ottaa|ottavat|kirjoittaa|"
          "vastaa|vastaavat|vaihtaa|asentaa|korjaa|toimittaa|noutaa|tuo|hakee|lähettää|palaa|ilmoittaa|kertoo|"
          "kirjautuu|alkaa toimia|aukeaa|avautuu|päivittyy|maksaa|hoitaa|järjestää|tarkastaa|tutkii|tapaa|"
          "palauttaa|selvittää|käsittelee|aktivoituu|hyvittää|huoltaa|seuraa|vierailee|viimeistelee"),
    means(ends,
          "päättyy|päättyvät|erääntyy|sulkeutuu|vanhenee|voimassa|aikaa|avoinna|auki|suljettu|kestää|vie|maksaisi|"
          "naapurilla|sairaana|lomalla|vastaanotettu|yleensä|kuljetusliikkeellä|veloitetaan|pyydetään|palautettava|"
          "ollut|olleet|oli|olivat|saapui|mahdollista|tarvitaan|edellytetään"),
    means(
        between,
        "liikkeemme|myymälämme|yrityksemme|sopimuksemme|ehtomme|ehtojemme|tarjouksemme|kauppamme|verkkokauppamme|"
        "varastomme|palvelumme|asiakaspalvelumme|asiakkaamme|kustannuksellamme|tehtaamme|tehtaaltamme|sivustomme|"
        "järjestelmämme|järjestelmästämme|mielestämme|osaltamme|aukioloaikamme|*ostamme|*uksestamme|*loomme|*hteemme|toimipisteemme|"
        "virheemme|viestimme|laskutuksestamme|kirjanpitäjällemme|sähköpostimme|numeromme|pahoittelumme|tiedoissamme|"
        "takuumme|toimistomme|yhteytemme|syytämme|*llemme|lakiosastoltamme|*ltamme|*stossamme|vikamme"),
    means(vow, "lupaan|lupaamme|takaan|takaamme|vakuutan|vakuutamme|saat sanani|sanani|jätä asia minulle|jättäkää asia|"
               "voin luvata|voimme luvata|voit olla varma|voitte olla varma|voit luottaa|voitte luottaa|sitoudun|"
               "sitoudumme|asia on sillä selvä|voitte olla varmoja|lupaus|soitan sinulle|soitan teille"),
    means(hedge,
          "ehkä|kenties|mahdollisesti|todennäköisesti|toivottavasti|saattaa|saattavat|pitäisi|voisi*|haluaisi*|"
          "arvelen|luultavasti|pyrimme|pyrin|yritämme|yritän|toivomme|toivon|kunpa|meidän piti|minun piti|"
          "on mahdollista|olin|olimme|arvioi|arviolta|arvioimme|suosittelemme|*isimme|*isin|voi mennä|aiomme|aion|"
          "uskomme|uskon|luulen|luulemme|tavoitteenamme|tavoitteena|miten olisi|voimme|voin|pystymme|pitikö|"
          "odotan|odotamme|sopisiko|harkitsemme|halusimme"),
    means(condition,
          "jos|mikäli|ellei|ellet|ellette|ellemme|elleivät|edellyttäen|siinä tapauksessa|ilman kuittia|vain jos|"
          "kunnes|kunhan|muuten|muutoin|paitsi jos|jollei|jollet|jollette"),
    means(once, "kun|heti kun|sitten kun"),
    means(habit,
          "yleensä|tavallisesti|pääsääntöisesti|normaalisti|aina|arkisin|mukaan|asiakkaat|tilaajat|jokainen|joka kuun|"
          "joka viikko|joka kuukausi|*taisin|keskiviikkoisin|pyhäpäivinä|ostosta|jälkeen|kaikki tilaukset|kaikki "
          "palautukset|palautukset|palautuksia|vieraat|säiden salliessa|ennen vastasimme|tehdyt tilaukset|tilanneet|"
          "aukioloaik*|toimitusaika on|toimitusaikamme|kuukausittain|vuosittain|päivittäin|"
          "toimitusaika|käsittelyaika|asentajamme työskentelevät|sinuna|avatuista"),
    means(duty,
          "pitää vahvistaa|täytyy|joudut|joudutte|pyydämme|pyydän|on palautettava|on tehtävä|on ilmoitettava|on "
          "maksettava|teidän tulee|sinun tulee|sinun pitää|teidän pitää|voit|voitte|muista|muistathan|muistattehan|"
          "huomaathan|huomaattehan|*ttakaa|*täkää|*tokaa|*tekaa|*astakaa|olkaa|olkaa hyvä|ole hyvä|tarvitset|"
          "tarvitsette|kannattaa|ystävällisesti|kerro|kertokaa|ilmoita|lähetä|palauta|kirjoita|vahvista|soita|toimita"),
    means(reports,
          "kirjoitit|kirjoititte|sanoit|sanoitte|kysyit|kysyitte|lupasit|lupasitte|sanoi|kertoi|kerrottiin|sanoo|"
          "kirjoitti|väität|väitätte|halusit|halusitte|kirjoitin|sanottiin|luvattiin|pyysit|pyysitte|kerroit|"
          "kerroitte|mainitsit|mainitsitte|ilmoitti|ilmoitit|ilmoititte|kertoivat|sanoivat|kertoo että|totesi"),
    means(past, "eilen|viime viikolla|*ttiin|sitten"),
    means(joins, "ja|sekä|eli|joten|niin"),
    means(but, "mutta|koska|vaikka|joten"),
    means(tells,
          "ilmoita*|ilmoitus*|palaan|palaamme|kuulet|kuulette|kirjoitan|kirjoitamme|kirjoittaa|vastaan|vastaamme|"
          "vastaa|vastaus*|vastauk*|yhteyttä|yhteydessä|kerron|kerromme|kertoo|viestiä|viestin|viestitä*|tilannetiedo*|"
          "ajan tasalla|vahvistan|vahvistamme|vahvistuksen|raportoi*|tiedota*|tiedotetaan|uutisia|saat tietää|"
          "saatte tietää|selityksen|selitys|selvityksen|sähköpostia|tekstiviest*|kyselen|kyselemme|informoi*|"
          "tulokset|palaa asiaan|vahvistus|tiedon|väliaikatie*|päivityksen tilan|kirjeen teille|ilmoittaa"),
    means(calls, "soitan|soitamme|soittaa|soittavat|soittelen|soitto|soittelemme|puhelu|puhelun|soitetaan|langoilla|"
                 "puhelimitse|jutellaan|videopuhelu*"),
    means(
        visits,
        "luonanne|luoksenne|luonasi|luoksesi|luonne|käy|käymme|käyn|tapaan|tapaamme|tapaaminen|tapaamisen|vierail*|"
        "ottaa teidät vastaan|ottaa sinut vastaan|kotiinne|kotiisi|katsoo|paikalla|tapaa|kotikäyn*|ajan|vastaanotto*"),
});

} // namespace

const text::Lexicon& finnish_words()
{
    static const text::Lexicon once(said);
    return once;
}

} // namespace amends::speech
