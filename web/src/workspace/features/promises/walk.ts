// SPDX-License-Identifier: Apache-2.0
// Where the keys lead on a board: up and down within a column, aside to the nearest column that holds a card.
export interface Place {
  readonly column: number;
  readonly row: number;
}

const within = (length: number, at: number) => Math.max(0, Math.min(length - 1, at));

// The chosen card, or the first there is: lists change under the eye.
export function placeOn(lengths: readonly number[], wanted: Place): Place | undefined {
  if (lengths[wanted.column]) return { column: wanted.column, row: within(lengths[wanted.column]!, wanted.row) };
  const column = lengths.findIndex((length) => length > 0);
  return column < 0 ? undefined : { column, row: 0 };
}

export function stepOn(lengths: readonly number[], from: Place, columns: number, rows: number): Place | undefined {
  const here = placeOn(lengths, from);
  if (!here) return undefined;
  if (columns === 0) return { ...here, row: within(lengths[here.column]!, here.row + rows) };
  for (let column = here.column + columns; column >= 0 && column < lengths.length; column += columns) {
    if (lengths[column]) return { column, row: within(lengths[column]!, here.row) };
  }
  return here;
}
