// SPDX-License-Identifier: Apache-2.0
// What the page does when news arrives, when the line breaks and when a new version is out.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WebSocketRoute } from 'playwright-core';
import { raise, strike, visit } from './stage';

beforeAll(raise);
afterAll(strike);

test('news changes the row, a broken line is said after five seconds, and the page resumes where it was', async () => {
  const { page, leave } = await visit('/portal?lang=en');
  const sockets: WebSocketRoute[] = [];
  const said: Record<string, unknown>[] = [];
  await page.routeWebSocket('**/api/live', (socket) => {
    sockets.push(socket);
    socket.onMessage((text) => {
      const words = JSON.parse(String(text)) as Record<string, unknown>;
      said.push(words);
      if (words.op === 'resume' && sockets.length < 3) socket.send(JSON.stringify({ op: 'hello', seq: 500, epoch: 'a', build: `b${sockets.length}` }));
    });
  });
  await page.goto(new URL('/inbox/mine?lang=en&live', page.url()).href);
  await page.waitForSelector('.editor');

  const changed = { id: 1, version: 501, ref: 'AM-24817', customer: 'Aino Virtanen', subject: 'The refund has arrived', channel: 'mail', owner: null, unread: true, due: Date.now() + 90_000, silentDays: 0, inRecovery: false };
  sockets[0]!.send(JSON.stringify({ op: 'event', seq: 501, kind: 'case', id: 1, version: 501, body: changed }));
  await page.waitForFunction(() => document.querySelector('#case-1')?.textContent?.includes('The refund has arrived'));

  await sockets[0]!.close({ code: 1006 });
  await page.waitForFunction(() => document.querySelector('.banner')?.textContent?.includes('A new version of Amends is ready.'), undefined, { timeout: 8000 });
  expect(said.filter((words) => words.op === 'resume').map((words) => words.since)).toEqual([null, 501]);

  await sockets[1]!.close({ code: 1006 });
  await page.waitForFunction(() => document.querySelector('.banner')?.textContent?.includes('No connection since'), undefined, { timeout: 15_000 });
  await leave();
});
