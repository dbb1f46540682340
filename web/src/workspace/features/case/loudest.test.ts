// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { Case, CustomerPromise } from '@/core/api/types';
import { loudest } from './loudest';
import { timelineOf } from './timeline';

const promise = (more: Partial<CustomerPromise>) => ({ id: 7, kind: 'outcome', side: 'us', text: 'Refund', keeper: { id: 1, name: 'Leila' }, due_at: 50, state: 'open', fulfilled_late_at: null, ...more }) as CustomerPromise;
const a = (more: Partial<Case>) => ({ status: 'open', owner: { id: 1, name: 'Leila' }, team: null, promises: [], next_update_at: 100, pull_by: null, settles_at: null, closed_at: null, notes: [], events: [], ...more }) as unknown as Case;

test('a promise that falls due before the next update is said first', () => {
  expect(loudest(a({ promises: [promise({ due_at: 50 })] }))).toMatchObject({ what: 'promise', due: 50, fulfillable: 7 });
  expect(loudest(a({ promises: [promise({ due_at: 150 })] }))).toMatchObject({ what: 'update', due: 100, more: 1 });
});

test('a broken promise stays the loudest until it is done', () => {
  const of = a({ promises: [promise({ state: 'broken', due_at: 150 })] });

  expect(loudest(of).what).toBe('broken');
  expect(loudest(a({ promises: [promise({ state: 'broken', fulfilled_late_at: 160 })] })).what).toBe('update');
});

test('what others owe, and the promise of news itself, is not ours to tick off', () => {
  expect(loudest(a({ promises: [promise({ side: 'partner' }), promise({ kind: 'update' })] }))).toMatchObject({ what: 'update', fulfillable: null });
});

test('where nobody holds the case, it says by when somebody must', () => {
  expect(loudest(a({ status: 'queued', owner: null, team: { id: 3, name: 'Care' }, pull_by: 40 }))).toMatchObject({ what: 'pull', due: 40, keeper: 'Care' });
});

test('an ended case runs no clock', () => {
  expect(loudest(a({ status: 'resolved', settles_at: 500, next_update_at: null }))).toMatchObject({ what: 'settles', running: false });
  expect(loudest(a({ status: 'spam' })).running).toBe(false);
  expect(loudest(a({ next_update_at: null })).what).toBe('nothing');
});

test('a message taken back leaves the timeline, and what lies before the read part waits', () => {
  const of = a({ notes: [{ id: 1, at: 5, author: { id: 1, name: 'L' }, text: 'old' }, { id: 2, at: 30, author: { id: 1, name: 'L' }, text: 'new' }], events: [{ seq: 9, at: 20, type: 'case.taken', actor: { kind: 'user', id: 1, name: 'L' }, payload: {} }, { seq: 10, at: 21, type: 'something.unheard_of', actor: { kind: 'rule', id: null, name: null }, payload: {} }] });
  const messages = [{ id: 3, at: 10, state: 'received' }, { id: 4, at: 25, state: 'withdrawn' }] as never;

  expect(timelineOf(of, messages, true).map((entry) => entry.key)).toEqual(['m3', 'e9', 'n2']);
  expect(timelineOf(of, messages, false).map((entry) => entry.key)).toEqual(['n1', 'm3', 'e9', 'n2']);
});
