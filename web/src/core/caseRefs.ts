// SPDX-License-Identifier: Apache-2.0
// Finds case numbers in running text, so that they can be shown whole. Each desk has its own letters before the number.
import { ref } from 'vue';

export interface Piece {
  text: string;
  isRef: boolean;
}

const prefix = ref('AM');

export function numberWith(letters: string) {
  if (/^\p{L}[\p{L}\p{N}]{0,9}$/u.test(letters)) prefix.value = letters;
}

export function splitRefs(text: string): Piece[] {
  return text
    .split(new RegExp(`(?<![\\p{L}\\p{N}])(${prefix.value}-\\d{1,9})(?![\\p{L}\\p{N}])`, 'u'))
    .map((part, at) => ({ text: part, isRef: at % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
