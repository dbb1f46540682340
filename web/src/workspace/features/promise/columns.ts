// SPDX-License-Identifier: Apache-2.0
// Sorts open promises into the columns of the board.
import type { CustomerPromise } from '@/core/api/desk';

export type ColumnName = 'late' | 'soon' | 'today' | 'week';
export interface Column {
  name: ColumnName;
  promises: CustomerPromise[];
}

const hour = 3_600_000;

function columnFor(due: number, now: number): ColumnName | null {
  if (due < now) return 'late';
  if (due - now <= 2 * hour) return 'soon';
  if (new Date(due).toDateString() === new Date(now).toDateString()) return 'today';
  return due - now <= 7 * 24 * hour ? 'week' : null;
}

export function columnsOf(promises: readonly CustomerPromise[], now: number): Column[] {
  const columns: Column[] = (['late', 'soon', 'today', 'week'] as const).map((name) => ({ name, promises: [] }));
  for (const promise of promises) {
    const isOpen = promise.keptAt === null && promise.doneLateAt === null;
    const name = isOpen ? columnFor(promise.due, now) : null;
    columns.find((column) => column.name === name)?.promises.push(promise);
  }
  columns.forEach((column) => column.promises.sort((a, b) => a.due - b.due));
  return columns;
}
