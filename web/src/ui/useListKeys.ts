// SPDX-License-Identifier: Apache-2.0
// One chosen row of a list, walked with the keys of every list.
import { computed, ref } from 'vue';
import { useKeys } from '@/core/keys/useKeys';

export function useListKeys<Row>(rows: () => readonly Row[], idOf: (row: Row) => string, open: (row: Row) => void) {
  const at = ref(0);
  const chosen = computed(() => rows()[Math.min(at.value, rows().length - 1)]);

  function step(by: number) {
    at.value = Math.max(0, Math.min(rows().length - 1, Math.min(at.value, rows().length - 1) + by));
    if (chosen.value) document.getElementById(idOf(chosen.value))?.scrollIntoView({ block: 'nearest' });
  }

  useKeys({ next: () => step(1), previous: () => step(-1), open: () => chosen.value && open(chosen.value) });
  return { at, chosen };
}
