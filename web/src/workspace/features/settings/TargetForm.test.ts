// SPDX-License-Identifier: Apache-2.0
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createApp, nextTick } from 'vue';
import type { TargetPreview, TargetWish } from '@/core/api/settings';
import type { SettingsDesk } from '@/core/api/settingsDesk';
import TargetForm from './TargetForm.vue';
import { settingsKey } from './useSettings';

const preview = { from: 0, to: 1, matched: 37, breached: 5, met: 30, running: 2, cut: false, share: { hits: 30, n: 35, share: 0.857, limits: { lo: 0.7, hi: 0.94 } }, support: 'unclear', cases: [] } as TargetPreview;

function mounted() {
  const asked: TargetWish[] = [];
  const desk = { previewTarget: (wish: TargetWish) => { asked.push(wish); return Promise.resolve({ ok: true, value: preview }); } } as unknown as SettingsDesk;
  const place = document.createElement('div');
  createApp(TargetForm).provide(settingsKey, desk).mount(place);
  const put = (selector: string, value: string) => {
    const field = place.querySelector<HTMLInputElement>(selector)!;
    field.value = value;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
  };
  return { asked, place, put };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what would have come of a target is asked once, a moment after the last change, and not for its name', async () => {
  const { asked, put } = mounted();
  await vi.advanceTimersByTimeAsync(500);
  expect(asked).toHaveLength(1);

  put('input[type=number]', '5');
  await nextTick();
  await vi.advanceTimersByTimeAsync(200);
  put('input[type=number]', '6');
  await nextTick();
  await vi.advanceTimersByTimeAsync(500);
  put('input[maxlength]', 'First answer');
  await nextTick();
  await vi.advanceTimersByTimeAsync(500);

  expect(asked.map((wish) => wish.within)).toEqual(['4h', '6h']);
});

test('a deadline of law takes the place of a length', async () => {
  const { asked, place, put } = mounted();
  const rule = [...place.querySelectorAll('select')].findIndex((each) => [...each.options].some((option) => option.value === 'gdpr_request'));
  place.querySelectorAll('select')[rule]!.classList.add('rule');
  put('.rule', 'gdpr_request');
  await nextTick();
  await vi.advanceTimersByTimeAsync(500);

  expect(asked.at(-1)).toMatchObject({ within: '', deadline_rule: 'gdpr_request', pauses_on_customer: false });
  expect(place.querySelectorAll('input[type=checkbox]')).toHaveLength(0);
});
