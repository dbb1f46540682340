// SPDX-License-Identifier: Apache-2.0
// The commands that have a key, and the key each has unless the person chose another.
import { computed, reactive, ref } from 'vue';

export const defaults = {
  next: 'j',
  previous: 'k',
  nextColumn: 'l',
  previousColumn: 'h',
  open: 'o',
  back: 'u',
  reply: 'r',
  note: 'n',
  promise: 'p',
  take: 'i',
  handOver: 'a',
  wait: 'w',
  close: 'e',
  search: '/',
  context: ']',
  goInbox: 'g i',
  goTriage: 'g t',
  goPromises: 'g p',
  goSilence: 'g s',
  goSearch: 'g /',
  goQueue: 'g q',
  nextCase: 'g n',
  newCase: 'c',
  accept: 'y',
  asNewCase: 'n',
  notForUs: 'x',
  send: 'mod+enter',
  palette: 'mod+k',
  undo: 'z',
  help: '?',
} as const;

export type Command = keyof typeof defaults;
export const commands = Object.keys(defaults) as Command[];

const own = reactive<Partial<Record<Command, string>>>({});
export const singleKeys = ref(true);

export const keyOf = (command: Command): string => own[command] ?? defaults[command];
export const remap = (command: Command, chord: string) => void (own[command] = chord);
// Two screens may give one key two meanings; which of them is meant is decided by who is there to do it.
export const byChord = computed(() => {
  const found = new Map<string, Command[]>();
  for (const command of commands) found.set(keyOf(command), [...(found.get(keyOf(command)) ?? []), command]);
  return found;
});
