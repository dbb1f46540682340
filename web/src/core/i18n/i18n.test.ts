// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, test } from 'vitest';
import { formatCountdown, formatMoment, formatSpan, times } from './format';
import { withWords } from './later';
import { changeLanguage, direction, speak, translate } from './messages';

const { minute, hour, day } = times;

beforeEach(() => {
  speak({
    en: () => import('../../../locales/workspace/en.json'),
    fi: () => import('../../../locales/workspace/fi.json'),
    el: () => import('../../../locales/workspace/el.json'),
    fa: () => import('../../../locales/workspace/fa.json'),
  });
});

describe('a span is written as the reader’s language writes it', () => {
  test.each([
    ['en', '35m', '1h 35m', '2d 4h'],
    ['fi', '35 min', '1 t 35 min', '2 pv 4 t'],
    ['el', '35 λ', '1 ώ 35 λ', '2 η 4 ώ'],
    ['fa', '۳۵ دقیقه', '۱:۳۵ ساعت', '۲ روز'],
  ] as const)('%s', async (tongue, short, middle, long) => {
    await changeLanguage(tongue);
    const plain = (text: string) => text.replace(/\u00a0/g, ' ');
    expect(plain(formatSpan(35 * minute))).toBe(short);
    expect(plain(formatSpan(hour + 35 * minute))).toBe(middle);
    expect(plain(formatSpan(2 * day + 4 * hour))).toBe(long);
  });
});

test('the last ten minutes are counted in seconds', async () => {
  await changeLanguage('en');
  expect(formatCountdown(9 * minute + 5_000)).toBe('9:05');
  expect(formatCountdown(-61_000)).toBe('1:01');
  expect(formatCountdown(11 * minute)).toBe('11m');
});

test('Persian reads from the right and dates are Jalali', async () => {
  await changeLanguage('fa');
  expect(direction.value).toBe('rtl');
  expect(document.documentElement.dir).toBe('rtl');
  expect(formatMoment(Date.UTC(2026, 10, 22, 12))).toContain('آذر');
});

test('Persian zero is said in words, although its plural rule calls zero one', async () => {
  await changeLanguage('fa');
  await withWords(Promise.resolve());
  expect(translate('customer.earlier', { n: 0 })).toBe('بدون پروندهٔ دیگر');
  expect(translate('customer.earlier', { n: 2 })).toBe('۲ پروندهٔ دیگر');
});
