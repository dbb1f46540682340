// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, test } from 'vitest';
import { liveIn } from '@/core/i18n/messages';
import { atHour } from './atHour';

afterEach(() => liveIn('Europe/London'));

test.each([
  ['Europe/Helsinki', '2026-11-22T22:30:00Z', 12, '2026-11-23T10:00:00.000Z'],
  ['Asia/Tehran', '2026-11-22T20:31:00Z', 9, '2026-11-23T05:30:00.000Z'],
  ['America/Los_Angeles', '2026-11-22T03:00:00Z', 16, '2026-11-22T00:00:00.000Z'],
  // The night in which the clocks go back: noon is after the change, the moment asked about before it.
  ['Europe/Helsinki', '2026-10-24T22:00:00Z', 12, '2026-10-25T10:00:00.000Z'],
])('an hour is an hour of the person’s own day: %s', (zone, day, hour, expected) => {
  liveIn(zone);

  expect(new Date(atHour(Date.parse(day), hour)).toISOString()).toBe(expected);
});

test('a zone nobody knows changes nothing', () => {
  liveIn('Europe/Helsinki');
  liveIn('Nowhere/Land');

  expect(new Date(atHour(Date.parse('2026-11-22T12:00:00Z'), 12)).toISOString()).toBe('2026-11-22T10:00:00.000Z');
});
