// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { numberWith, splitRefs } from './caseRefs';

const refs = (text: string) => splitRefs(text).filter((p) => p.isRef).map((p) => p.text);

test('a case number is found in text of either direction', () => {
  expect(refs('Where is AM-24817?')).toEqual(['AM-24817']);
  expect(refs('سلام، مرجوعی من چه شد؟ order AM-24817')).toEqual(['AM-24817']);
});

test('a longer word that holds the letters is left alone', () => {
  expect(refs('SPAM-24817 and AM-1x and AM-')).toEqual([]);
});

test('no text is lost or added', () => {
  const text = 'AM-1 and AM-2, twice AM-1.';
  expect(splitRefs(text).map((p) => p.text).join('')).toBe(text);
});

test('the letters are those of the desk, and odd ones change nothing', () => {
  numberWith('KAUPPA');
  expect(refs('KAUPPA-7, not AM-1')).toEqual(['KAUPPA-7']);
  numberWith('(.*');
  expect(refs('KAUPPA-7')).toEqual(['KAUPPA-7']);
  numberWith('AM');
});
