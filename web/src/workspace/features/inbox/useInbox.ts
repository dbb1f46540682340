// SPDX-License-Identifier: Apache-2.0
// The list a person works through: which cases are in it, which one is open, and the rows that are on the screen.
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { CaseDetail, CaseSummary, Desk, View } from '@/core/api/desk';
import { onNews } from '@/core/live/useLive';
import { VersionedMap } from '@/core/store/versioned';

const ahead = 50;

export function useInbox(desk: Desk, view: () => View, wantedRef: () => string | undefined) {
  const query = ref('');
  const ids = shallowRef<readonly number[]>([]);
  const counts = shallowRef<Record<View, number>>();
  const rows = new VersionedMap<CaseSummary>();
  const asked = new Set<number>();
  const openId = ref<number>();
  const detail = shallowRef<CaseDetail>();
  let fresh = true;
  let strayId: number | undefined;

  const position = computed(() => (openId.value === undefined ? -1 : ids.value.indexOf(openId.value)));
  const current = computed(() => (openId.value === undefined ? undefined : rows.get(openId.value)));

  async function ensure(from: number, to: number) {
    const missing = ids.value.slice(Math.max(0, from - ahead), to + ahead).filter((id) => !asked.has(id));
    missing.forEach((id) => asked.add(id));
    if (missing.length) rows.putAll(await desk.rows(missing));
  }

  async function refresh() {
    const [wanted, words] = [view(), query.value];
    const [found, all] = await Promise.all([desk.index(wanted, words), desk.counts()]);
    if (wanted !== view() || words !== query.value) return;
    ids.value = found;
    counts.value = all;
    await ensure(0, ahead);
    if (fresh) await openNamed();
    settle();
    fresh = false;
  }

  // The address names a case: it is opened even if it is not in this list.
  async function openNamed() {
    const named = wantedRef();
    if (!named || current.value?.ref === named) return;
    const [id] = await desk.index('open', named);
    if (id === undefined) return;
    if (!rows.get(id)) rows.putAll(await desk.rows([id]));
    openId.value = id;
    strayId = id;
  }

  // After the list has changed the same case stays open if it is still there, else the first, else none.
  function settle() {
    if (position.value < 0 && (openId.value === undefined || openId.value !== strayId || query.value)) openId.value = ids.value[0];
  }

  function move(by: number) {
    const at = Math.max(0, Math.min(ids.value.length - 1, position.value + by));
    openId.value = ids.value[at];
    void ensure(at, at);
    return at;
  }

  watch(openId, async (id) => {
    if (id === undefined) return void (detail.value = undefined);
    const opened = await desk.open(id);
    if (id === openId.value) detail.value = opened;
  });
  watch([view, query], refresh, { immediate: true });

  const stopListening = onNews(
    (event) => void (event.kind === 'case' && event.body && rows.put(event.body as CaseSummary)),
    () => {
      asked.clear();
      void refresh();
    },
  );
  onScopeDispose(stopListening);

  return { query, ids, counts, rows, openId, current, detail, position, ensure, move, openNamed };
}

export type Inbox = ReturnType<typeof useInbox>;
