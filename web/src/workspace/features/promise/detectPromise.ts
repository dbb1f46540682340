// SPDX-License-Identifier: Apache-2.0
// Does this text promise something? A first sieve that runs while somebody types, so that the question can be
// asked in time; the desk judges the sent text again with its own, better one.

// JavaScript's \b knows ASCII letters only, hence the lookarounds.
const signs: readonly RegExp[] = [
  /\b(?:I|we)(?:['’]ll| will| shall| promise| guarantee)\b[^.!?\n]{0,60}/i,
  /\byou (?:will|['’]ll) (?:have|get|receive|hear)\b[^.!?\n]{0,60}/i,
  /\b(?:lupaan|lupaamme|soitan|soitamme|palaan|palaamme|lähetän|lähetämme|maksamme|hyvitämme)\b[^.!?\n]{0,60}/i,
  /(?<!\p{L})\p{L}+ (?:viimeistään|mennessä)(?!\p{L})[^.!?\n]{0,40}/iu,
  /(?<!\p{L})θα (?:σας |το |τα |την |τον )*\p{L}+[^.!;?\n]{0,60}/iu,
  /(?<!\p{L})(?:υπόσχομαι|υποσχόμαστε|δεσμευόμαστε)[^.!;?\n]{0,60}/iu,
  /(?<!\p{L})(?:قول می[\u200c ]?ده(?:م|یم)|خواه(?:م|یم) \p{L}+)[^.!؟\n]{0,60}/u,
  /(?<!\p{L})تا (?:فردا|پس‌فردا|امشب|ظهر|شنبه|یک‌شنبه|دوشنبه|سه‌شنبه|چهارشنبه|پنج‌شنبه|جمعه|پایان هفته)[^.!؟\n]{0,60}/u,
];

// "I will not" and "if you will" promise nothing.
const denials = /\b(?:will not|won['’]t|cannot promise|can['’]t promise|en lupaa|emme lupaa)\b|(?<!\p{L})δεν θα(?!\p{L})|قول نمی/iu;

export function detectPromise(text: string): string | null {
  for (const sentence of text.split(/(?<=[.!?;؟\n])\s+/u)) {
    if (denials.test(sentence)) continue;
    for (const sign of signs) {
      const found = sign.exec(sentence);
      if (found) return found[0].trim();
    }
  }
  return null;
}
