// SPDX-License-Identifier: Apache-2.0
// Figures that must not get worse. The limits are wide, because the machine is shared; the figures are printed.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { moment, raise, strike, visit } from './stage';

beforeAll(raise);
afterAll(strike);

const percentile = (values: number[], p: number) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * p)]!;

test('a list of 100,000 cases is ready, scrolls and follows the keyboard', async () => {
  const { page, leave } = await visit(`/inbox/mine?lang=en&cases=100000&at=${moment}`);
  await page.waitForSelector('.row .who');
  const ready = await page.evaluate(() => performance.getEntriesByName('amends-ready')[0]!.startTime);
  await page.waitForSelector('.editor');
  await page.waitForTimeout(500);
  const frames = await page.evaluate(async () => {
    const box = document.querySelector('.box')!;
    const took: number[] = [];
    for (let n = 0; n < 200; n += 1) {
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
  console.log(`100,000 cases: ready ${ready.toFixed(0)} ms, frame p50 ${percentile(frames, 0.5).toFixed(1)} p95 ${percentile(frames, 0.95).toFixed(1)} ms, j to frame median ${percentile(keys, 0.5).toFixed(0)} ms, ${rows} rows in the page`);
  expect(ready).toBeLessThan(3000);
  expect(percentile(frames, 0.95)).toBeLessThan(100);
  expect(percentile(keys, 0.5)).toBeLessThan(200);
  expect(rows).toBeLessThan(40);
  await leave();
});

test('a conversation of 5,000 messages opens at its end with few of them in the page', async () => {
  const { page, leave } = await visit(`/inbox/mine/AM-24816?lang=en&long=5000&at=${moment}`);
  await page.waitForSelector('.editor');
  await page.waitForTimeout(400);
  const took = await page.evaluate(async () => {
    const from = performance.now();
    document.querySelector<HTMLElement>('#case-1')!.click();
    while (!document.querySelector('.timeline [aria-posinset="5006"]')) await new Promise(requestAnimationFrame);
    return performance.now() - from;
  });
  const entries = await page.locator('.timeline li').count();
  console.log(`5,000 messages: open in ${took.toFixed(0)} ms, ${entries} in the page`);
  expect(took).toBeLessThan(1000);
  expect(entries).toBeLessThan(80);
  await leave();
});
