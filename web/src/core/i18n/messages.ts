// SPDX-License-Identifier: Apache-2.0
// The words of one language, fetched before the first screen and again when the language changes.
// Nothing outside this folder turns a number, a date or a sentence into text.
import { IntlMessageFormat } from 'intl-messageformat';
import { computed, ref, shallowRef } from 'vue';

export const languages = ['en', 'fi', 'el', 'fa'] as const;
export type Language = (typeof languages)[number];
type Words = Record<string, string>;
type Values = Record<string, string | number>;

export const language = ref<Language>('en');
export const direction = computed(() => (language.value === 'fa' ? 'rtl' : 'ltr'));

// What Intl is asked for: Persian counts days by the Jalali calendar and writes its own digits.
const locales = { en: 'en-GB', fi: 'fi', el: 'el', fa: 'fa-IR-u-ca-persian-nu-arabext' } as const;
export const localeOf = (tag: string) => locales[isLanguage(tag) ? tag : language.value];
export const locale = computed(() => locales[language.value]);

// The zone every date is shown in: the person's own, else the browser's.
export const zone = ref(new Intl.DateTimeFormat().resolvedOptions().timeZone);

export function liveIn(name: string | null | undefined) {
  try {
    // A desk that was never told its zone says UTC; then the reader's own is the better guess.
    if (name && !/^(Etc\/)?UTC$/.test(name)) zone.value = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    // A zone this browser does not know: the one it lives in stays.
  }
}

const words = shallowRef<Words>({});
const parsed = new Map<string, IntlMessageFormat>();
type Lists = Record<Language, () => Promise<{ default: Words }>>;
let sources: Lists;
// Words of screens that are opened seldom come with the screen.
const learned: Lists[] = [];
const more = shallowRef<Words>({});
// The language that is shown or on its way: a screen may come while another language does.
let wanted: Language = 'en';
let reading = 0;

export function isLanguage(tag: string | null | undefined): tag is Language {
  return languages.includes(tag as Language);
}

// Called once by each entry (workspace, portal) with its own four word lists.
export function speak(lists: Lists) {
  sources = lists;
}

async function readMore() {
  const mine = (reading += 1);
  const read = await Promise.all(learned.map((lists) => lists[wanted]()));
  if (mine !== reading) return;
  parsed.clear();
  more.value = Object.assign({}, ...read.map((list) => list.default)) as Words;
}

export async function learn(lists: Lists) {
  if (learned.includes(lists)) return;
  learned.push(lists);
  await readMore();
}

export async function changeLanguage(to: Language) {
  wanted = to;
  const [list] = await Promise.all([sources[to](), readMore()]);
  parsed.clear();
  language.value = to;
  words.value = list.default;
  document.documentElement.lang = to;
  document.documentElement.dir = direction.value;
}

// A sentence for somebody else's eyes, in their language: the page's own where it is none of the four.
export async function sayIn(tag: string, key: string, values: Values): Promise<string> {
  if (!isLanguage(tag) || tag === language.value) return translate(key, values);
  const read = await Promise.all([sources, ...learned].map((lists) => lists[tag]()));
  const found = read.find((list) => key in list.default)?.default[key];
  return new IntlMessageFormat(found ?? key, localeOf(tag)).format(values) as string;
}

export function translate(key: string, values?: Values): string {
  const text = words.value[key] ?? more.value[key];
  if (text === undefined) return key;
  if (!text.includes('{')) return text;
  let message = parsed.get(key);
  if (!message) parsed.set(key, (message = new IntlMessageFormat(text, locale.value)));
  return message.format(values) as string;
}
