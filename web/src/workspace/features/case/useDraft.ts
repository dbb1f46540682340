// SPDX-License-Identifier: Apache-2.0
// What is being written on a case: kept on this machine with every key, at the desk a second after the last one.
import { onScopeDispose, reactive, ref, watch } from 'vue';
import type { Desk } from '@/core/api/httpDesk';
import type { PromiseWish } from '@/core/api/promises';
import type { Case, SavedDraft } from '@/core/api/types';
import { forgetDraft, isBlank, keepDraft, keptDraft, type LocalDraft } from '@/core/drafts/localDraft';
import { me } from '@/core/session/session';

export type Mode = 'reply' | 'note';
const pause = 1_000;

export const newestInbound = (of: Case) => of.messages.findLast((message) => message.direction === 'in');

// The desk keeps them as they were typed, and describes them as any JSON.
const promisesIn = (saved: SavedDraft) => (Array.isArray(saved.promises) ? (saved.promises as readonly PromiseWish[]) : []);

function begin(of: Case): LocalDraft {
  const saved = of.draft;
  const kept = keptDraft(me.value?.id ?? 0, of.id);
  const fresh: LocalDraft = { kind: 'reply', reply: '', note: '', nextUpdateAt: null, seenMessage: null, attachments: [], promises: [], at: 0 };
  if (kept && kept.at >= (saved?.saved_at ?? 0)) return kept;
  if (!saved) return kept ?? fresh;
  return {
    ...fresh, kind: saved.kind, [saved.kind]: saved.text, nextUpdateAt: saved.next_update_at, seenMessage: saved.seen_message,
    attachments: [...saved.attachments], promises: [...promisesIn(saved)], at: saved.saved_at ?? 0,
  };
}

export function useDraft(desk: Desk, of: () => Case) {
  const caseId = of().id;
  const user = me.value?.id ?? 0;
  const draft = reactive(begin(of()));
  const saved = ref<'' | 'here' | 'desk'>('');
  let timer = 0;
  let still = false;

  const snapshot = (): LocalDraft => ({ ...draft, attachments: [...draft.attachments], promises: [...draft.promises], at: Date.now() });
  const isEmpty = () => isBlank(draft);

  async function save() {
    // What is being written may be empty while the other keeps its words: each is dropped by itself.
    if (isEmpty() || (draft.kind === 'note' && !draft.note.trim())) {
      saved.value = '';
      return void (await desk.dropDraft(caseId, draft.kind));
    }
    const answer = await desk.saveDraft(caseId, {
      kind: draft.kind, text: draft[draft.kind], next_update_at: draft.nextUpdateAt, attachments: draft.attachments.map((file) => file.id), seen_message: draft.seenMessage, promises: draft.kind === 'reply' ? draft.promises : [],
    });
    saved.value = answer.ok ? 'desk' : 'here';
  }

  // The answer being written was begun with this message as the newest; what comes later has not been read yet.
  function markRead() {
    draft.seenMessage = newestInbound(of())?.id ?? null;
  }

  watch(draft, () => {
    if (still) return;
    draft.seenMessage ??= newestInbound(of())?.id ?? null;
    keepDraft(user, caseId, snapshot());
    clearTimeout(timer);
    timer = window.setTimeout(save, pause);
  });
  onScopeDispose(() => {
    if (!timer) return;
    clearTimeout(timer);
    if (!still) void save();
  });

  function put(back: Partial<LocalDraft>) {
    still = false;
    Object.assign(draft, back);
  }

  // After sending: nothing is left to keep, and the clearing itself is no change worth saving.
  function clear(what: Mode) {
    clearTimeout(timer);
    timer = 0;
    still = true;
    draft[what] = '';
    if (what === 'reply') Object.assign(draft, { attachments: [], promises: [], nextUpdateAt: null, seenMessage: null });
    if (isEmpty()) forgetDraft(user, caseId);
    else keepDraft(user, caseId, snapshot());
    saved.value = '';
    queueMicrotask(() => setTimeout(() => (still = false)));
  }

  return { draft, saved, snapshot, put, clear, markRead, isEmpty };
}
