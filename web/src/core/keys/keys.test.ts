// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { effectScope, type EffectScope } from 'vue';
import { chordOf } from './chords';
import { remap, singleKeys } from './keyMap';
import { onKeydown, useKeys } from './useKeys';

const press = (key: string, code: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key, code, cancelable: true, ...more });

describe('the same finger on every layout', () => {
  test.each([
    ['English j', 'j', 'KeyJ', {}, 'j'],
    ['Persian ت on the j key', 'ت', 'KeyJ', {}, 'j'],
    ['Greek ξ on the j key', 'ξ', 'KeyJ', {}, 'j'],
    ['Dvorak j, which lies elsewhere', 'j', 'KeyC', {}, 'j'],
    ['Finnish / is shift and 7', '/', 'Digit7', { shiftKey: true }, '/'],
    ['Persian question mark', '؟', 'Slash', { shiftKey: true }, '?'],
    ['Ctrl K', 'k', 'KeyK', { ctrlKey: true }, 'mod+k'],
    ['Cmd Enter', 'Enter', 'Enter', { metaKey: true }, 'mod+enter'],
    ['shift and x', 'X', 'KeyX', { shiftKey: true }, 'shift+x'],
  ])('%s', (_name, key, code, more, chord) => {
    expect(chordOf(press(key, code, more))).toBe(chord);
  });
});

describe('commands', () => {
  let scope: EffectScope;
  const next = vi.fn();
  const goSilence = vi.fn();
  const palette = vi.fn();

  beforeEach(() => {
    scope = effectScope();
    scope.run(() => useKeys({ next, goSilence, palette }));
    document.body.innerHTML = '<input>';
  });
  afterEach(() => {
    scope.stop();
    singleKeys.value = true;
    vi.clearAllMocks();
  });

  test('a key runs its command and a sequence runs its own', () => {
    onKeydown(press('j', 'KeyJ'));
    onKeydown(press('g', 'KeyG'));
    onKeydown(press('s', 'KeyS'));
    expect(next).toHaveBeenCalledTimes(1);
    expect(goSilence).toHaveBeenCalledTimes(1);
  });

  test('single keys stay silent while somebody types, and when they are switched off', () => {
    document.querySelector('input')!.addEventListener('keydown', onKeydown);
    document.querySelector('input')!.dispatchEvent(press('j', 'KeyJ'));
    singleKeys.value = false;
    onKeydown(press('j', 'KeyJ'));
    onKeydown(press('k', 'KeyK', { ctrlKey: true }));
    expect(next).not.toHaveBeenCalled();
    expect(palette).toHaveBeenCalledTimes(1);
  });

  test('a person may choose another key', () => {
    remap('next', 'ArrowDown'.toLowerCase());
    onKeydown(press('ArrowDown', 'ArrowDown'));
    remap('next', 'j');
    expect(next).toHaveBeenCalledTimes(1);
  });
});
