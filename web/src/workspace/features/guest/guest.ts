// SPDX-License-Identifier: Apache-2.0
// What a guest asks of the desk.
import type { Client } from '@/core/api/client';
import type { Page, Sent } from '@/core/api/types';

export type GuestRow = Sent<'guest.GuestRow'>;
export type GuestCase = Sent<'guest.GuestView'>;
export type GuestMessage = Sent<'guest.GuestMessage'>;

export const guestViews = ['all', 'nobody', 'silence', 'waiting', 'closed'] as const;
export type GuestView = (typeof guestViews)[number];

const at = '/api/v1/guest/cases';
const after = (cursor: string | null) => (cursor ? `&cursor=${encodeURIComponent(cursor)}` : '');

export const guestDesk = (ask: Client) => ({
  cases: (view: GuestView, cursor: string | null) => ask<Page<GuestRow>>('GET', `${at}?view=${view}&limit=50${after(cursor)}`),
  view: (id: number) => ask<GuestCase>('GET', `${at}/${id}`),
  messages: (id: number, cursor: string | null) => ask<Page<GuestMessage>>('GET', `${at}/${id}/messages?limit=20${after(cursor)}`),
});
