// SPDX-License-Identifier: Apache-2.0
// One act towards the desk at a time: whether it is under way, and the refusal of the last one.
import { ref, shallowRef } from 'vue';
import type { Answer, Refusal } from '@/core/api/client';

export function useDeed() {
  const busy = ref(false);
  const refusal = shallowRef<Refusal | null>(null);

  async function attempt<T>(asked: Promise<Answer<T>>): Promise<{ value: T } | null> {
    busy.value = true;
    refusal.value = null;
    const answer = await asked;
    busy.value = false;
    if (answer.ok) return { value: answer.value };
    refusal.value = answer.refusal;
    return null;
  }

  return { busy, refusal, attempt };
}
