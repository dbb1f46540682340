// SPDX-License-Identifier: Apache-2.0
#include "app/sample_texts.h"

namespace amends::sample {
namespace {

using Words = std::string_view;

constexpr std::array en_first{Words("John"),  Words("Grace"), Words("Sara"),
                              Words("Peter"), Words("Amina"), Words("Tom")};
constexpr std::array en_last{Words("Carter"), Words("Lind"), Words("Hughes"),
                             Words("Okafor"), Words("Bell"), Words("Moss")};
constexpr std::array en_subjects{Words("Wrong invoice after the contract change"),
                                 Words("Delivery moved for the third time"),
                                 Words("Refund promised twice, never paid"),
                                 Words("The kettle stopped after two weeks"),
                                 Words("Nobody called me back"),
                                 Words("How do I change my address?"),
                                 Words("Charged twice for one order"),
                                 Words("Parcel left at the wrong door")};
constexpr std::array en_complaints{
    Words("I have now explained this to four people and each says somebody else will call."),
    Words("The invoice still shows the old price, although the contract was changed in spring."),
    Words("The parcel was to come on Tuesday, then on Thursday, and now the page says nothing at all."),
    Words("It worked for two weeks and then stopped in the middle of breakfast."),
    Words("Please tell me what happens next and when I will hear from you."),
    Words("I paid on the third, the money has left my account, and the order says unpaid."),
    Words("I am not angry, I only want to know where it is."),
    Words("Could you send the papers to my new address instead?")};
constexpr std::array en_answers{
    Words("I am sorry that you had to write to us twice about this."),
    Words("The refund was stopped by a wrong account number on our side; I have corrected it myself."),
    Words("The courier has found the parcel and brings it tomorrow between ten and twelve."),
    Words("I have sent you a new one today; please keep the old one until it has arrived."),
    Words("I will look at the bill with my colleague and write to you again."),
    Words("Your new address is saved, and the papers go there.")};

constexpr std::array fi_first{Words("Aino"), Words("Väinö"), Words("Kaisa"),
                              Words("Olli"), Words("Leena"), Words("Mikko")};
constexpr std::array fi_last{Words("Virtanen"), Words("Mäkelä"), Words("Korhonen"),
                             Words("Nieminen"), Words("Laine"),  Words("Hämäläinen")};
constexpr std::array fi_subjects{Words("Laskussa väärä summa"),         Words("Paketti ei ole tullut"),
                                 Words("Hyvitys luvattiin kahdesti"),   Words("Pesukone vuotaa huollon jälkeen"),
                                 Words("Kukaan ei soittanut takaisin"), Words("Miten muutan osoitteeni?"),
                                 Words("Veloitettiin kahteen kertaan"), Words("Toimitus siirtyi taas")};
constexpr std::array fi_complaints{
    Words("Olen nyt selittänyt asian neljälle ihmiselle, ja jokainen sanoo, että joku toinen soittaa."),
    Words("Laskulla on yhä vanha hinta, vaikka sopimus muutettiin keväällä."),
    Words("Paketin piti tulla tiistaina, sitten torstaina, ja nyt seurannassa ei näy mitään."),
    Words("Kone toimi kaksi viikkoa ja alkoi sitten vuotaa keittiön lattialle."),
    Words("Kertokaa, mitä seuraavaksi tapahtuu ja milloin kuulen teistä."),
    Words("Maksoin kolmas päivä, rahat lähtivät tililtä, mutta tilaus on yhä maksamatta."),
    Words("En ole vihainen, haluan vain tietää, missä tilaukseni on."),
    Words("Voisitteko lähettää paperit uuteen osoitteeseeni?")};
constexpr std::array fi_answers{
    Words("Olen pahoillani, että jouduit kirjoittamaan meille kahdesti."),
    Words("Hyvitys pysähtyi meidän virheeseemme tilinumerossa; korjasin sen itse."),
    Words("Kuljetusliike löysi paketin ja tuo sen huomenna kello kymmenen ja kahdentoista välillä."),
    Words("Lähetin sinulle tänään uuden; pidä vanha, kunnes se on perillä."),
    Words("Käyn laskun läpi työtoverini kanssa ja kirjoitan sinulle uudelleen."),
    Words("Uusi osoitteesi on tallennettu, ja paperit menevät sinne.")};

constexpr std::array el_first{Words("Νίκος"),   Words("Ελένη"),    Words("Μαρία"),
                              Words("Γιώργος"), Words("Κατερίνα"), Words("Δημήτρης")};
constexpr std::array el_last{Words("Παπαδάκης"), Words("Γεωργίου"),  Words("Νικολάου"),
                             Words("Αντωνίου"),  Words("Βασιλείου"), Words("Δημητρίου")};
constexpr std::array el_subjects{Words("Η παραγγελία δεν ήρθε"),
                                 Words("Κανείς δεν με κάλεσε πίσω"),
                                 Words("Λάθος ποσό στον λογαριασμό"),
                                 Words("Η επιστροφή χρημάτων καθυστερεί"),
                                 Words("Το προϊόν χάλασε σε δύο εβδομάδες"),
                                 Words("Πώς αλλάζω διεύθυνση;"),
                                 Words("Χρεώθηκα δύο φορές"),
                                 Words("Η παράδοση αναβλήθηκε ξανά")};
constexpr std::array el_complaints{
    Words("Το έχω εξηγήσει ήδη σε τέσσερις ανθρώπους και ο καθένας λέει ότι θα με καλέσει κάποιος άλλος."),
    Words("Ο λογαριασμός δείχνει ακόμη την παλιά τιμή, παρότι η σύμβαση άλλαξε την άνοιξη."),
    Words("Το δέμα θα ερχόταν την Τρίτη, μετά την Πέμπτη, και τώρα δεν φαίνεται πουθενά."),
    Words("Δούλεψε δύο εβδομάδες και μετά σταμάτησε."),
    Words("Πείτε μου τι γίνεται στη συνέχεια και πότε θα έχω νέα σας."),
    Words("Πλήρωσα στις τρεις του μήνα, τα χρήματα έφυγαν, αλλά η παραγγελία φαίνεται απλήρωτη."),
    Words("Δεν είμαι θυμωμένη, θέλω μόνο να ξέρω πού βρίσκεται."),
    Words("Μπορείτε να στείλετε τα έγγραφα στη νέα μου διεύθυνση;")};
constexpr std::array el_answers{
    Words("Λυπάμαι που χρειάστηκε να μας γράψετε δύο φορές."),
    Words("Η επιστροφή σταμάτησε από δικό μας λάθος στον αριθμό λογαριασμού· το διόρθωσα ο ίδιος."),
    Words("Η εταιρεία μεταφορών βρήκε το δέμα και το φέρνει αύριο μεταξύ δέκα και δώδεκα."),
    Words("Σας έστειλα σήμερα καινούριο· κρατήστε το παλιό μέχρι να φτάσει."),
    Words("Θα δω τον λογαριασμό με τη συνάδελφό μου και θα σας γράψω ξανά."),
    Words("Η νέα σας διεύθυνση καταχωρίστηκε και τα έγγραφα πηγαίνουν εκεί.")};

constexpr std::array fa_first{Words("مریم"), Words("رضا"), Words("لیلا"), Words("امید"), Words("زهرا"), Words("علی")};
constexpr std::array fa_last{Words("حسینی"), Words("کریمی"), Words("رضایی"),
                             Words("محمدی"), Words("احمدی"), Words("جعفری")};
constexpr std::array fa_subjects{Words("بازپرداخت هنوز انجام نشده است"),
                                 Words("تماس وعده داده‌شده برقرار نشد"),
                                 Words("مبلغ صورت‌حساب اشتباه است"),
                                 Words("سفارش من نرسیده است"),
                                 Words("کالا پس از دو هفته خراب شد"),
                                 Words("چگونه نشانی خود را عوض کنم؟"),
                                 Words("دو بار از حسابم برداشت شد"),
                                 Words("تحویل باز هم عقب افتاد")};
constexpr std::array fa_complaints{
    Words(
        "این را تا حالا برای چهار نفر توضیح داده‌ام و هر کدام می‌گوید کس دیگری زنگ می‌زند."),
    Words(
        "با آنکه قرارداد در بهار عوض شد، صورت‌حساب هنوز قیمت قدیمی را نشان می‌دهد."),
    Words(
        "بسته قرار بود سه‌شنبه برسد، بعد گفتند پنجشنبه، و حالا هیچ خبری از آن نیست."),
    Words("دو هفته کار کرد و بعد ناگهان از کار افتاد."),
    Words("لطفاً بگویید قدم بعدی چیست و کی خبر می‌دهید."),
    Words(
        "روز سوم ماه پرداخت کردم و پول از حسابم کم شد، ولی سفارش پرداخت‌نشده نشان داده می‌شود."),
    Words("عصبانی نیستم، فقط می‌خواهم بدانم سفارشم کجاست."),
    Words("ممکن است مدارک را به نشانی تازه‌ام بفرستید؟")};
constexpr std::array fa_answers{
    Words("متأسفم که ناچار شدید دو بار برای ما بنویسید."),
    Words(
        "بازپرداخت به‌خاطر اشتباه ما در شمارهٔ حساب متوقف شده بود؛ خودم آن را درست کردم."),
    Words(
        "شرکت پست بسته را پیدا کرده و فردا بین ساعت ده تا دوازده می‌آورد."),
    Words("امروز یکی تازه برایتان فرستادم؛ لطفاً قبلی را تا رسیدن آن نگه دارید."),
    Words(
        "صورت‌حساب را با همکارم بررسی می‌کنم و دوباره برایتان می‌نویسم."),
    Words("نشانی تازهٔ شما ثبت شد و مدارک به همان‌جا می‌رود.")};

constexpr std::array en_results{Words("Your refund of €84.00 is on your account."),
                                Words("The new kettle is at your door."), Words("You have the corrected invoice.")};
constexpr std::array fi_results{Words("84,00 euron palautus on tililläsi."), Words("Uusi vedenkeitin on ovellasi."),
                                Words("Sinulla on korjattu lasku.")};
constexpr std::array el_results{Words("Η επιστροφή των 84,00 € είναι στον λογαριασμό σας."),
                                Words("Ο νέος βραστήρας είναι στην πόρτα σας."),
                                Words("Έχετε το διορθωμένο τιμολόγιο.")};
constexpr std::array fa_results{Words("بازپرداخت ۸۴٫۰۰ یورو به حساب شما رسیده است."),
                                Words("کتری تازه به در خانهٔ شما رسیده است."),
                                Words("صورت‌حساب اصلاح‌شده به دست شما رسیده است.")};

constexpr std::array all{
    Language{"en", "Europe/London", false, en_first, en_last, en_subjects, en_complaints, en_answers,
             "Called the courier: the depot closes at six.", en_results},
    Language{"fi", "Europe/Helsinki", false, fi_first, fi_last, fi_subjects, fi_complaints, fi_answers,
             "Soitin kuljetusliikkeeseen: varasto sulkeutuu kuudelta.", fi_results},
    Language{"el", "Europe/Athens", false, el_first, el_last, el_subjects, el_complaints, el_answers,
             "Τηλεφώνησα στη μεταφορική: η αποθήκη κλείνει στις έξι.", el_results},
    Language{"fa", "Asia/Tehran", true, fa_first, fa_last, fa_subjects, fa_complaints, fa_answers,
             "با شرکت پست تماس گرفتم: انبار ساعت شش می‌بندد.", fa_results},
};

} // namespace

std::span<const Language> languages() { return all; }

} // namespace amends::sample
