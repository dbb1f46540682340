// SPDX-License-Identifier: Apache-2.0
// Who else has this case before them, and who is writing: two answers to one question are one too many.
import { computed, onScopeDispose, reactive, watch } from 'vue';
import { now } from '@/core/time/now';
import type { Presence } from './protocol';
import { onPresence, showPresence } from './useLive';

const forgottenAfter = 20_000;
const saidAgainEvery = 10_000;

export interface Colleague {
  readonly who: string;
  readonly doing: 'viewing' | 'typing';
}

export function usePresence(caseId: () => number | undefined) {
  const others = reactive(new Map<string, { doing: 'viewing' | 'typing'; at: number }>());
  let typedAt = 0;
  let saidTyping = 0;

  function hear(told: Presence) {
    if (told.caseId !== caseId()) return;
    if (told.doing === 'gone') others.delete(told.who);
    else others.set(told.who, { doing: told.doing, at: Date.now() });
  }

  function say() {
    const id = caseId();
    if (id !== undefined && !document.hidden) showPresence(id, Date.now() - typedAt < saidAgainEvery ? 'typing' : 'viewing');
  }

  function typing() {
    typedAt = Date.now();
    if (typedAt - saidTyping < 4_000) return;
    saidTyping = typedAt;
    say();
  }

  const timer = window.setInterval(say, saidAgainEvery);
  watch(caseId, (_id, before) => {
    others.clear();
    [typedAt, saidTyping] = [0, 0];
    if (before !== undefined) showPresence(before, 'gone');
    say();
  }, { immediate: true });
  onScopeDispose(onPresence(hear));
  onScopeDispose(() => {
    clearInterval(timer);
    const id = caseId();
    if (id !== undefined) showPresence(id, 'gone');
  });

  const present = computed<Colleague[]>(() => {
    // Asking the clock keeps this true while nobody says anything.
    void now.value;
    return [...others].filter(([, told]) => Date.now() - told.at < forgottenAfter).map(([who, told]) => ({ who, doing: told.doing }));
  });
  return { present, typing };
}
