// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { placeOn, stepOn } from './walk';

test('a step down stays in its column and stops at its end', () => {
  expect(stepOn([2, 3], { column: 0, row: 0 }, 0, 1)).toEqual({ column: 0, row: 1 });
  expect(stepOn([2, 3], { column: 0, row: 1 }, 0, 1)).toEqual({ column: 0, row: 1 });
  expect(stepOn([2, 3], { column: 0, row: 0 }, 0, -1)).toEqual({ column: 0, row: 0 });
});

test('a step aside passes empty columns, and stays where there is none beyond', () => {
  expect(stepOn([2, 0, 1], { column: 0, row: 1 }, 1, 0)).toEqual({ column: 2, row: 0 });
  expect(stepOn([2, 0, 1], { column: 2, row: 0 }, 1, 0)).toEqual({ column: 2, row: 0 });
  expect(stepOn([0, 0, 1], { column: 2, row: 0 }, -1, 0)).toEqual({ column: 2, row: 0 });
});

test('what was chosen and is gone leaves its place to the next, and an empty board has no place', () => {
  expect(placeOn([2, 1], { column: 0, row: 5 })).toEqual({ column: 0, row: 1 });
  expect(placeOn([0, 1], { column: 0, row: 0 })).toEqual({ column: 1, row: 0 });
  expect(placeOn([0, 0], { column: 0, row: 0 })).toBeUndefined();
});
