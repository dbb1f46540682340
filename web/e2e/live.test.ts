// SPDX-License-Identifier: Apache-2.0
// What the page does when news arrives, when the line breaks and when a new version is out.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { raise, site, strike, visit } from './stage';

beforeAll(raise);
afterAll(strike);
beforeEach(() => void site.reset());

test('news changes a row where it stands; rows change places only when the hand has rested', async () => {
  const { page, leave } = await visit('/inbox/mine/1001?lang=en');
  await page.waitForSelector('.composer');
  await page.waitForFunction(() => document.querySelector('#case-1003'));
  await page.mouse.move(500, 300);
  await page.mouse.move(510, 310);
  site.desk.changed(site.desk.find(1003), { subject: 'The refund has arrived', owner: { id: 2, name: 'Mikko Laine' } });
  await page.waitForFunction(() => document.querySelector('#case-1003')?.textContent?.includes('The refund has arrived'));
  await page.waitForTimeout(500);
  expect(await page.locator('#case-1003').count()).toBe(1);
  await page.waitForFunction(() => !document.querySelector('#case-1003'), undefined, { timeout: 6000 });
  await leave();
});

test('a message that arrives in the open case slides in by itself', async () => {
  const { page, leave } = await visit('/inbox/mine/1002?lang=en');
  await page.waitForSelector('.composer');
  const of = site.desk.find(1002);
  site.desk.arrive(of, site.desk.message(of, { at: site.desk.state.now, direction: 'in', text: 'Still nothing.' }));
  await page.waitForFunction(() => document.querySelector('.timeline')?.textContent?.includes('Still nothing.'));
  expect(site.desk.state.heard?.some((words) => words.topics?.includes('case:1002') && words.topics.includes('view:mine'))).toBe(true);
  await leave();
});

test('a colleague who writes on the same case is seen before the second answer is written', async () => {
  const { page, leave } = await visit('/inbox/mine/1002?lang=en');
  await page.waitForSelector('.composer');
  await page.locator('.paper').pressSequentially('Dear');
  for (const socket of site.desk.state.sockets) socket.send(JSON.stringify({ op: 'presence', caseId: 1002, who: 'Mikko Laine', doing: 'typing' }));
  await page.getByText('Mikko Laine is writing').waitFor();
  expect(site.desk.state.heard?.filter((words) => words.op === 'presence').map((words) => (words as { doing?: string }).doing)).toContain('typing');
  await leave();
});

test('a broken line is said after five seconds, sending waits, and the page resumes where it was', async () => {
  const { page, leave } = await visit('/inbox/mine/1001?lang=en');
  await page.waitForSelector('.composer');
  await page.locator('.paper').fill('Dear Aino');
  site.desk.changed(site.desk.find(1001), { subject: 'Newer' });
  await page.waitForFunction(() => document.querySelector('.case h2')?.textContent === 'Newer');
  const seen = site.desk.state.seq;
  site.desk.state.build = 'b2';
  for (const socket of site.desk.state.sockets) socket.terminate();
  await page.waitForFunction(() => document.querySelector('.banner')?.textContent?.includes('A new version of Amends is ready.'), undefined, { timeout: 8000 });
  expect(site.desk.state.heard?.filter((words) => words.op === 'resume').map((words) => words.since)).toEqual([null, seen]);

  await page.routeWebSocket('**/api/live', (socket) => void socket.close({ code: 1013 }));
  for (const socket of site.desk.state.sockets) socket.terminate();
  await page.waitForFunction(() => document.querySelector('.banner')?.textContent?.includes('No connection since'), undefined, { timeout: 15_000 });
  expect(await page.locator('.composer footer .primary').isDisabled()).toBe(true);
  await leave();
});
