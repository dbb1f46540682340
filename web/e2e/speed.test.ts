// SPDX-License-Identifier: Apache-2.0
// Figures that must not get worse. The limits are wide, because the machine is shared; the figures are printed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moment, raise, site, strike, visit } from './stage';

beforeAll(raise);
afterAll(strike);

const percentile = (values: number[], p: number) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * p)]!;

test('a long list is ready, scrolls and follows the keyboard', async () => {
  site.reset({ cases: 3_000 });
  const { page, leave } = await visit(`/inbox/mine?lang=en&at=${moment}`);
  await page.waitForSelector('.row .who');
  const ready = await page.evaluate(() => performance.getEntriesByName('amends-ready')[0]!.startTime);
  await page.waitForSelector('.composer');
  await page.waitForTimeout(500);
  const frames = await page.evaluate(async () => {
    const box = document.querySelector('.box')!;
    const took: number[] = [];
    for (let n = 0; n < 150; n += 1) {
      const from = performance.now();
      box.scrollTop += 300;
      await new Promise(requestAnimationFrame);
      took.push(performance.now() - from);
    }
    box.scrollTop = 0;
    return took;
  });
  const keys: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    const from = performance.now();
    await page.keyboard.press('j');
    await page.evaluate(() => new Promise(requestAnimationFrame));
    keys.push(performance.now() - from);
  }
  const rows = await page.locator('.row').count();
  console.log(`3,000 cases: ready ${ready.toFixed(0)} ms, frame p50 ${percentile(frames, 0.5).toFixed(1)} p95 ${percentile(frames, 0.95).toFixed(1)} ms, j to frame median ${percentile(keys, 0.5).toFixed(0)} ms, ${rows} rows in the page`);
  expect(ready).toBeLessThan(5000);
  expect(percentile(frames, 0.95)).toBeLessThan(150);
  expect(percentile(keys, 0.5)).toBeLessThan(300);
  expect(rows).toBeLessThan(40);
  await leave();
});

test('a conversation of 5,000 messages opens at its end and is read backwards page by page', async () => {
  site.reset({ long: 5_000 });
  const { page, leave } = await visit(`/inbox/mine/1001?lang=en&at=${moment}`);
  await page.waitForSelector('.composer');
  await page.waitForTimeout(400);
  const took = await page.evaluate(async () => {
    const from = performance.now();
    document.querySelector<HTMLElement>('#case-1002')!.click();
    while (!document.querySelector('.timeline')?.textContent?.includes('Message 5000 of many')) await new Promise(requestAnimationFrame);
    return performance.now() - from;
  });
  const entries = await page.locator('.timeline li').count();
  console.log(`5,000 messages: open in ${took.toFixed(0)} ms, ${entries} in the page`);
  expect(took).toBeLessThan(1500);
  expect(entries).toBeLessThan(60);
  for (let n = 0; n < 6; n += 1) {
    await page.evaluate(() => { document.querySelector('.timeline')!.scrollTop = 0; });
    await page.waitForTimeout(200);
  }
  // Each page read is laid above, and the eye stays where it was: further back by pages, never by jumps to the start.
  await page.waitForFunction(() => {
    const numbers = [...(document.querySelector('.timeline')?.textContent ?? '').matchAll(/Message (\d+) of many/g)].map((found) => Number(found[1]));
    return Math.min(...numbers) < 4_965 && Math.min(...numbers) > 4_700;
  });
  expect(await page.locator('.timeline li').count()).toBeLessThan(80);
  await leave();
});
