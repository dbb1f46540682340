// SPDX-License-Identifier: Apache-2.0
// The list a person works through, fetched in pages as one scrolls. News changes a row where it stands at once;
// what would move rows waits until hand and eye have rested, because somebody may be about to press.
import { onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { Refusal } from '@/core/api/client';
import type { Desk } from '@/core/api/httpDesk';
import type { CaseRow, View } from '@/core/api/types';
import { onNews } from '@/core/live/useLive';
import { VersionedMap } from '@/core/store/versioned';

const pageSize = 50;
const rest = 2_000;
// A list read further than this is not fetched again as a whole; its head is.
const most = 200;

export function useCaseList(desk: Desk, view: () => View) {
  const rows = new VersionedMap<CaseRow>();
  const ids = shallowRef<readonly number[]>([]);
  const next = ref<string | null>(null);
  const state = ref<'loading' | 'ready' | 'refused'>('loading');
  const refusal = shallowRef<Refusal | null>(null);
  let turn = 0;
  let fetching = false;
  let moved = 0;
  let waiting = 0;

  const known = (id: number) => ids.value.includes(id);

  async function load() {
    const mine = (turn += 1);
    state.value = ids.value.length ? 'ready' : 'loading';
    const answer = await desk.cases(view(), null, pageSize);
    if (mine !== turn) return;
    refusal.value = answer.ok ? null : answer.refusal;
    if (!answer.ok) return void (state.value = ids.value.length ? 'ready' : 'refused');
    rows.putAll(answer.value.items);
    ids.value = answer.value.items.map((row) => row.id);
    next.value = answer.value.next;
    state.value = 'ready';
  }

  async function more() {
    if (fetching || next.value === null) return;
    fetching = true;
    const mine = turn;
    const answer = await desk.cases(view(), next.value, pageSize);
    fetching = false;
    if (mine !== turn || !answer.ok) return;
    rows.putAll(answer.value.items);
    const here = new Set(ids.value);
    ids.value = [...ids.value, ...answer.value.items.map((row) => row.id).filter((id) => !here.has(id))];
    next.value = answer.value.next;
  }

  // The same rows again, in the order they are in now. What lies beyond keeps its place below.
  async function arrange() {
    const mine = (turn += 1);
    const wanted = Math.min(most, Math.max(pageSize, ids.value.length));
    let cursor: string | null = null;
    const found: number[] = [];
    do {
      const answer = await desk.cases(view(), cursor, pageSize);
      if (mine !== turn || !answer.ok) return;
      rows.putAll(answer.value.items);
      found.push(...answer.value.items.map((row) => row.id));
      cursor = answer.value.next;
    } while (cursor !== null && found.length < wanted);
    ids.value = found;
    next.value = cursor;
    state.value = 'ready';
  }

  function touch() {
    moved = performance.now();
  }

  function arrangeWhenAtRest() {
    clearTimeout(waiting);
    const left = moved === 0 ? 300 : Math.max(300, moved + rest - performance.now());
    waiting = window.setTimeout(() => (performance.now() - moved < rest && moved > 0 ? arrangeWhenAtRest() : void arrange()), left);
  }

  function hear(row: CaseRow) {
    const before = rows.get(row.id);
    if (!rows.put(row)) return;
    const same = before && known(row.id) && before.status === row.status && before.owner?.id === row.owner?.id && before.due_at === row.due_at && before.late === row.late;
    if (!same) arrangeWhenAtRest();
  }

  watch(view, () => {
    ids.value = [];
    next.value = null;
    void load();
  }, { immediate: true });
  onScopeDispose(onNews((event) => {
    if (event.kind !== 'case') return;
    if (event.body) hear(event.body as CaseRow);
    else arrangeWhenAtRest();
  }, () => void arrange()));
  onScopeDispose(() => clearTimeout(waiting));

  return { rows, ids, next, state, refusal, load, more, touch, hear };
}

export type CaseListState = ReturnType<typeof useCaseList>;
