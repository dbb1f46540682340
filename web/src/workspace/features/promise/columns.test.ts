// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import type { CustomerPromise } from '@/core/api/desk';
import { columnsOf } from './columns';

const now = new Date(2026, 10, 22, 13, 0).getTime();
const hour = 3_600_000;
const due = (id: number, inHours: number, keptAt: number | null = null): CustomerPromise => ({
  id, caseId: id, caseRef: `AM-${id}`, customer: 'A', kind: 'outcome', text: 'x', due: now + inHours * hour, keeper: 'L', keptAt, doneLateAt: null,
});
const ids = (promises: CustomerPromise[]) => Object.fromEntries(columnsOf(promises, now).map((c) => [c.name, c.promises.map((p) => p.id)]));

test('a promise stands where its time is', () => {
  expect(ids([due(1, -1), due(2, 1), due(3, 2), due(4, 5), due(5, 20), due(6, 24 * 8)])).toEqual({ late: [1], soon: [2, 3], today: [4], week: [5] });
});

test('the most urgent comes first and a kept one is gone', () => {
  expect(ids([due(1, -1), due(2, -5), due(3, -9, now)])).toMatchObject({ late: [2, 1] });
});
