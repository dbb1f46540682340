// SPDX-License-Identifier: Apache-2.0
// The silence watch: who is being forgotten, and the shortest way to end it.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asked, moment, raise, site, strike, visit } from './stage';

beforeAll(raise);
afterAll(strike);
beforeEach(() => void site.reset());

const board = `/silence?lang=en&theme=light&at=${moment}`;

test('it says how many are forgotten now, and who would be by tomorrow noon', async () => {
  const { page, leave } = await visit(board);
  await page.waitForSelector('tbody tr');
  expect(await page.textContent('.now')).toContain('4 customers have heard nothing for too long.');
  expect(await page.textContent('.tomorrow summary')).toBe('3 more would be forgotten by tomorrow noon');
  expect(await page.locator('tbody tr', { hasText: 'AM-24817' }).textContent()).toContain('the next update is late');
  expect(await page.locator('tbody tr').first().textContent()).toContain('closed without an answer');
  await leave();
});

test('j, k and Enter walk to a case, and the rail’s key leads here', async () => {
  const { page, leave } = await visit(`/inbox/mine?lang=en&at=${moment}`);
  await page.waitForSelector('.composer');
  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await page.waitForSelector('tbody tr[aria-current]');
  for (const key of ['j', 'j', 'k']) await page.keyboard.press(key);
  const second = await page.locator('tbody tr').nth(1).locator('.ref').textContent();
  expect(await page.locator('tr[aria-current] .ref').textContent()).toBe(second);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/inbox\/all\/\d+/);
  await leave();
});

test('to write now opens the case with the composer at hand', async () => {
  const { page, leave } = await visit(board);
  await page.locator('tbody tr', { hasText: 'AM-24817' }).getByText('Write now').click();
  await page.waitForSelector('.paper:focus');
  expect(page.url()).toContain('/inbox/all/1001');
  await leave();
});

test('what nobody owns is taken and what was closed too early reopened, and the list is asked again', async () => {
  const { page, leave } = await visit(board);
  await page.locator('tbody tr').getByText('Take it').click();
  await page.waitForFunction(() => !document.querySelector('tbody')?.textContent?.includes('Take it'));
  expect(asked('POST', /\/take$/)).toHaveLength(1);
  await page.locator('tbody tr').getByText('Reopen').click();
  await page.waitForFunction(() => !document.querySelector('tbody')?.textContent?.includes('Reopen'));
  expect(asked('POST', /\/reopening$/)).toHaveLength(1);
  await leave();
});

test('news from elsewhere refresh it, and an empty page is good news', async () => {
  const { page, leave } = await visit(board);
  await page.waitForSelector('tbody tr');
  site.desk.state.nobodySilent = true;
  site.desk.changed(site.desk.find(1001)!);
  await page.waitForSelector('.empty');
  expect(await page.textContent('.empty')).toContain('Nobody is being forgotten.');
  await leave();
});
