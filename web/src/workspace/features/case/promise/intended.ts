// SPDX-License-Identifier: Apache-2.0
// What may be promised and on what ground, as far as a page can say it before the desk judges.
import type { HonestDates, PromiseWish, ReadWords } from '@/core/api/promises';
import type { Case, CustomerPromise } from '@/core/api/types';
import { atHour } from '@/core/time/atHour';
import { toneOf } from '@/core/time/promiseState';

export type Basis = 'history' | 'clause' | 'fact';
export const bases = ['history', 'clause', 'fact'] as const;
const fewest = 20;
const day = 86_400_000;

export interface Said {
  readonly kind: PromiseWish['kind'];
  readonly dueAt: number | null;
  readonly words: string;
}

// The desk counts in bytes of UTF-8, a page in UTF-16.
export function wordsIn(text: string, begin: number, end: number): string {
  return new TextDecoder().decode(new TextEncoder().encode(text).slice(begin, end)).trim();
}

export function saidIn(text: string, read: ReadWords): Said | null {
  const { promise } = read;
  return promise && { kind: promise.kind, dueAt: promise.due_at, words: wordsIn(text, promise.begin, promise.end) };
}

// The next update that the reply tells answers for words that promise no more than news by then.
export const promisesAlready = (said: Said, nextUpdateAt: number | null) =>
  said.kind === 'update' && nextUpdateAt !== null && (said.dueAt === null || nextUpdateAt <= said.dueAt);

export interface Meant {
  readonly ours: boolean;
  readonly kind: PromiseWish['kind'];
  readonly text: string;
  readonly dueAt: number;
  readonly basis: Basis;
  readonly ground: string;
}

// Without enough ended cases history supports no date.
export const honestAt = (dates: HonestDates | null) => (dates && dates.n >= fewest ? dates.eight_in_ten_at : null);

export interface Judged {
  readonly tooFew: boolean;
  readonly early: boolean;
  readonly missing: 'text' | 'due' | 'kind' | 'ground' | 'reason' | null;
}

export function judge(meant: Meant, dates: HonestDates | null, now: number): Judged {
  const supported = honestAt(dates);
  const onHistory = meant.ours && meant.kind === 'outcome' && meant.basis === 'history';
  const tooFew = supported === null;
  const early = onHistory && supported !== null && meant.dueAt < supported;
  const claims = meant.ours && meant.kind === 'outcome' && meant.basis !== 'history';
  const blank = !meant.ground.trim();
  const missing =
    meant.kind !== 'update' && !meant.text.trim() ? 'text'
    : meant.dueAt <= now ? 'due'
    : onHistory && tooFew ? 'kind'
    : claims && blank ? 'ground'
    : early && blank ? 'reason'
    : null;
  return { tooFew, early, missing };
}

export function wishOf(meant: Meant, early: boolean): PromiseWish {
  const claimed = meant.ours && meant.kind === 'outcome' && meant.basis !== 'history';
  return {
    kind: meant.kind, due_at: meant.dueAt,
    ...(meant.text.trim() ? { text: meant.text.trim() } : {}),
    ...(claimed ? { basis: meant.basis } : {}),
    ...(claimed || early ? { ground: meant.ground.trim() } : {}),
  };
}

export const quickTimes = (now: number) => [atHour(now, 17), atHour(now + day, 10), atHour(now + 2 * day, 12), atHour(now + 3 * day, 12)].filter((at) => at > now).slice(0, 3);

// A promise of ours that may come late: its keeper was asked, or its day has come.
const isClose = (promise: CustomerPromise, now: number) =>
  promise.due_at > now && ((promise.asked_at !== null && promise.answered_at === null) || toneOf(promise.due_at, now) !== 'far');

export const warnable = (of: Case, now: number) => of.promises.filter((each) => each.side === 'us' && each.state === 'open' && each.warned_at === null && isClose(each, now));

// Nobody agrees in advance, and no machine agrees at all.
export const wordsSince = (of: Case, promise: CustomerPromise) =>
  of.messages.filter((each) => each.direction === 'in' && each.automatic === null && each.at >= promise.made_at).slice(-5).reverse();

// The last part of "promises.2.due_at" names the field, the middle one whose it is.
export function placeOf(field: string | null | undefined): { at: number; field: string } | null {
  const [, at, name] = /^promises\.(\d+)\.(\w+)$/.exec(field ?? '') ?? [];
  return at === undefined ? null : { at: Number(at), field: name! };
}
