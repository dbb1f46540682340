// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { latinDigits } from './digits';

test('a number is read in each way in which people type it', () => {
  expect(latinDigits(' ۲۰۰ ')).toBe('200');
  expect(latinDigits('٢٫٥')).toBe('2.5');
  expect(latinDigits('2,5')).toBe('2.5');
  expect(latinDigits('')).toBe('');
  expect(latinDigits('many')).toBe('many');
});
