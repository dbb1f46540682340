// SPDX-License-Identifier: Apache-2.0
// What is asked about promises: what history supports, what words promise, and what becomes of one that was made.
import type { Client } from './client';
import type { Case, Sent } from './types';

export type PromiseWish = Sent<'reply.IntendedWish.in'>;
export type PromiseKind = PromiseWish['kind'];
export type NotedPromise = Sent<'promise.NoteWish.in'>;
export type HonestDates = Sent<'HonestView'>;
export type ReadWords = Sent<'ReadWords'>;
// The word of whom it was made to: a message of theirs, or what they said.
export type Agreement = { readonly message_id: number } | { readonly words: string };

export const promiseKinds = ['update', 'outcome', 'appointment'] as const satisfies readonly PromiseKind[];
export const promiseSides = ['us', 'customer', 'partner'] as const satisfies readonly NotedPromise['side'][];
export const toldHows = ['call', 'in_person', 'letter', 'page', 'message'] as const satisfies readonly NotedPromise['told_how'][];

const v1 = '/api/v1';

export function promising(ask: Client) {
  const on = (promise: number, deed: string, body: unknown = {}) => ask<Case>('POST', `${v1}/promises/${promise}/${deed}`, body);
  return {
    honestDates: (of: number) => ask<HonestDates>('GET', `${v1}/cases/${of}/honest-dates`),
    readWords: (of: number, text: string) => ask<ReadWords>('POST', `${v1}/cases/${of}/reading`, { text }),
    notePromise: (of: number, wish: NotedPromise) => ask<Case>('POST', `${v1}/cases/${of}/promises`, wish),
    fulfil: (promise: number, evidence = '') => on(promise, 'fulfilment', evidence ? { evidence } : {}),
    movePromise: (promise: number, due_at: number, word: Agreement) => on(promise, 'move', { due_at, ...word }),
    releasePromise: (promise: number, word: Agreement) => on(promise, 'release', word),
    confirmPromise: (promise: number) => on(promise, 'confirmation'),
  };
}
