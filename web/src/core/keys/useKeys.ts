// SPDX-License-Identifier: Apache-2.0
// Turns key presses into commands. One listener for the page; screens lend it what a command does.
import { onScopeDispose } from 'vue';
import { chordOf, isSingleKey } from './chords';
import { byChord, singleKeys, type Command } from './keyMap';

type Deeds = Partial<Record<Command, () => void>>;

const lent: Deeds[] = [];
const patience = 1000;
let begun = '';
let begunAt = 0;
let typingUntil = 0;

// Whoever pressed "reply" writes on at once, while the editor is still on its way: those letters are no commands.
export function expectTyping() {
  typingUntil = performance.now() + patience;
}

function isTyping(target: EventTarget | null): boolean {
  if (performance.now() < typingUntil) return true;
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable=true]') !== null;
}

function deedFor(command: Command): (() => void) | undefined {
  for (let at = lent.length - 1; at >= 0; at -= 1) {
    const deed = lent[at]![command];
    if (deed) return deed;
  }
  return undefined;
}

// The screen that lent a deed last answers first: a dialog stands before the list behind it.
export function run(command: Command): boolean {
  const deed = deedFor(command);
  deed?.();
  return deed !== undefined;
}

export const isPossible = (command: Command) => deedFor(command) !== undefined;

export function onKeydown(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const chord = chordOf(event);
  if (isSingleKey(chord) && (!singleKeys.value || isTyping(event.target) || document.querySelector('[role=dialog]') !== null)) return;

  const sequence = begun && event.timeStamp - begunAt < patience ? `${begun} ${chord}` : chord;
  const meant = byChord.value.get(sequence) ?? byChord.value.get(chord) ?? [];
  const command = meant.find(isPossible);
  const isBeginning = [...byChord.value.keys()].some((keys) => keys.startsWith(`${chord} `));
  begun = isBeginning && meant.length === 0 ? chord : '';
  begunAt = event.timeStamp;
  if (command && run(command)) event.preventDefault();
  // Enter opens what is chosen, unless something that can be pressed has the focus.
  else if (chord === 'enter' && event.target === document.body && run('open')) event.preventDefault();
}

export function useKeys(deeds: Deeds) {
  lent.push(deeds);
  onScopeDispose(() => lent.splice(lent.indexOf(deeds), 1));
}
