// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { HonestDates } from '@/core/api/promises';
import type { Case } from '@/core/api/types';
import { judge, placeOf, promisesAlready, saidIn, warnable, wishOf, wordsIn, wordsSince, type Meant } from './intended';

const meant = (more: Partial<Meant> = {}): Meant => ({ ours: true, kind: 'outcome', text: 'Refund paid', dueAt: 500, basis: 'history', ground: '', ...more });
const dates = (more: Partial<HonestDates> = {}): HonestDates => ({ n: 50, topic: '', type: 'request', half_at: 200, eight_in_ten_at: 400, nine_in_ten_at: 450, ...more });
const few = dates({ n: 12, half_at: null, eight_in_ten_at: null, nine_in_ten_at: null });

test('the desk’s places are bytes, and letters of four scripts and a smile are more than one', () => {
  const text = 'سلام 🙂. Σας καλώ αύριο.';
  const begin = new TextEncoder().encode('سلام 🙂. ').length;

  expect(wordsIn(text, begin, begin + new TextEncoder().encode('Σας καλώ αύριο.').length)).toBe('Σας καλώ αύριο.');
  expect(saidIn('Hi.', { promise: null, honest: few })).toBeNull();
});

test('a date that the reply tells anyway answers for news, not for a result nor for an earlier day', () => {
  expect(promisesAlready({ kind: 'update', dueAt: 100, words: '' }, 90)).toBe(true);
  expect(promisesAlready({ kind: 'update', dueAt: null, words: '' }, 90)).toBe(true);
  expect(promisesAlready({ kind: 'update', dueAt: 80, words: '' }, 90)).toBe(false);
  expect(promisesAlready({ kind: 'outcome', dueAt: 100, words: '' }, 90)).toBe(false);
  expect(promisesAlready({ kind: 'update', dueAt: 100, words: '' }, null)).toBe(false);
});

test('a result rests on history, a clause or a fact', () => {
  expect(judge(meant(), dates(), 100)).toEqual({ tooFew: false, early: false, missing: null });
  expect(judge(meant(), few, 100)).toMatchObject({ tooFew: true, missing: 'kind' });
  expect(judge(meant(), dates({ n: 19 }), 100).missing).toBe('kind');
  expect(judge(meant({ basis: 'clause' }), few, 100).missing).toBe('ground');
  expect(judge(meant({ basis: 'fact', ground: 'the bank’s receipt' }), few, 100).missing).toBeNull();
});

test('earlier than history supports needs a reason', () => {
  expect(judge(meant({ dueAt: 399 }), dates(), 100)).toMatchObject({ early: true, missing: 'reason' });
  expect(judge(meant({ dueAt: 399, ground: 'paid already' }), dates(), 100).missing).toBeNull();
});

test('news needs neither words nor ground, and nobody promises the past', () => {
  expect(judge(meant({ kind: 'update', text: '' }), few, 100).missing).toBeNull();
  expect(judge(meant({ kind: 'appointment', text: ' ' }), few, 100).missing).toBe('text');
  expect(judge(meant({ dueAt: 100 }), dates(), 100).missing).toBe('due');
  expect(judge(meant({ ours: false }), few, 100).missing).toBeNull();
});

test('only what is claimed is told: history and judgement are found by the desk', () => {
  expect(wishOf(meant({ ground: 'left over' }), false)).toEqual({ kind: 'outcome', due_at: 500, text: 'Refund paid' });
  expect(wishOf(meant({ ground: 'paid already' }), true)).toMatchObject({ ground: 'paid already' });
  expect(wishOf(meant({ basis: 'clause', ground: '4.2' }), false)).toMatchObject({ basis: 'clause', ground: '4.2' });
  expect(wishOf(meant({ kind: 'update', text: '', basis: 'clause', ground: 'x' }), false)).toEqual({ kind: 'update', due_at: 500 });
});

test('a customer is warned of what may be late and was not warned of yet', () => {
  const hour = 3_600_000;
  const one = (id: number, more: object) => ({ id, side: 'us', state: 'open', due_at: 100 * hour, asked_at: null, answered_at: null, warned_at: null, ...more });
  const promises = [one(1, {}), one(2, { asked_at: 5 }), one(3, { asked_at: 5, answered_at: 6 }), one(4, { due_at: 3 * hour }), one(5, { due_at: 3 * hour, warned_at: 9 }), one(6, { side: 'customer', due_at: 3 * hour }), one(7, { due_at: hour / 2, state: 'kept' })];

  expect(warnable({ promises } as unknown as Case, hour).map((each) => each.id)).toEqual([2, 4]);
});

test('their word is a message of theirs, written after the promise', () => {
  const messages = [{ id: 1, at: 5, direction: 'in', automatic: null }, { id: 2, at: 15, direction: 'in', automatic: 'auto_reply' }, { id: 3, at: 16, direction: 'out', automatic: null }, { id: 4, at: 17, direction: 'in', automatic: null }, { id: 5, at: 18, direction: 'in', automatic: null }];

  expect(wordsSince({ messages } as unknown as Case, { made_at: 10 } as never).map((each) => each.id)).toEqual([5, 4]);
});

test('a refusal says which promise of a reply it means', () => {
  expect(placeOf('promises.2.due_at')).toEqual({ at: 2, field: 'due_at' });
  expect(placeOf('promises')).toBeNull();
  expect(placeOf(null)).toBeNull();
});
