// SPDX-License-Identifier: Apache-2.0
// The desk reads a reply while it is written, as soon as the writer rests: does it promise something?
import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { HonestDates } from '@/core/api/promises';
import type { Desk } from '@/core/api/httpDesk';
import { saidIn, type Said } from './intended';

const rest = 600;

export function useReading(desk: Desk, of: number, text: () => string) {
  const said = shallowRef<Said | null>(null);
  const honest = shallowRef<HonestDates | null>(null);
  // The words of which somebody said that they promise nothing. Other words are asked about anew.
  const none = ref<string | null>(null);
  const isNone = computed(() => none.value !== null && (said.value === null || said.value.words === none.value) && text().includes(none.value));
  let timer = 0;

  async function read() {
    const words = text();
    const answer = await desk.readWords(of, words);
    if (!answer.ok || words !== text()) return;
    honest.value = answer.value.honest;
    said.value = saidIn(words, answer.value);
  }

  watch(text, (words) => {
    clearTimeout(timer);
    if (words.trim()) timer = window.setTimeout(read, rest);
    else said.value = null;
  }, { immediate: true });
  onScopeDispose(() => clearTimeout(timer));

  function sayNone() {
    none.value = said.value?.words ?? '';
  }

  function forget() {
    [said.value, none.value] = [null, null];
  }

  return { said, honest, isNone, read, sayNone, forget };
}
