// SPDX-License-Identifier: Apache-2.0
// What the customer's page asks of the desk. No account, no cookie: the link is all there is.
import type { Client } from '@/core/api/client';
import type { Attachment, Status } from '@/core/api/types';

export interface CustomerMessage {
  readonly id: number;
  readonly at: number;
  readonly ours: boolean;
  readonly name: string;
  readonly text: string;
  readonly right_to_left: boolean;
  readonly attachments: readonly { readonly name: string; readonly mime: string; readonly size: number; readonly url: string }[];
}

export interface CustomerPromise {
  readonly text: string;
  readonly kind: 'outcome' | 'update' | 'appointment';
  readonly due_at: number;
  readonly state: 'open' | 'kept' | 'broken' | 'moved' | 'released';
  readonly side?: 'us' | 'customer' | 'partner';
  readonly keeper?: string | null;
  readonly original_due_at?: number;
  readonly warned_at?: number | null;
  readonly fulfilled_late_at?: number | null;
}

export interface CustomerWait {
  readonly waits_on: 'us' | 'customer' | 'partner' | 'schedule';
  readonly partner: string | null;
  readonly starts_at: number;
  readonly ends_at: number | null;
}

export interface CallTimes {
  readonly times: readonly number[];
  readonly chosen: number | null;
}

export const nextSteps = ['answer_coming', 'waiting_for_you', 'waiting_for_partner', 'scheduled', 'solved', 'ended', 'queued'] as const;

export interface CustomerCase {
  readonly desk: { readonly name: string; readonly language: string };
  readonly ref: string;
  readonly subject: string;
  readonly language: string | null;
  readonly zone: string | null;
  readonly state: 'working' | 'yours' | 'done';
  readonly status: Status;
  readonly late: boolean;
  readonly proven: boolean;
  readonly owner: { readonly name: string } | null;
  readonly team: string | { readonly name: string } | null;
  readonly next: (typeof nextSteps)[number];
  readonly partner: string | null;
  readonly next_update_at: number | null;
  readonly told_at: number | null;
  readonly promises: readonly CustomerPromise[];
  readonly waits?: readonly CustomerWait[];
  readonly honest?: { readonly n: number; readonly half_at: number; readonly eight_in_ten_at: number } | null;
  readonly may_choose_call?: boolean;
  readonly messages: readonly CustomerMessage[];
  readonly can_write: boolean;
  readonly solved_question: boolean;
}

export interface ContactDesk {
  readonly desk: { readonly name: string; readonly language: string; readonly languages: readonly string[] };
  readonly token: string;
  readonly open_now: boolean;
  readonly opens_at: number | null;
  readonly answer_by: number | null;
  readonly busy: boolean;
  readonly half_by: number | null;
  readonly half_n: number;
}

export interface ContactWish {
  readonly name?: string;
  readonly address: string;
  readonly text: string;
  readonly subject?: string;
  readonly language: string;
  readonly zone: string;
  readonly website: string;
  readonly token: string;
}

const v1 = '/api/v1';

export function customerDesk(ask: Client, link: string) {
  const at = `${v1}/customer/${encodeURIComponent(link)}`;
  const tell = (deed: string, body: unknown = {}) => ask<CustomerCase>('POST', `${at}/${deed}`, body);
  return {
    view: () => ask<CustomerCase>('GET', at),
    mine: () => tell('mine'),
    notMine: () => tell('not-mine'),
    solved: () => tell('solved'),
    unsolved: (text: string) => tell('unsolved', text ? { text } : {}),
    write: (text: string, attachments: readonly number[]) => tell('messages', { text, ...(attachments.length ? { attachments } : {}) }),
    callTimes: () => ask<CallTimes>('GET', `${at}/call-times`),
    call: (when: number, phone: string) => tell('call', { at: when, phone }),
    newLink: () => ask<unknown>('POST', `${at}/new-link`, {}),
    upload: (file: File) => ask.upload<Attachment>(`${at}/uploads?name=${encodeURIComponent(file.name || 'file')}`, file),
  };
}

export const contactDesk = (ask: Client) => ({
  begin: () => ask<ContactDesk>('GET', `${v1}/contact`),
  open: (wish: ContactWish) => ask<{ ref: string; link: string; next_update_at: number | null }>('POST', `${v1}/contact`, wish),
});

export type CustomerDesk = ReturnType<typeof customerDesk>;
