// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { valueText, weightOf } from './figureText';

test('fewer than five hide the value even if the desk sent one, and thirty are plain', () => {
  expect([4, 5, 29, 30].map(weightOf)).toEqual(['hidden', 'grey', 'grey', 'plain']);
  expect(valueText({ n: 4, value: 1, unit: 'share' })).toBe('–');
  expect(valueText({ n: 5, value: null, unit: 'share' })).toBe('–');
});

test('a share is a percentage and a silence a span', () => {
  expect(valueText({ n: 40, value: 0.875, unit: 'share' })).toBe('88%');
  expect(valueText({ n: 40, value: 7_200_000, unit: 'milliseconds' })).toBe('2h');
});
