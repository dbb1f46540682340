// SPDX-License-Identifier: Apache-2.0
// What the desk and a browser say to each other over the live connection, as JSON text frames.
// `seq` is the place in the desk's event log; `version` is the seq of the event that last changed a thing.

export type FromDesk =
  | { op: 'hello'; seq: number; epoch: string; build: string }
  | { op: 'event'; seq: number; kind: string; id: number; version: number; body?: unknown }
  | { op: 'presence'; caseId: number; who: string; doing: 'viewing' | 'typing' | 'gone' }
  | { op: 'beat'; seq: number }
  | { op: 'resync'; seq: number };

export type ToDesk =
  | { op: 'resume'; since: number | null; epoch: string | null; topics: string[] }
  | { op: 'topics'; topics: string[] }
  | { op: 'presence'; caseId: number; doing: 'viewing' | 'typing' | 'gone' };

export type LiveEvent = Extract<FromDesk, { op: 'event' }>;
export type Presence = Extract<FromDesk, { op: 'presence' }>;

// Why the desk closed the connection.
export const closed = { lagged: 4001, signedOut: 4003 } as const;
