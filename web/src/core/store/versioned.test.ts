// SPDX-License-Identifier: Apache-2.0
import { expect, test, vi } from 'vitest';
import { nextTick, watchEffect } from 'vue';
import { VersionedMap } from './versioned';

test('older or repeated news changes nothing', () => {
  const cases = new VersionedMap<{ id: number; version: number; subject: string }>();
  expect(cases.put({ id: 1, version: 5, subject: 'new' })).toBe(true);
  expect(cases.put({ id: 1, version: 4, subject: 'old' })).toBe(false);
  expect(cases.put({ id: 1, version: 5, subject: 'same' })).toBe(false);
  expect(cases.get(1)?.subject).toBe('new');
});

test('what was fetched replaces the same version, and never a newer one', () => {
  const cases = new VersionedMap<{ id: number; version: number; late: boolean }>();
  cases.put({ id: 1, version: 5, late: false });
  cases.putAll([{ id: 1, version: 5, late: true }]);
  expect(cases.get(1)?.late).toBe(true);
  cases.putAll([{ id: 1, version: 4, late: false }]);
  expect(cases.get(1)?.late).toBe(true);
});

test('a burst of news is drawn once', async () => {
  const cases = new VersionedMap<{ id: number; version: number }>();
  const drawn = vi.fn();
  watchEffect(() => { cases.get(1); drawn(); });
  for (let version = 1; version <= 50; version += 1) cases.put({ id: 1, version });
  await nextTick();
  await nextTick();
  expect(drawn).toHaveBeenCalledTimes(2);
});
