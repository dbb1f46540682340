// SPDX-License-Identifier: Apache-2.0
// One customer's case as the portal's server would send it, in the customer's language.
import type { Language } from '@/core/i18n/messages';

export interface PublicCase {
  ref: string;
  state: 'working' | 'yours' | 'done';
  title: string;
  owner: string;
  next: string;
  due: number;
  steps: { text: string; doneAt: number | null }[];
  remedies: { name: string; about: string }[];
}

const day = 86_400_000;
const words: Record<Language, { title: string; next: string; steps: string[]; remedies: [string, string][] }> = {
  en: {
    title: 'Your refund of €84.00',
    next: 'The bank pays the money to your account',
    steps: ['You told us about the missing refund', 'We found our mistake and apologised', 'We corrected the account number', 'The bank pays the money', 'We ask you whether it is all right'],
    remedies: [['€15 back to your card', 'Paid with the refund'], ['Free delivery for six months', 'Starts today'], ['Nothing, an explanation is enough', 'We write what went wrong and what we changed']],
  },
  fi: {
    title: '84,00 euron hyvityksesi',
    next: 'Pankki maksaa rahat tilillesi',
    steps: ['Kerroit puuttuvasta hyvityksestä', 'Löysimme virheemme ja pyysimme anteeksi', 'Korjasimme tilinumeron', 'Pankki maksaa rahat', 'Kysymme, onko kaikki kunnossa'],
    remedies: [['15 € takaisin kortillesi', 'Maksetaan hyvityksen mukana'], ['Ilmainen toimitus puoli vuotta', 'Alkaa tänään'], ['En mitään, selitys riittää', 'Kirjoitamme, mikä meni vikaan ja mitä muutimme']],
  },
  el: {
    title: 'Η επιστροφή των 84,00 €',
    next: 'Η τράπεζα καταθέτει τα χρήματα στον λογαριασμό σας',
    steps: ['Μας ενημερώσατε ότι δεν πήρατε την επιστροφή', 'Βρήκαμε το λάθος μας και ζητήσαμε συγγνώμη', 'Διορθώσαμε τον αριθμό λογαριασμού', 'Η τράπεζα καταθέτει τα χρήματα', 'Σας ρωτάμε αν όλα είναι εντάξει'],
    remedies: [['15 € πίσω στην κάρτα σας', 'Μαζί με την επιστροφή'], ['Δωρεάν παράδοση για έξι μήνες', 'Από σήμερα'], ['Τίποτα, μια εξήγηση αρκεί', 'Γράφουμε τι πήγε στραβά και τι αλλάξαμε']],
  },
  fa: {
    title: 'بازپرداخت ۸۴ یورو',
    next: 'بانک پول را به حساب شما واریز می‌کند',
    steps: ['شما خبر دادید که پول نرسیده است', 'اشتباه خود را یافتیم و عذر خواستیم', 'شمارهٔ حساب را درست کردیم', 'بانک پول را می‌پردازد', 'از شما می‌پرسیم که همه‌چیز درست است یا نه'],
    remedies: [['۱۵ یورو به کارت شما', 'همراه بازپرداخت'], ['شش ماه ارسال رایگان', 'از امروز'], ['هیچ، توضیح کافی است', 'می‌نویسیم چه اشتباهی شد و چه چیزی را عوض کردیم']],
  },
};

export function demoCase(language: Language, now: number): PublicCase {
  const { title, next, steps, remedies } = words[language];
  return {
    ref: 'AM-24817', state: 'working', title, next, owner: language === 'fa' ? 'لیلا' : 'Leila', due: now + 1.4 * day,
    steps: steps.map((text, n) => ({ text, doneAt: n < 3 ? now - (4 - n) * day : null })),
    remedies: remedies.map(([name, about]) => ({ name, about })),
  };
}
