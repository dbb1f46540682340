// SPDX-License-Identifier: Apache-2.0
// The page's one live connection, and what a screen may know of it.
import { ref } from 'vue';
import { browserSurroundings, LiveConnection } from './connection';
import type { LiveEvent } from './protocol';

export const downSince = ref<number | null>(null);
export const signedOut = ref(false);
export const newBuild = ref(false);

type Hear = (event: LiveEvent) => void;
const hearers = new Set<Hear>();
const resyncers = new Set<() => void>();
let connection: LiveConnection | undefined;
let build: string | undefined;

export function startLive(url: string) {
  connection = new LiveConnection(url, {
    event: (event) => hearers.forEach((hear) => hear(event)),
    presence: () => undefined,
    resync: () => resyncers.forEach((again) => again()),
    state: (state) => {
      downSince.value = state === 'up' ? null : (downSince.value ?? Date.now());
      signedOut.value = state === 'signedOut';
    },
    build: (now) => {
      build ??= now;
      newBuild.value = build !== now;
    },
  }, browserSurroundings);
  connection.start();
  addEventListener('online', () => connection?.hurry());
  document.addEventListener('visibilitychange', () => document.hidden || connection?.hurry());
}

// A store says what it does with news, and how it fetches everything again.
export function onNews(hear: Hear, again: () => void) {
  hearers.add(hear);
  resyncers.add(again);
  return () => void (hearers.delete(hear), resyncers.delete(again));
}
