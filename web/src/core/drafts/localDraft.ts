// SPDX-License-Identifier: Apache-2.0
// A copy of each draft on this machine, written with every key: it survives a closed tab, a lost line and a lost session.
import type { PromiseWish } from '@/core/api/promises';
import type { Attachment } from '@/core/api/types';

export interface LocalDraft {
  kind: 'reply' | 'note';
  reply: string;
  note: string;
  nextUpdateAt: number | null;
  seenMessage: number | null;
  attachments: readonly Attachment[];
  promises: readonly PromiseWish[];
  at: number;
}

type Words = Pick<LocalDraft, 'reply' | 'note' | 'attachments' | 'promises'>;
export const isBlank = (draft: Words) => !draft.reply.trim() && !draft.note.trim() && draft.attachments.length === 0 && draft.promises.length === 0;

const longest = 30 * 86_400_000;
const prefix = 'amends.draft.';
const place = (user: number, caseId: number) => `${prefix}${user}.${caseId}`;

export function keepDraft(user: number, caseId: number, draft: LocalDraft) {
  try {
    if (isBlank(draft)) localStorage.removeItem(place(user, caseId));
    else localStorage.setItem(place(user, caseId), JSON.stringify(draft));
  } catch {
    // A full or forbidden store: the desk's own copy a second later has to do.
  }
}

export function keptDraft(user: number, caseId: number): LocalDraft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(place(user, caseId)) ?? 'null') as LocalDraft | null;
    // One that was kept before promises were part of it has none.
    return draft && Date.now() - draft.at < longest ? { ...draft, promises: draft.promises ?? [] } : null;
  } catch {
    return null;
  }
}

export function forgetDraft(user: number, caseId: number) {
  try {
    localStorage.removeItem(place(user, caseId));
  } catch {
    // Nothing was kept then.
  }
}
