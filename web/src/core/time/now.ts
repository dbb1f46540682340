// SPDX-License-Identifier: Apache-2.0
// One clock for the whole page: every countdown reads this one value, so that a second costs one update.
import { readonly, ref } from 'vue';

const current = ref(Date.now());
export const now = readonly(current);

let read = () => Date.now();
let timer = 0;

function tick() {
  current.value = read();
}

function restart() {
  clearInterval(timer);
  if (document.hidden) return;
  tick();
  timer = window.setInterval(tick, 1000);
}

export function startClock() {
  document.addEventListener('visibilitychange', restart);
  restart();
}

// For pictures and tests: the page believes it is this instant, and time stands still.
export function freezeClock(at: number) {
  read = () => at;
  tick();
}
