// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { changeLanguage, learn, speak, translate } from './messages';

const said = (words: Record<string, string>) => async () => ({ default: words });

test('words that come with a screen are those of the language on its way, whichever arrives first', async () => {
  speak({ en: said({ a: 'one' }), fi: said({ a: 'yksi' }), el: said({ a: 'ένα' }), fa: said({ a: 'یک' }) });
  await changeLanguage('en');
  const changing = changeLanguage('fa');
  await learn({ en: said({ b: 'two' }), fi: said({ b: 'kaksi' }), el: said({ b: 'δύο' }), fa: said({ b: 'دو' }) });
  await changing;
  expect([translate('a'), translate('b')]).toEqual(['یک', 'دو']);
  await changeLanguage('fi');
  expect([translate('a'), translate('b')]).toEqual(['yksi', 'kaksi']);
});
