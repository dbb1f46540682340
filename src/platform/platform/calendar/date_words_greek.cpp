// SPDX-License-Identifier: Apache-2.0
#include "platform/calendar/date_words.h"

#include <array>

namespace amends::calendar {
namespace {

using enum DateWord;

constexpr auto said = std::to_array<text::Meaning>({
    date_word(number, "μία|μια|μίας|μιας|ένα|έναν|ενός", 1),
    date_word(number, "δύο|δυο|κάνα δυο", 2),
    date_word(number, "τρεις|τρία|τριών", 3),
    date_word(number, "τέσσερις|τέσσερα|τεσσάρων", 4),
    date_word(number, "πέντε", 5),
    date_word(number, "έξι", 6),
    date_word(number, "επτά|εφτά", 7),
    date_word(number, "οκτώ|οχτώ", 8),
    date_word(number, "εννέα|εννιά", 9),
    date_word(number, "δέκα", 10),
    date_word(number, "έντεκα", 11),
    date_word(number, "δώδεκα", 12),
    date_word(number, "δεκατέσσερις|δεκατεσσάρων", 14),
    date_word(number, "δεκαπέντε", 15),
    date_word(number, "είκοσι", 20),
    date_word(number, "τριάντα", 30),
    date_word(hour, "μιάμιση", 13 * 60 + 30),
    date_word(hour, "δυόμισι|δυόμιση", 14 * 60 + 30),
    date_word(hour, "τρεισήμισι|τρεισίμισι", 15 * 60 + 30),
    date_word(hour, "τεσσερισήμισι|τεσσεράμισι", 16 * 60 + 30),
    date_word(hour, "πεντέμισι|πεντέμιση", 17 * 60 + 30),
    date_word(hour, "εξίμισι|εξήμισι", 18 * 60 + 30),
    date_word(hour, "επτάμισι|εφτάμισι", 19 * 60 + 30),
    date_word(hour, "οκτώμισι|οχτώμισι|οχτώμιση", 8 * 60 + 30),
    date_word(hour, "εννιάμισι|εννιάμιση", 9 * 60 + 30),
    date_word(hour, "δεκάμισι|δεκάμιση", 10 * 60 + 30),
    date_word(hour, "εντεκάμισι", 11 * 60 + 30),
    date_word(hour, "δωδεκάμισι", 12 * 60 + 30),
    date_word(hour, "μεσημέρι|μεσημεριού|μεσημβρία|μεσημέρι*", 12 * 60),
    date_word(hour, "μεσάνυχτα", 24 * 60),
    date_word(weekday, "Δευτέρα|Δευτέρας", 0),
    date_word(weekday, "Τρίτη|Τρίτης", 1),
    date_word(weekday, "Τετάρτη|Τετάρτης", 2),
    date_word(weekday, "Πέμπτη|Πέμπτης", 3),
    date_word(weekday, "Παρασκευή|Παρασκευής", 4),
    date_word(weekday, "Σάββατο|Σαββάτου", 5),
    date_word(weekday, "Κυριακή|Κυριακής|Σαββατοκύριακο|Σαββατοκύριακου", 6),
    date_word(month, "Ιανουάρι*|Ιανουαρίου|Γενάρη", 1),
    date_word(month, "Φεβρουάρι*|Φλεβάρη", 2),
    date_word(month, "Μάρτι*|Μάρτη", 3),
    date_word(month, "Απρίλι*|Απρίλη", 4),
    date_word(month, "Μαΐου|Μάιο|Μάη|Μάιος", 5),
    date_word(month, "Ιουνίου|Ιούνι*", 6),
    date_word(month, "Ιουλίου|Ιούλι*", 7),
    date_word(month, "Αυγούστου|Αύγουστο*", 8),
    date_word(month, "Σεπτεμβρίου|Σεπτέμβρι*|Σεπτέμβρη", 9),
    date_word(month, "Οκτωβρίου|Οκτώβρι*|Οκτώβρη", 10),
    date_word(month, "Νοεμβρίου|Νοέμβρι*|Νοέμβρη", 11),
    date_word(month, "Δεκεμβρίου|Δεκέμβρι*|Δεκέμβρη", 12),
    date_word(day,
              "σήμερα|τέλος της ημέρας|τέλος της μέρας|τέλος της εργάσιμης ημέρας|αυθημερόν|σημερινή|"
              "σημερινής|σήμερα κιόλας|απόψε|αργότερα σήμερα",
              0),
    date_word(day, "αύριο|αυριανή|αυριανής", 1),
    date_word(day, "μεθαύριο", 2),
    date_word(unit, "λεπτό|λεπτά|λεπτών|λεπτού", unit_minute),
    date_word(unit, "ώρα|ώρες|ωρών|ώρας|ωρες", unit_hour),
    date_word(unit, "ημέρα|ημέρες|ημερών|ημέρας|μέρα|μέρες|ημερολογιακές ημέρες|εικοσιτετράωρο", unit_day),
    date_word(unit, "εβδομάδα|εβδομάδες|εβδομάδων|εβδομάδας|βδομάδα|βδομάδες|βδομάδας", unit_week),
    date_word(unit, "μήνα|μήνες|μηνών|μηνός|μήνας", unit_month),
    date_word(unit,
              "εργάσιμη ημέρα|εργάσιμες ημέρες|εργάσιμων ημερών|εργάσιμης ημέρας|εργάσιμες μέρες|"
              "εργάσιμες|εργασίμων ημερών|εργάσιμων|εργάσιμη μέρα",
              unit_working_day),
    date_word(within, "σε|μέσα σε|εντός|μέσα στις|μέσα στην|μέσα στη|στις επόμενες|στην επόμενη|το πολύ σε|"
                      "εντός των επόμενων|έως|μέχρι|ως|μέσα στις επόμενες|μέσα στην επόμενη|δώστε μου"),
    date_word(later, "από τώρα|από σήμερα|το πολύ|το αργότερο"),
    date_word(gone, "πριν|περασμένη|προηγούμενη|χθες|περασμένο|περασμένης"),
    date_word(end, "τέλος|τέλη"),
    date_word(coming, "επόμενης|επόμενη|επόμενο|ερχόμενη|ερχόμενης|άλλης|άλλη|προσεχή|επόμενου|ερχόμενου|προσεχούς"),
    date_word(current, "αυτή|αυτής|αυτήν|τρέχουσας|τρέχουσα|παρούσας|αυτόν|αυτού|τρέχοντος|ετούτη"),
    date_word(at, "στις|τις|ώρα"),
    date_word(by, "στη|τη|στην|την|γύρω στις"),
    date_word(part, "πρωί|πρωινό", 12),
    date_word(part, "απόγευμα|απογεύματος|απόγευμα*", 17),
    date_word(part, "βράδυ|βραδιού|απόψε", 20),
    date_word(forenoon, "πμ|π μ"),
    date_word(afternoon, "μμ|μ μ"),
    date_word(half, "μισή|μισής|μισό|μισάωρο"),
    date_word(quarter, "τέταρτο"),
    date_word(past, "και"),
    date_word(of_month, "του μηνός|του μήνα|του μηνα|του τρέχοντος"),
    date_word(filler, "το|τη|την|της|του|τον|των|κατά|επόμενες|επόμενη|τις|ο"),
});

} // namespace

const text::Lexicon& greek_dates()
{
    static const text::Lexicon once(said);
    return once;
}

} // namespace amends::calendar
