// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { detectPromise } from './detectPromise';

test.each([
  ['I am sorry, Aino. I will call you by Friday.', 'I will call you by Friday'],
  ['We’ll send the invoice tomorrow', 'We’ll send the invoice tomorrow'],
  ['Pahoittelut. Soitamme sinulle huomenna.', 'Soitamme sinulle huomenna'],
  ['Hyvitys tulee perjantaihin mennessä', 'perjantaihin mennessä'],
  ['Λυπάμαι. Θα σας καλέσω αύριο.', 'Θα σας καλέσω αύριο'],
  ['عذر می‌خواهم. تا فردا تماس می‌گیرم.', 'تا فردا تماس می‌گیرم'],
  ['قول می‌دهیم پیگیری کنیم', 'قول می‌دهیم پیگیری کنیم'],
])('%s', (text, promised) => {
  expect(detectPromise(text)).toBe(promised);
});

test.each(['I am sorry for the wait.', 'We will not charge you again.', 'Kiitos viestistäsi.', 'Ευχαριστούμε για το μήνυμα.', 'از پیام شما سپاسگزاریم.'])('no promise: %s', (text) => {
  expect(detectPromise(text)).toBeNull();
});
