// SPDX-License-Identifier: Apache-2.0
// Made-up people and words in the four languages, so that mixed directions are always on the screen.

export const customers = [
  'Aino Virtanen', 'Νίκος Παπαδάκης', 'مریم حسینی', 'John Carter',
  'Ελένη Γεωργίου', 'Väinö Mäkelä', 'رضا کریمی', 'Sara Lind',
];

export const languagesOf = ['en', 'el', 'fa', 'en', 'el', 'fi', 'fa', 'en'];

export const subjects = [
  'Refund promised twice, never paid', 'Η παραγγελία δεν ήρθε', 'بازپرداخت هنوز انجام نشده است', 'Wrong invoice after contract change',
  'Κανείς δεν με κάλεσε πίσω', 'Laskussa väärä summa', 'تماس وعده داده‌شده برقرار نشد', 'Delivery moved for the third time',
];

export const complaints = [
  'I have now explained this to four people and each says somebody else will call.',
  'Περιμένω δύο εβδομάδες και δεν απαντά κανείς στο τηλέφωνο.',
  'دو هفته است منتظر پاسخ هستم و کسی تماس نگرفته است.',
  'Could you tell me what happens next and by when?',
  'Μου είπαν ότι θα λάβω απάντηση μέχρι τη Δευτέρα.',
  'Minulle luvattiin hyvitys viime viikolla, mutta sitä ei näy.',
  'لطفاً بگویید چه می‌شود و تا کی.',
  'This is the last time I ask before I cancel.',
];

export const promiseTexts = [
  'Refund of €84.00 paid and confirmed by mail', 'Τηλεφώνημα από τον υπεύθυνο αποστολών', 'واریز ۸۴ یورو و خبر دادن با ایمیل', 'Corrected invoice sent',
  'Κλήση πίσω πριν το μεσημέρι', 'Hyvityslasku lähetetään', 'تماس تلفنی تا ظهر', 'Delivery on the agreed day, or the shipping is refunded',
];

export const apology =
  'I am sorry that you had to write to us twice about this. The refund was stopped by a wrong account number on our side; I have corrected it myself.';

export const note =
  '@Leila the bank file goes out at 15:00. If it misses that, call before 16:00 — do not let the mail be the first they hear. See AM-24790 for the same account.';

export const letter = `
  <p>Hello,</p>
  <p>I attach the <b>statement</b> of my bank. The payment <i>has not</i> arrived:</p>
  <table border="1" cellpadding="4" cellspacing="0">
    <tr><th>Date</th><th>Text</th><th>Amount</th></tr>
    <tr><td>17 November</td><td>AM-24817</td><td>€0.00</td></tr>
  </table>
  <p><img data-remote="/image-proxy/logo" alt="" width="120" height="32"></p>
  <p>Our terms: <a href="https://example.org/terms">www.example.com/terms</a></p>
  <blockquote>You wrote: we will pay by Friday.</blockquote>`;

export const snippets = [
  { name: 'apology-delay', text: 'I am sorry for the wait. The new date is ' },
  { name: 'refund-steps', text: 'Your refund takes these steps: we send it today, the bank books it within two working days, and I write to you when it is done. ' },
  { name: 'call-back', text: 'When would a call suit you? I can call today until 17:00 or tomorrow from 9:00. ' },
];

export const colleagues = [
  { name: 'leila', full: 'Leila Karimi' },
  { name: 'mikko', full: 'Mikko Laine' },
  { name: 'eleni', full: 'Eleni Georgiou' },
];
