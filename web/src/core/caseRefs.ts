// SPDX-License-Identifier: Apache-2.0
// Finds case numbers in running text, so that they can be shown whole and linked.
export interface Piece {
  text: string;
  isRef: boolean;
}

const reference = /(?<![\p{L}\p{N}])(AM-\d{1,9})(?![\p{L}\p{N}])/u;

export function splitRefs(text: string): Piece[] {
  return text
    .split(reference)
    .map((part, at) => ({ text: part, isRef: at % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
