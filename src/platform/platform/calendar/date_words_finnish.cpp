// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/date_words.h"

#include <array>

namespace amends::calendar {
namespace {

using enum DateWord;

// The hour of an appointment is in the ablative ("kahdelta"), that of a deadline in the illative ("kahteen mennessä").
constexpr auto said = std::to_array<text::Meaning>({
    date_word(number, "yksi|yhden|yhdessä", 1),
    date_word(number, "kaksi|kahden|kahdessa|pari|parin|parissa", 2),
    date_word(number, "kolme|kolmen|kolmessa", 3),
    date_word(number, "neljä|neljän|neljässä", 4),
    date_word(number, "viisi|viiden|viidessä", 5),
    date_word(number, "kuusi|kuuden|kuudessa", 6),
    date_word(number, "seitsemän|seitsemässä", 7),
    date_word(number, "kahdeksan|kahdeksassa", 8),
    date_word(number, "yhdeksän|yhdeksässä", 9),
    date_word(number, "kymmenen|kymmenessä", 10),
    date_word(number, "yksitoista|yhdentoista", 11),
    date_word(number, "kaksitoista|kahdentoista", 12),
    date_word(number, "neljäntoista|neljätoista", 14),
    date_word(number, "viidentoista|viisitoista", 15),
    date_word(number, "kahdenkymmenen|kaksikymmentä", 20),
    date_word(number, "kolmenkymmenen|kolmekymmentä", 30),
    date_word(hour, "yhdeltä|yhteen mennessä", 1 * 60),
    date_word(hour, "kahdelta|kahteen mennessä", 2 * 60),
    date_word(hour, "kolmelta|kolmeen mennessä", 3 * 60),
    date_word(hour, "neljältä|neljään mennessä", 4 * 60),
    date_word(hour, "viideltä|viiteen mennessä", 5 * 60),
    date_word(hour, "kuudelta|kuuteen mennessä", 6 * 60),
    date_word(hour, "seitsemältä|seitsemään mennessä", 7 * 60),
    date_word(hour, "kahdeksalta|kahdeksaan mennessä", 8 * 60),
    date_word(hour, "yhdeksältä|yhdeksään mennessä", 9 * 60),
    date_word(hour, "kymmeneltä|kymmeneen mennessä", 10 * 60),
    date_word(hour, "yhdeltätoista|yhteentoista mennessä", 11 * 60),
    date_word(hour,
              "kahdeltatoista|kahteentoista mennessä|keskipäivä*|puoleenpäivään|puoliltapäivin|puolilta päivin|"
              "puolenpäivän",
              12 * 60),
    date_word(hour, "keskiyö*|puoleenyöhön|puoliltaöin", 24 * 60),
    date_word(weekday, "maanantai*|ma", 0),
    date_word(weekday, "tiistai*", 1),
    date_word(weekday, "keskiviikko*|keskiviiko*", 2),
    date_word(weekday, "torstai*", 3),
    date_word(weekday, "perjantai*", 4),
    date_word(weekday, "lauantai*", 5),
    date_word(weekday, "sunnuntai*|viikonloppuna|viikonlopun aikana", 6),
    date_word(month, "tammikuu*", 1),
    date_word(month, "helmikuu*", 2),
    date_word(month, "maaliskuu*", 3),
    date_word(month, "huhtikuu*", 4),
    date_word(month, "toukokuu*", 5),
    date_word(month, "kesäkuu*", 6),
    date_word(month, "heinäkuu*", 7),
    date_word(month, "elokuu*", 8),
    date_word(month, "syyskuu*", 9),
    date_word(month, "lokakuu*", 10),
    date_word(month, "marraskuu*", 11),
    date_word(month, "joulukuu*", 12),
    date_word(day,
              "tänään|täksi päiväksi|päivän päätteeksi|tämän päivän*|päivän loppuun|työpäivän loppuun|"
              "saman päivän aikana|vielä tänään",
              0),
    date_word(day, "tänä iltana|tänä aamuna|illalla|iltapäivällä|tänä iltapäivänä", 0),
    date_word(day, "huomenna|huomiseksi|huomiseen|huomisen|huomenissa", 1),
    date_word(day, "huomenaamu*|huomisaamu*|huomisilta*|huomenillalla|huomisiltapäiv*", 1),
    date_word(part, "huomenaamu*|huomisaamu*", 12),
    date_word(part, "huomisiltapäiv*", 17),
    date_word(part, "huomisiltana|huomenillalla|huomisiltaan", 20),
    date_word(day, "ylihuomenna|ylihuomiseksi|ylihuomiseen|ylihuomisen", 2),
    date_word(unit, "minuutti*|minuutin|minuutissa|min", unit_minute),
    date_word(unit, "tunti|tunnin|tuntia|tunnissa|tuntiin", unit_hour),
    date_word(unit, "päivä|päivän|päivää|päivässä|vuorokausi|vuorokauden|vuorokautta|vuorokaudessa", unit_day),
    date_word(unit, "viikko|viikon|viikkoa|viikossa|viikolla|viikoksi", unit_week),
    date_word(unit, "kuukausi|kuukauden|kuukautta|kuukaudessa|kuun|kuu", unit_month),
    date_word(unit, "arkipäivä*|työpäivä*|pankkipäivä*|arkipäivän", unit_working_day),
    date_word(within, "enintään|korkeintaan|viimeistään"),
    date_word(later, "kuluessa|sisällä|sisään|päästä|kuluttua|aikana"),
    date_word(gone, "sitten|viime|eilen|jälkeen"),
    date_word(end, "lopussa|loppuun|lopulla|loppupuolella|loppua"),
    date_word(coming, "ensi|seuraavan|seuraavalla|tulevan|tulevalla|seuraava|seuraavana"),
    date_word(current, "tämän|tällä|kuluvan|tässä|tänä"),
    date_word(at, "klo|kello|kellon|klo:n"),
    date_word(by, "noin"),
    date_word(part, "aamulla|aamuna|aamuksi|aamupäivällä|aamupäivän|aamupäivänä|aamuun", 12),
    date_word(part, "iltapäivällä|iltapäivän|iltapäivänä|iltapäivään", 17),
    date_word(part, "illalla|iltana|illaksi|iltaan|illan", 20),
    date_word(half, "puoli|puolen"),
    date_word(of_month, "päivä|päivänä|päivään"),
    date_word(filler, "heti|viimeistään|jo|vielä|noin|aamulla"),
});

} // namespace

const text::Lexicon& finnish_dates()
{
    static const text::Lexicon once(said);
    return once;
}

} // namespace amends::calendar
