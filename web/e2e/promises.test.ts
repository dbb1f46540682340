// SPDX-License-Identifier: Apache-2.0
// The promises board: what is due when, walked with the keys, and figures that open what they count.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asked, moment, raise, site, strike, visit } from './stage';

beforeAll(raise);
afterAll(strike);
beforeEach(() => void site.reset());

const board = `/promises?lang=en&theme=light&at=${moment}`;

test('what is late stands first, and a promise is made good where it stands', async () => {
  const { page, leave } = await visit(board);
  await page.waitForSelector('.columns .card');
  const late = page.locator('.columns section').first();
  expect(await late.locator('h2').textContent()).toContain('Late 2');
  await late.getByText('Done now, late').click();
  await page.waitForFunction(() => document.querySelector('.columns section h2')?.textContent?.includes('1'));
  expect(asked('POST', /^\/promises\/71\/fulfilment$/)).toHaveLength(1);
  await leave();
});

test('h, l, j and k walk over the board and Enter opens the case', async () => {
  const { page, leave } = await visit(`/inbox/mine?lang=en&at=${moment}`);
  await page.waitForSelector('.composer');
  for (const key of ['g', 'p']) await page.keyboard.press(key);
  await page.waitForSelector('.columns .card[aria-current]');
  expect(await page.locator('.card[aria-current]').textContent()).toContain('AM-24817');
  for (const key of ['l', 'j']) await page.keyboard.press(key);
  expect(await page.locator('.card[aria-current]').textContent()).toContain('AM-24814');
  for (const key of ['h', 'k', 'Enter']) await page.keyboard.press(key);
  await page.waitForURL('**/inbox/all/1001*');
  await leave();
});

test('news are owed by writing: an update leads to the composer', async () => {
  const { page, leave } = await visit(board);
  await page.locator('.columns section').nth(1).getByText('Write now').first().click();
  await page.waitForSelector('.paper:focus');
  await leave();
});

test('a column shows twenty and says how many more there are, and the whole of it is a press away', async () => {
  const { page, leave } = await visit(board);
  await page.waitForSelector('.columns .card');
  const week = page.locator('.columns section').nth(3);
  expect(await week.locator('.card').count()).toBe(20);
  await week.locator('.more').click();
  await page.waitForSelector('.whole .card');
  expect(await page.locator('.whole .card').count()).toBe(50);
  await page.getByText('Show more').click();
  await page.waitForFunction(() => document.querySelectorAll('.whole .card').length > 50);
  await leave();
});

test('a figure of fewer than five hides its value, one of fewer than thirty is grey, and each opens what it counts', async () => {
  const { page, leave } = await visit(board);
  await page.waitForSelector('.strip .figure');
  expect(await page.locator('.figure.hidden').textContent()).toContain('–');
  expect(await page.locator('.figure.grey').textContent()).toContain('75%');
  await page.locator('.figure').first().click();
  await page.waitForSelector('.behind li');
  expect(asked('GET', /^\/figures\/promises\/cases$/)).toHaveLength(1);
  await page.keyboard.press('Escape');
  await page.getByText('What these figures mean').click();
  expect(await page.locator('.dialog').textContent()).toContain('kept / (kept + broken)');
  await leave();
});
