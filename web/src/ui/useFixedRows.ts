// SPDX-License-Identifier: Apache-2.0
// Windowing for a list whose rows all have one height: only what is on the screen is in the page.
import { computed, onBeforeUnmount, ref, watch, type Ref } from 'vue';

const spare = 6;

export function useFixedRows(scroller: Ref<HTMLElement | null>, count: Ref<number>, rowHeight: Ref<number>) {
  const top = ref(0);
  const height = ref(700);
  let sizes: ResizeObserver | undefined;

  const first = computed(() => Math.max(0, Math.floor(top.value / rowHeight.value) - spare));
  const last = computed(() => Math.min(count.value, Math.ceil((top.value + height.value) / rowHeight.value) + spare));

  function onScroll() {
    top.value = scroller.value?.scrollTop ?? 0;
  }

  function reveal(at: number) {
    const box = scroller.value;
    if (!box) return;
    const y = at * rowHeight.value;
    if (y < box.scrollTop) box.scrollTop = y;
    else if (y + rowHeight.value > box.scrollTop + box.clientHeight) box.scrollTop = y + rowHeight.value - box.clientHeight;
  }

  watch(scroller, (box) => {
    sizes?.disconnect();
    if (!box) return;
    sizes = new ResizeObserver(() => (height.value = box.clientHeight || 700));
    sizes.observe(box);
  });
  onBeforeUnmount(() => sizes?.disconnect());

  return { first, last, onScroll, reveal };
}
