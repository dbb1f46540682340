// SPDX-License-Identifier: Apache-2.0
// What a screen may ask of the desk. The product answers over HTTP; the demonstration answers from memory.

export const views = ['mine', 'nobody', 'open', 'recovery', 'closed'] as const;
export type View = (typeof views)[number];
export type Channel = 'mail' | 'chat' | 'phone' | 'form';

export interface CaseSummary {
  readonly id: number;
  readonly version: number;
  readonly ref: string;
  readonly customer: string;
  readonly subject: string;
  readonly channel: Channel;
  readonly owner: string | null;
  readonly unread: boolean;
  readonly due: number | null;
  readonly silentDays: number;
  readonly inRecovery: boolean;
}

export const promiseKinds = ['outcome', 'update', 'appointment'] as const;
export type PromiseKind = (typeof promiseKinds)[number];

// The domain calls it Promise; that name is taken here.
export interface CustomerPromise {
  readonly id: number;
  readonly caseId: number;
  readonly caseRef: string;
  readonly customer: string;
  readonly kind: PromiseKind;
  readonly text: string;
  readonly due: number;
  readonly keeper: string;
  readonly keptAt: number | null;
  // What is done after its time is done, but the promise stays broken.
  readonly doneLateAt: number | null;
}

export type Entry = { readonly id: number; readonly at: number } & (
  | { readonly kind: 'message'; readonly ours: boolean; readonly who: string; readonly text: string; readonly html?: string }
  | { readonly kind: 'note'; readonly who: string; readonly text: string }
  | { readonly kind: 'promise'; readonly who: string; readonly due: number }
  | { readonly kind: 'handover'; readonly from: string; readonly to: string }
);

export interface EarlierCase {
  readonly ref: string;
  readonly closedAt: number;
  readonly promiseKept: boolean;
}

export const recoveryItems = ['apology', 'action', 'compassion', 'compensation', 'followUp', 'learning'] as const;
export type RecoveryItem = (typeof recoveryItems)[number];

export interface CaseDetail {
  readonly id: number;
  readonly promise: CustomerPromise | null;
  readonly entries: readonly Entry[];
  readonly language: string;
  readonly contract: string;
  readonly earlier: readonly EarlierCase[];
  readonly recoveryDone: readonly RecoveryItem[] | null;
}

export interface SilentCustomer {
  readonly caseId: number;
  readonly caseRef: string;
  readonly customer: string;
  readonly days: number;
  readonly lastWordOurs: boolean;
  readonly owner: string | null;
}

export interface Week {
  readonly from: number;
  readonly made: number;
  readonly kept: number;
}

// A promise is made in the act of telling it, so a wish travels with the reply that tells it.
export interface NewPromise {
  readonly kind: PromiseKind;
  readonly text: string;
  readonly due: number;
  readonly reason?: string;
}

export interface Desk {
  readonly me: string;
  counts(): Promise<Record<View, number>>;
  index(view: View, query: string): Promise<readonly number[]>;
  rows(ids: readonly number[]): Promise<readonly CaseSummary[]>;
  open(id: number): Promise<CaseDetail>;
  promises(): Promise<readonly CustomerPromise[]>;
  keptByWeek(): Promise<readonly Week[]>;
  silent(): Promise<readonly SilentCustomer[]>;
  snippets(): Promise<readonly { name: string; text: string }[]>;
  colleagues(): Promise<readonly { name: string; full: string }[]>;
  // Kept if it is still in time, done late otherwise: the desk's clock decides.
  fulfil(id: number): Promise<void>;
  reply(caseId: number, text: string, promise: NewPromise | null): Promise<{ entries: readonly Entry[]; promise: CustomerPromise | null }>;
  note(caseId: number, text: string): Promise<Entry>;
  // How long 8 in 10 earlier cases of the same kind took.
  experience(caseId: number): Promise<{ n: number; span: number }>;
}
