// SPDX-License-Identifier: Apache-2.0
// What a screen shows of the desk, fetched again when the desk says that something happened: a burst of news asks once.
import { onScopeDispose, shallowRef, watch } from 'vue';
import type { Answer, Refusal } from '@/core/api/client';
import { onNews } from '@/core/live/useLive';

const rest = 600;

export function useFresh<T>(ask: () => Promise<Answer<T>>, wish: () => unknown = () => null) {
  const value = shallowRef<T>();
  const refusal = shallowRef<Refusal | null>(null);
  let turn = 0;
  let timer = 0;

  async function load() {
    const mine = (turn += 1);
    const answer = await ask();
    if (mine !== turn) return;
    refusal.value = answer.ok ? null : answer.refusal;
    if (answer.ok) value.value = answer.value;
  }
  function soon() {
    clearTimeout(timer);
    timer = window.setTimeout(() => void load(), rest);
  }

  watch(wish, () => void load(), { immediate: true });
  onScopeDispose(onNews((event) => void (event.kind === 'case' && soon()), () => void load()));
  onScopeDispose(() => clearTimeout(timer));
  return { value, refusal, load };
}
