// SPDX-License-Identifier: Apache-2.0
// Messages, notes and events in one order. What lies before the oldest message read so far waits until it is read.
import type { Case, Message, Note, TimelineEvent } from '@/core/api/types';
import { isTold } from './eventWords';

export type Entry = { readonly key: string; readonly at: number } & (
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'note'; readonly note: Note }
  | { readonly kind: 'event'; readonly event: TimelineEvent }
);

const rank = { event: 1, message: 0, note: 0 };

export function timelineOf(of: Case, messages: readonly Message[], more: boolean): Entry[] {
  const shown = messages.filter((message) => message.state !== 'withdrawn');
  const from = more && shown[0] ? shown[0].at : -Infinity;
  const entries: Entry[] = [
    ...shown.map((message) => ({ key: `m${message.id}`, at: message.at, kind: 'message' as const, message })),
    ...of.notes.filter((note) => note.at >= from).map((note) => ({ key: `n${note.id}`, at: note.at, kind: 'note' as const, note })),
    ...of.events.filter((event) => event.at >= from && isTold(event)).map((event) => ({ key: `e${event.seq}`, at: event.at, kind: 'event' as const, event })),
  ];
  return entries.sort((a, b) => a.at - b.at || rank[a.kind] - rank[b.kind]);
}
