// SPDX-License-Identifier: Apache-2.0
// Which of the things we owe this customer is said first: a promise that is open, or broken and still not done,
// before the next update; where nobody holds the case yet, by when somebody must.
import type { Case, CustomerPromise } from '@/core/api/types';

export interface Loudest {
  readonly what: 'promise' | 'broken' | 'update' | 'pull' | 'settles' | 'ended' | 'merged' | 'spam' | 'nothing';
  readonly running: boolean;
  readonly due: number | null;
  readonly text: string;
  readonly keeper: string;
  readonly fulfillable: number | null;
  readonly promise: CustomerPromise | null;
  readonly more: number;
}

const isOurs = (promise: CustomerPromise) => promise.side === 'us';
const isOwed = (promise: CustomerPromise) =>
  isOurs(promise) && promise.kind !== 'update' && (promise.state === 'open' || (promise.state === 'broken' && promise.fulfilled_late_at === null));

const quiet = { running: false, due: null, text: '', keeper: '', fulfillable: null, promise: null, more: 0 } as const;

const newsDue = (of: Case, at: number) => of.promises.find((each) => isOurs(each) && each.kind === 'update' && each.state === 'open' && each.due_at === at) ?? null;

// Its keeper was asked whether it will be kept, and has not answered.
export const isAsked = (promise: CustomerPromise | null) => promise !== null && promise.state === 'open' && promise.asked_at !== null && promise.answered_at === null;

export function loudest(of: Case): Loudest {
  if (of.status === 'merged') return { ...quiet, what: 'merged' };
  if (of.status === 'spam') return { ...quiet, what: 'spam' };
  if (of.status === 'closed' || of.status === 'closed_unrecovered') return { ...quiet, what: 'ended' };
  if (of.status === 'resolved' || of.status === 'final_response') return { ...quiet, what: of.settles_at === null ? 'ended' : 'settles', due: of.settles_at };

  const owed = of.promises.filter(isOwed).sort((a, b) => a.due_at - b.due_at);
  const [first] = owed;
  const update = of.next_update_at;
  const keeper = of.owner?.name ?? of.team?.name ?? '';
  if (first && (update === null || first.due_at <= update || first.state === 'broken')) {
    return {
      what: first.state === 'broken' ? 'broken' : 'promise', running: true, due: first.due_at, text: first.text,
      keeper: first.keeper?.name ?? keeper, fulfillable: first.id, promise: first, more: owed.length - 1,
    };
  }
  if (of.status === 'queued' && of.pull_by !== null && (update === null || of.pull_by < update)) {
    return { ...quiet, what: 'pull', running: true, due: of.pull_by, keeper, more: owed.length };
  }
  if (update !== null) return { ...quiet, what: 'update', running: true, due: update, keeper, promise: newsDue(of, update), more: owed.length };
  return { ...quiet, what: 'nothing' };
}
