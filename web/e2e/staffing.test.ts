// SPDX-License-Identifier: Apache-2.0
// How many are needed, what is typed in, and what everybody is told when it is too much.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { moment, raise, site, strike, visit } from './stage';

beforeAll(raise);
afterAll(strike);
beforeEach(() => void site.reset());

test('whoever leads reads how many are needed, and no number where the line grows without end', async () => {
  const { page, leave } = await visit(`/workload?lang=en&at=${moment}`);
  await page.waitForSelector('.staffing table');

  const said = await page.locator('.staffing').innerText();
  expect(said).toContain('Needed: 14. Here now: 11.');
  expect(said).toContain('122.8 s');
  expect(said).toContain('Unstable');
  expect(said).toContain('2,140 contacts');
  await leave();
});

test('what a lead types in is asked for, in Persian digits too', async () => {
  const { page, leave } = await visit(`/workload?lang=fa&at=${moment}`);
  await page.waitForSelector('.staffing table');
  const asked = page.waitForRequest((request) => request.url().includes('handle_seconds=240'));

  await page.locator('.staffing input').nth(1).fill('۲۴۰');
  await asked;
  await leave();
});

test('with nine days of history there is no forecast, and it says so', async () => {
  site.desk.state.littleHistory = true;
  const { page, leave } = await visit(`/workload?lang=en&at=${moment}`);
  await page.waitForSelector('.staffing form');

  expect(await page.locator('.staffing').innerText()).toContain('Too little history for a forecast (9 of 28 days)');
  expect(await page.locator('.staffing table').count()).toBe(0);
  await leave();
});

test('the whole team is told that it is too much, and only then', async () => {
  const calm = await visit(`/inbox/mine?lang=en&at=${moment}`);
  await calm.page.waitForSelector('#content, .list');
  expect(await calm.page.locator('.busy').count()).toBe(0);
  await calm.leave();

  site.desk.state.overloadedSince = site.desk.state.now - 7_200_000;
  const { page, leave } = await visit(`/inbox/mine?lang=en&at=${moment}`);
  await page.waitForSelector('.busy');
  expect(await page.locator('.busy').innerText()).toContain('More has come than we can do');
  await leave();
});

test('whoever is about to write is told how long it takes', async () => {
  site.desk.state.crowd = { busy: true, half_by: site.desk.state.now + 7_200_000, half_n: 22 };
  const { page, leave } = await visit(`/contact?lang=en&at=${moment}`);
  await page.waitForSelector('.crowd');

  expect(await page.locator('main, body').first().innerText()).toMatch(/Many people are writing to us just now\.\s+Half of those who write now get a first answer by .+ \(from the last 22 cases\)\./);
  await leave();
});
