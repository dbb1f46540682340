// SPDX-License-Identifier: Apache-2.0
// How much work lies where: fetched once, and again when the desk says that it changed.
import { onScopeDispose, ref, shallowRef } from 'vue';
import type { Desk } from '@/core/api/httpDesk';
import type { Counts } from '@/core/api/types';
import { onNews } from '@/core/live/useLive';

export const counts = shallowRef<Counts>();
const asking = ref(false);

export function useCounts(desk: Desk) {
  let timer = 0;

  async function fetchCounts() {
    if (asking.value) return;
    asking.value = true;
    const answer = await desk.counts();
    asking.value = false;
    if (answer.ok) counts.value = answer.value;
  }

  // A burst of news asks once.
  function soon() {
    clearTimeout(timer);
    timer = window.setTimeout(fetchCounts, 400);
  }

  void fetchCounts();
  onScopeDispose(onNews((event) => void (['views', 'case', 'triage'].includes(event.kind) && soon()), soon));
  onScopeDispose(() => clearTimeout(timer));
}
