// SPDX-License-Identifier: Apache-2.0
// The open case and all that is known of its conversation. Whatever arrives, from our own act, from the live line
// or from reading further back, is laid into the same pile; an older picture of the case never replaces a newer one.
import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import type { Refusal } from '@/core/api/client';
import type { Desk } from '@/core/api/httpDesk';
import type { Case, Message, Note } from '@/core/api/types';
import { onNews } from '@/core/live/useLive';
import { me } from '@/core/session/session';
import { useHandling } from './useHandling';

const burst = 150;
const look = 1_500;

export function useCase(desk: Desk, openId: Ref<number | undefined>) {
  const detail = shallowRef<Case>();
  const messages = shallowRef<readonly Message[]>([]);
  const older = ref<string | null>(null);
  const gone = shallowRef<Refusal | null>(null);
  let timer = 0;
  let looking = 0;
  let reading = false;

  function lay(told: readonly Message[]) {
    const known = new Map(messages.value.map((each) => [each.id, each]));
    for (const each of told) known.set(each.id, each);
    messages.value = [...known.values()].sort((a, b) => a.at - b.at || a.id - b.id);
  }

  function put(told: Case) {
    if (told.id !== openId.value) return;
    const same = detail.value?.id === told.id;
    if (same && detail.value!.version > told.version) return;
    if (!same) {
      messages.value = [];
      older.value = told.older;
    }
    detail.value = told;
    gone.value = null;
    lay(told.messages);
    dropLost(told);
  }

  // A message that was moved away is in the newest no more, although its time says that it should be.
  function dropLost(told: Case) {
    const from = told.older === null ? -Infinity : (told.messages[0]?.at ?? Infinity);
    const there = new Set(told.messages.map((each) => each.id));
    messages.value = messages.value.filter((each) => each.at < from || there.has(each.id));
  }

  async function fetchCase(id: number) {
    const answer = await desk.case(id);
    if (id !== openId.value) return;
    if (answer.ok) return put(answer.value);
    if (detail.value?.id !== id || answer.refusal.kind === 'not_found') gone.value = answer.refusal;
  }

  function again(after = burst) {
    clearTimeout(timer);
    timer = window.setTimeout(() => openId.value !== undefined && void fetchCase(openId.value), after);
  }

  async function readOlder() {
    const id = openId.value;
    if (reading || id === undefined || older.value === null) return;
    reading = true;
    const answer = await desk.olderMessages(id, older.value);
    reading = false;
    if (id !== openId.value || !answer.ok) return;
    lay(answer.value.items);
    older.value = answer.value.next;
  }

  function addNote(note: Note) {
    const of = detail.value;
    if (of && !of.notes.some((each) => each.id === note.id)) detail.value = { ...of, notes: [...of.notes, note] };
  }

  // Holding j down passes many cases; only the one that stays is asked for.
  watch(openId, (id, before) => {
    gone.value = null;
    clearTimeout(timer);
    if (id === undefined) detail.value = undefined;
    else if (before === undefined) void fetchCase(id);
    else again(60);
  }, { immediate: true });

  // Whoever holds it and stays a moment has seen it; passing by with j and k is no look.
  const isNews = computed(() => (detail.value?.unread && detail.value.owner?.id === me.value?.id ? detail.value.id : undefined));
  watch(isNews, (id) => {
    clearTimeout(looking);
    if (id === undefined) return;
    looking = window.setTimeout(async () => {
      const answer = document.visibilityState === 'visible' ? await desk.see(id) : undefined;
      if (answer?.ok && id === openId.value) put(answer.value);
    }, look);
  });
  onScopeDispose(() => clearTimeout(looking));
  useHandling(desk, () => (detail.value && detail.value.id === openId.value && detail.value.owner?.id === me.value?.id ? detail.value.id : undefined));

  onScopeDispose(onNews((event) => {
    // A message that has arrived somewhere changes no word of the case itself, and still is news here.
    if (event.kind === 'case' && event.id === openId.value) again();
  }, () => again(0)));
  onScopeDispose(() => clearTimeout(timer));

  return { detail, messages, older, gone, put, again, readOlder, addNote };
}

export type OpenedCase = ReturnType<typeof useCase>;
