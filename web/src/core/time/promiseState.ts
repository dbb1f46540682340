// SPDX-License-Identifier: Apache-2.0
// How a due time feels: late, soon (within the hour), near (within the working day) or far.
export type Tone = 'late' | 'soon' | 'near' | 'far';

const hour = 3_600_000;

export function toneOf(due: number, now: number): Tone {
  if (due < now) return 'late';
  if (due - now < hour) return 'soon';
  return due - now < 8 * hour ? 'near' : 'far';
}
