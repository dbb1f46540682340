// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { effectScope, nextTick, ref, type EffectScope } from 'vue';
import type { Presence } from './protocol';

const said: [number, string][] = [];
let tell: (told: Presence) => void = () => undefined;
vi.mock('./useLive', () => ({
  onPresence: (hear: (told: Presence) => void) => { tell = hear; return () => undefined; },
  showPresence: (id: number, doing: string) => void said.push([id, doing]),
}));
const { usePresence } = await import('./usePresence');

let scope: EffectScope;
beforeEach(() => {
  vi.useFakeTimers();
  said.length = 0;
  scope = effectScope();
});
afterEach(() => {
  scope.stop();
  vi.useRealTimers();
});

test('a colleague on this case is seen, on another not, and is forgotten when silent', () => {
  const { present } = scope.run(() => usePresence(() => 7))!;
  tell({ op: 'presence', caseId: 7, who: 'Mikko', doing: 'typing' });
  tell({ op: 'presence', caseId: 8, who: 'Kaisa', doing: 'viewing' });
  expect(present.value).toEqual([{ who: 'Mikko', doing: 'typing' }]);

  vi.advanceTimersByTime(21_000);
  tell({ op: 'presence', caseId: 7, who: 'Kaisa', doing: 'viewing' });
  expect(present.value).toEqual([{ who: 'Kaisa', doing: 'viewing' }]);

  tell({ op: 'presence', caseId: 7, who: 'Kaisa', doing: 'gone' });
  expect(present.value).toEqual([]);
});

test('what one does is said when it begins, not with every key, and the case that is left is left', async () => {
  const id = ref<number | undefined>(7);
  const { typing } = scope.run(() => usePresence(() => id.value))!;
  for (let n = 0; n < 20; n += 1) typing();
  expect(said).toEqual([[7, 'viewing'], [7, 'typing']]);

  id.value = 8;
  await nextTick();
  expect(said.slice(2)).toEqual([[7, 'gone'], [8, 'viewing']]);
});
