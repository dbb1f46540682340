// SPDX-License-Identifier: Apache-2.0
// Tells the desk how long one's own case lay open and in sight: from that it learns what kinds of cases cost, and how
// busy its people are. Passing by with j and k is no work.
import { onScopeDispose, watch } from 'vue';
import type { Desk } from '@/core/api/httpDesk';

const least = 5_000;

export function useHandling(desk: Desk, mine: () => number | undefined) {
  let since = 0;
  let sum = 0;

  const inSight = () => !document.hidden;
  function stop() {
    if (since) sum += Date.now() - since;
    since = 0;
  }
  const look = () => (inSight() ? (since ||= Date.now()) : stop());

  function tell(id: number | undefined) {
    stop();
    if (id !== undefined && sum >= least) void desk.handled(id, Math.round(sum / 1000));
    sum = 0;
  }

  document.addEventListener('visibilitychange', look);
  watch(mine, (_id, before) => {
    tell(before);
    if (mine() !== undefined) look();
  }, { immediate: true });
  onScopeDispose(() => {
    document.removeEventListener('visibilitychange', look);
    tell(mine());
  });
}
