// SPDX-License-Identifier: Apache-2.0
// The page's one live connection, and what a screen may know of it.
import { onScopeDispose, ref, watch } from 'vue';
import { browserSurroundings, LiveConnection } from './connection';
import type { LiveEvent, Presence } from './protocol';

export const downSince = ref<number | null>(null);
export const newBuild = ref(false);

type Hear = (event: LiveEvent) => void;
const hearers = new Set<Hear>();
const resyncers = new Set<() => void>();
const watchers = new Set<(told: Presence) => void>();
const wishes = new Map<symbol, readonly string[]>();
let connection: LiveConnection | undefined;
let build: string | undefined;

const allTopics = () => new Set([...wishes.values()].flat());

export function startLive(url: string, endOfSession: () => void) {
  if (connection) return connection.start();
  connection = new LiveConnection(url, {
    event: (event) => hearers.forEach((hear) => hear(event)),
    presence: (told) => watchers.forEach((watch) => watch(told)),
    resync: fetchAllAgain,
    state: (state) => {
      downSince.value = state === 'up' ? null : (downSince.value ?? Date.now());
      if (state === 'signedOut') endOfSession();
    },
    build: (now) => {
      build ??= now;
      newBuild.value = build !== now;
    },
  }, browserSurroundings);
  connection.follow(allTopics());
  connection.start();
  addEventListener('online', () => connection?.hurry());
  document.addEventListener('visibilitychange', () => document.hidden || connection?.hurry());
}

export function stopLive() {
  connection?.stop();
}

export function fetchAllAgain() {
  resyncers.forEach((again) => again());
}

// A screen says what it wants to hear of, and for as long as it is there the desk tells it.
export function useTopics(topics: () => readonly string[]) {
  const mine = Symbol('topics');
  watch(topics, (wanted) => {
    wishes.set(mine, wanted);
    connection?.follow(allTopics());
  }, { immediate: true });
  onScopeDispose(() => {
    wishes.delete(mine);
    connection?.follow(allTopics());
  });
}

export const showPresence = (caseId: number, doing: Presence['doing']) => connection?.showPresence(caseId, doing);

export function onPresence(hear: (told: Presence) => void) {
  watchers.add(hear);
  return () => void watchers.delete(hear);
}

// A store says what it does with news, and how it fetches everything again.
export function onNews(hear: Hear, again: () => void) {
  hearers.add(hear);
  resyncers.add(again);
  return () => void (hearers.delete(hear), resyncers.delete(again));
}
