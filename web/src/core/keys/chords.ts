// SPDX-License-Identifier: Apache-2.0
// What was pressed, written the way the key map writes it: "j", "mod+k", "shift+x", "?".
const punctuation: Record<string, string> = { Slash: '/', BracketRight: ']', BracketLeft: '[', '؟': '?' };

// A Latin letter counts as itself, so that Dvorak and AZERTY keep their letters; on a Persian or
// Greek layout the key's place counts, so that the same finger still finds "j".
function baseOf(event: KeyboardEvent): string {
  const { key, code } = event;
  if (/^[a-z0-9]$/i.test(key)) return key.toLowerCase();
  if (key in punctuation) return punctuation[key]!;
  if (/^[\x21-\x7e]$/.test(key) && !code.startsWith('Key')) return key;
  if (code.startsWith('Key')) return code.slice(3).toLowerCase();
  return punctuation[code] ?? key.toLowerCase();
}

export function chordOf(event: KeyboardEvent): string {
  const base = baseOf(event);
  const shifted = event.shiftKey && /^([a-z0-9]|enter|arrow\w+)$/.test(base);
  return [(event.ctrlKey || event.metaKey) && 'mod', event.altKey && 'alt', shifted && 'shift', base]
    .filter(Boolean)
    .join('+');
}

// Single keys can be pressed by accident or by speech input, so they can be turned off (WCAG 2.1.4).
export function isSingleKey(chord: string): boolean {
  return !chord.includes('mod+') && !chord.includes('alt+');
}

export function labelOf(chords: string): string {
  return chords
    .split(' ')
    .map((chord) => chord.split('+').map((part) => (part === 'mod' ? 'Ctrl' : part.length === 1 ? part.toUpperCase() : part[0]!.toUpperCase() + part.slice(1))).join(' '))
    .join(' ');
}
