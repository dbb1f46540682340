// SPDX-License-Identifier: Apache-2.0
// Sending: what the desk is asked, what its refusals mean here, and how a reply that is still on the table is taken back.
import { computed, inject, ref, shallowRef, type InjectionKey } from 'vue';
import type { Refusal } from '@/core/api/client';
import type { Desk, Reply } from '@/core/api/httpDesk';
import { refusalText } from '@/core/api/refusalText';
import type { Case, Message, Note } from '@/core/api/types';
import { keepDraft, type LocalDraft } from '@/core/drafts/localDraft';
import { t } from '@/core/i18n/words';
import { me } from '@/core/session/session';
import { announce } from '@/ui/toasts';
import type { Plan } from './NextUpdate.vue';
import { promisesAlready } from './promise/intended';
import { useReading } from './promise/useReading';
import { newestInbound, useDraft } from './useDraft';

// Provided by the pane, which outlives the composer of one case: a reply may be taken back from another case.
export interface Intentions {
  changed(to: Case): void;
  noted(note: Note): void;
  again(): void;
  go(id: number): void;
}
export const intentionsKey: InjectionKey<Intentions> = Symbol('intentions');

// The composer of each case that is open, so that a text taken back finds its place again.
const open = new Map<number, (back: LocalDraft) => void>();

export function useComposer(desk: Desk, of: () => Case) {
  const tell = inject(intentionsKey)!;
  const caseId = of().id;
  const { draft, saved, snapshot, put, clear, markRead } = useDraft(desk, of);
  const plan = ref<Plan>('update');
  const reason = ref('');
  const cc = ref('');
  const ccShown = ref(false);
  const busy = ref(false);
  const refusal = shallowRef<Refusal | null>(null);
  const confirmed = ref(false);
  const warns = ref<number[]>([]);
  const reading = useReading(desk, caseId, () => draft.reply);
  open.set(caseId, put);

  // A newer message than the draft has seen.
  const unread = computed<Message | null>(() => {
    const newest = newestInbound(of());
    return newest && draft.seenMessage !== null && newest.id !== draft.seenMessage ? newest : null;
  });

  function readIt() {
    markRead();
    confirmed.value = true;
    refusal.value = null;
  }

  // Words that promise are offered as a promise; nothing is recorded unless somebody says so.
  function offered(at: number | null) {
    const said = reading.said.value;
    return said !== null && draft.promises.length === 0 && !reading.isNone.value && !promisesAlready(said, plan.value === 'update' ? at : null);
  }

  function setPromises(promises: LocalDraft['promises']) {
    draft.promises = promises;
    if (refusal.value?.code === 'reply.reads_like_a_promise' || refusal.value?.field?.startsWith('promises.')) refusal.value = null;
  }

  function sayNone() {
    reading.sayNone();
    refusal.value = null;
  }

  const copies = () => cc.value.split(/[\s,;،]+/).filter(Boolean);

  function wish(at: number | null): Reply {
    return {
      text: draft.reply.trim(),
      ...(plan.value === 'update' && at !== null ? { next_update_at: at } : {}),
      ...(plan.value === 'final' ? { final: true } : {}),
      ...(plan.value === 'none' ? { reason: reason.value.trim() } : {}),
      ...(copies().length ? { to: [of().customer.address], cc: copies() } : {}),
      ...(draft.attachments.length ? { attachments: draft.attachments.map((file) => file.id) } : {}),
      ...(draft.seenMessage !== null ? { seen_message: draft.seenMessage } : {}),
      ...(confirmed.value ? { confirmed_stale: true } : {}),
      ...(draft.promises.length ? { promises: draft.promises } : {}),
      ...(reading.isNone.value && !draft.promises.length ? { not_a_promise: true } : {}),
      ...(warns.value.length ? { warns: warns.value } : {}),
    };
  }

  function takeBack(message: Message, written: LocalDraft) {
    return async () => {
      const answer = await desk.withdraw(message.id);
      if (!answer.ok) return announce({ text: refusalText(answer.refusal) });
      const back = { ...written, reply: answer.value.text || written.reply, at: Date.now() };
      keepDraft(me.value?.id ?? 0, caseId, back);
      open.get(caseId)?.(back);
      tell.go(caseId);
      tell.again();
    };
  }

  async function sendReply(at: number | null) {
    const written = snapshot();
    const answer = await desk.reply(caseId, wish(at));
    if (!answer.ok) {
      refusal.value = answer.refusal;
      if (answer.refusal.code === 'reply.stale_draft') tell.again();
      if (answer.refusal.code === 'reply.reads_like_a_promise') void reading.read();
      return;
    }
    const { message, case: after } = answer.value;
    clear('reply');
    reading.forget();
    warns.value = [];
    [plan.value, reason.value, cc.value, ccShown.value, confirmed.value] = ['update', '', '', false, false];
    tell.changed(after);
    const left = message.send_after === null ? 10_000 : Math.max(2_000, message.send_after - Date.now());
    announce({ text: t('compose.goesOut'), label: t('common.undo'), act: takeBack(message, written) }, Math.min(left, 60_000));
  }

  async function sendNote() {
    const answer = await desk.note(caseId, draft.note.trim());
    if (!answer.ok) return void (refusal.value = answer.refusal);
    clear('note');
    tell.noted(answer.value);
    announce({ text: t('compose.noteSaved') }, 4000);
  }

  async function say(at: number | null) {
    if (busy.value) return;
    busy.value = true;
    refusal.value = null;
    await (draft.kind === 'note' ? sendNote() : sendReply(at));
    busy.value = false;
  }

  return { draft, saved, plan, reason, cc, ccShown, busy, refusal, unread, reading, warns, offered, setPromises, sayNone, readIt, say };
}
