// SPDX-License-Identifier: Apache-2.0
// The other side of the desk: whoever waits sees what happens next, by when and through whom, and can answer without an account.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asked, moment, onPhone, raise, site, strike, visit } from './stage';

beforeAll(raise);
afterAll(strike);
beforeEach(() => void site.reset());

test('the page says what, by when and who, takes an answer with a file, and keeps what was refused', async () => {
  const { page, errors, leave } = await visit(`/c/link-1004?lang=en&at=${moment}`, onPhone);
  await page.getByText('We look into it and write to you').waitFor();
  await page.getByText('Leila Karimi is responsible.').waitFor();
  expect(await page.locator('.by').innerText()).toContain('22 November at 13:51');
  await page.getByLabel('Write to us').fill('refuse me');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('That is too long.').waitFor();
  expect(await page.getByLabel('Write to us').inputValue()).toBe('refuse me');
  await page.locator('input[type=file]').setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: Buffer.from('x') });
  await page.getByRole('button', { name: 'Remove photo.png' }).waitFor();
  await page.getByLabel('Write to us').fill('Here is a photo.');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByText('It has arrived. Leila Karimi sees it at once.').waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll('ol > li')].at(-1)?.textContent?.includes('Here is a photo.'));
  expect(errors).toEqual([]);
  await leave();
});

test('behind a link that nobody has proven there is no text until one press', async () => {
  const { page, leave } = await visit(`/c/link-1121?lang=en&at=${moment}`);
  await page.getByText('Did you write this?').waitFor();
  expect(await page.locator('ol > li').count()).toBe(0);
  expect(await page.getByLabel('Write to us').count()).toBe(0);
  await page.getByRole('button', { name: 'I wrote this' }).click();
  await page.waitForSelector('ol > li');
  await leave();
});

test('“this was not me” is one press and thanks', async () => {
  const { page, leave } = await visit(`/c/link-1121?lang=en&at=${moment}`);
  await page.getByRole('button', { name: 'This was not me' }).click();
  await page.getByText('No more mail goes to your address').waitFor();
  expect(asked('POST', /not-mine$/)).toHaveLength(1);
  await leave();
});

test('only the customer says that it is solved; if not, they say what is missing', async () => {
  const { page, leave } = await visit(`/c/link-1122?lang=en&at=${moment}`);
  await page.getByText('We think it is solved: tell us if not').waitFor();
  await page.getByRole('button', { name: 'It is not' }).click();
  await page.getByLabel('What is missing?').fill('Half of the money.');
  await page.getByRole('button', { name: 'Tell us' }).click();
  await page.getByText('We are working on it').waitFor();
  expect(asked('POST', /unsolved$/)[0]!.body).toEqual({ text: 'Half of the money.' });
  await leave();
});

test('a customer reads their own language, and Persian dates are Jalali', async () => {
  site.desk.state.links[1003] = { language: 'fa' };
  const { page, leave } = await visit(`/c/link-1003?at=${moment}`);
  await page.waitForFunction(() => document.documentElement.dir === 'rtl');
  expect(await page.locator('.by').innerText()).toContain('آذر');
  await leave();
});

test('a link of no case offers a way on', async () => {
  const { page, errors, leave } = await visit('/c/nothing-here?lang=en');
  await page.getByText('There is no such case, or the link has run out').waitFor();
  await page.getByRole('link', { name: 'Write to us' }).click();
  await page.waitForURL('**/contact');
  expect(errors).toEqual([]);
  await leave();
});

test('the page of a case that ended long ago sends a new link to the mailbox', async () => {
  site.desk.state.links[1001] = { ended: true };
  const { page, errors, leave } = await visit('/c/link-1001?lang=en');
  await page.getByText('This page has been closed').waitFor();
  await page.getByRole('button', { name: 'Send me a new link' }).click();
  await page.getByText('It opens this page for two weeks.').waitFor();
  expect(asked('POST', /link-1001\/new-link$/)).toHaveLength(1);
  expect(await page.getByRole('button', { name: 'Send me a new link' }).count()).toBe(0);
  expect(errors).toEqual([]);
  await leave();
});

test('the contact form gives a number at once; a bad address is said at its field', async () => {
  const { page, leave } = await visit(`/contact?lang=en&at=${moment}`, onPhone);
  await page.getByLabel('What happened').fill('My parcel has not come.');
  await page.getByLabel('Your mail address').fill('aino@mail');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('.form-field [role=alert]', { hasText: 'This is no mail address.' }).waitFor();
  await page.getByLabel('Your mail address').fill('aino@mail.example');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('heading', { name: 'AM-24900' }).waitFor();
  expect(asked('POST', /contact$/).at(-1)!.body).toMatchObject({ website: '', token: 'time-1', language: 'en', zone: expect.stringMatching(/^\w+/) });
  await page.getByRole('link', { name: 'Open the page' }).click();
  await page.waitForURL('**/c/link-1001');
  await leave();
});
